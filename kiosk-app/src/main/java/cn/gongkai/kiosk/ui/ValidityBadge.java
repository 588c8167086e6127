package cn.gongkai.kiosk.ui;

import cn.gongkai.content.model.Validity;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import java.util.Optional;
import javafx.scene.control.Label;

/// Whether a document holds: by word, by shape and only then by colour.
public final class ValidityBadge {

  private ValidityBadge() {}

  /// Empty where the publisher states nothing.
  public static Optional<Label> of(Validity validity) {
    return switch (validity) {
      case IN_FORCE -> Optional.of(badge(validity, "validity-good", Icon.CHECK));
      case NOT_YET_IN_FORCE, AMENDED, PARTLY_REPEALED, UNDER_REVIEW ->
          Optional.of(badge(validity, "validity-soon", Icon.CLOCK));
      case EXPIRED, REPEALED -> Optional.of(badge(validity, "validity-over", Icon.CLOSE));
      case UNSTATED -> Optional.empty();
    };
  }

  private static Label badge(Validity validity, String style, Icon icon) {
    Label badge = Labels.line(validity.term(), "validity", style);
    badge.setGraphic(Icons.of(icon));
    return badge;
  }
}
