package cn.gongkai.desk.phone;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// A lighter copy of a picture for the first view on a phone; the page links to the full one.
public final class LightPicture {

  private static final int[] WIDTHS = {1080, 800, 640, 480, 320};
  private static final float[] QUALITIES = {0.82f, 0.65f, 0.5f, 0.35f};

  private LightPicture() {}

  /// The best JPEG of at most [PhoneFiles#LIGHT_BYTES], or the smallest there is.
  public static byte[] of(Path picture) throws IOException {
    BufferedImage full = ImageIO.read(picture.toFile());
    if (full == null) {
      throw new IOException("not a picture: " + picture.getFileName());
    }
    byte[] smallest = new byte[0];
    for (int width : WIDTHS) {
      BufferedImage scaled = scale(full, Math.min(width, full.getWidth()));
      for (float quality : QUALITIES) {
        smallest = jpeg(scaled, quality);
        if (smallest.length <= PhoneFiles.LIGHT_BYTES) {
          return smallest;
        }
      }
    }
    return smallest;
  }

  private static BufferedImage scale(BufferedImage full, int width) {
    int height = Math.max(1, Math.round((float) full.getHeight() * width / full.getWidth()));
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(full, 0, 0, width, height, Color.WHITE, null);
    graphics.dispose();
    return scaled;
  }

  private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var target = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(quality);
      writer.setOutput(target);
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
