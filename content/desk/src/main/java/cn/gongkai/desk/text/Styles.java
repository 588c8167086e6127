package cn.gongkai.desk.text;

import cn.gongkai.content.model.Run.Style;
import java.util.Optional;

/// The HTML elements that only change how text looks.
final class Styles {

  private Styles() {}

  static Optional<Style> find(String element) {
    return switch (element) {
      case "b", "strong" -> Optional.of(Style.BOLD);
      case "i", "em" -> Optional.of(Style.EMPHASIS);
      case "u" -> Optional.of(Style.UNDERLINE);
      case "s", "del", "strike" -> Optional.of(Style.STRIKE);
      case "sup" -> Optional.of(Style.SUPERSCRIPT);
      case "sub" -> Optional.of(Style.SUBSCRIPT);
      default -> Optional.empty();
    };
  }
}
