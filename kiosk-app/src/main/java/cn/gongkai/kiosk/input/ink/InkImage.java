package cn.gongkai.kiosk.input.ink;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/// Ink as a reader of printed lines wants it: black on white, [#HEIGHT] pixels high, in the middle,
/// with white at both ends.
///
/// @param width pixels
/// @param grey row by row, 0 black to 255 white
record InkImage(int width, byte[] grey) {

  static final int HEIGHT = 48;

  private static final double INNER = 0.8 * HEIGHT;
  private static final int WHITE_AT_ENDS = 16;
  private static final float PEN = 2.5f;
  private static final double THINNEST = 1e-6;

  /// The whole ink as one character, as large as there is room.
  static InkImage ofCharacter(Ink ink) {
    return drawn(ink, INNER / Math.max(ink.box().size(), THINNEST));
  }

  /// The whole ink as a line of characters that fills the height.
  static InkImage ofLine(Ink ink, InkLimits limits) {
    Ink.Box box = ink.box();
    double byHeight = INNER / Math.max(box.height(), THINNEST);
    double byWidth = INNER * limits.lineMax() / Math.max(box.width(), THINNEST);
    return drawn(ink, Math.min(byHeight, byWidth));
  }

  private static InkImage drawn(Ink ink, double scale) {
    Ink.Box box = ink.box();
    double inner = Math.max(INNER, box.width() * scale);
    int width = (int) Math.ceil(inner + HEIGHT - INNER) + 2 * WHITE_AT_ENDS;
    BufferedImage image = new BufferedImage(width, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, HEIGHT);
    pen.setColor(Color.BLACK);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double x = width / 2.0 - (box.left() + box.right()) / 2 * scale;
    double y = HEIGHT / 2.0 - (box.top() + box.bottom()) / 2 * scale;
    for (Stroke stroke : ink.strokes()) {
      Path2D path = new Path2D.Double();
      Stroke.Point first = stroke.points().getFirst();
      path.moveTo(x + first.x() * scale, y + first.y() * scale);
      stroke.points().forEach(p -> path.lineTo(x + p.x() * scale, y + p.y() * scale));
      pen.draw(path);
    }
    pen.dispose();
    byte[] grey = new byte[width * HEIGHT];
    image.getRaster().getDataElements(0, 0, width, HEIGHT, grey);
    return new InkImage(width, grey);
  }
}
