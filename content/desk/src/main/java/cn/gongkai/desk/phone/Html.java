package cn.gongkai.desk.phone;

import java.util.List;
import java.util.Optional;

/// Writes HTML: everything that is not a tag of ours is escaped on the way in.
final class Html {

  private final StringBuilder out = new StringBuilder(8192);

  /// Opens an element.
  ///
  /// @param attributes names and values in turn
  Html open(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1]));
      out.append('"');
    }
    out.append('>');
    return this;
  }

  Html close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /// A whole element with text in it.
  Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  Html link(String href, String text) {
    return element("a", text, "href", href);
  }

  /// Text that is HTML already and known to be ours.
  Html raw(String html) {
    out.append(html);
    return this;
  }

  Html line() {
    out.append('\n');
    return this;
  }

  /// A row of a list of facts; nothing where there is no value.
  Html fact(String label, Optional<?> value) {
    value.ifPresent(v -> element("dt", label).element("dd", String.valueOf(v)));
    return this;
  }

  Html fact(String label, List<String> values) {
    return values.isEmpty() ? this : fact(label, Optional.of(String.join("；", values)));
  }

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        default -> {
          if (c >= 0x20 || c == '\n' || c == '\t') {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
