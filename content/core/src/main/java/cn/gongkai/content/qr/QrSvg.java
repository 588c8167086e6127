package cn.gongkai.content.qr;

/// A code as SVG, for pages that are printed or enlarged: one path, sharp at every size.
public final class QrSvg {

  private QrSvg() {}

  /// @param label what the code opens, for readers that cannot see it
  public static String draw(QrCode code, String label) {
    int side = code.modulesWithQuiet();
    StringBuilder svg = new StringBuilder(4096);
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(side)
        .append(' ')
        .append(side)
        .append("\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"")
        .append(escape(label))
        .append("\"><path fill=\"#fff\" d=\"M0 0h")
        .append(side)
        .append('v')
        .append(side)
        .append("H0z\"/><path d=\"");
    for (int y = 0; y < code.modules(); y++) {
      appendRow(code, y, svg);
    }
    return svg.append("\"/></svg>").toString();
  }

  private static void appendRow(QrCode code, int y, StringBuilder svg) {
    int x = 0;
    while (x < code.modules()) {
      int from = x;
      while (x < code.modules() && code.isDark(x, y)) {
        x++;
      }
      if (x > from) {
        svg.append('M').append(from + QrCode.QUIET).append(' ').append(y + QrCode.QUIET);
        svg.append('h').append(x - from).append("v1h-").append(x - from).append('z');
      }
      x++;
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
