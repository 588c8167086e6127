package cn.gongkai.kiosk.screen;

import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Labels;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Stands where there is no content yet. It goes by itself when the first release is there.
public final class PreparingCard {

  private PreparingCard() {}

  /// @param code why there is none, for staff
  public static Node of(String code) {
    return FaultCard.page(
        new VBox(
            Icons.of(Icon.CLOCK, "notice-icon"),
            Labels.text(Messages.of("preparing.title"), Styles.TITLE_1),
            Labels.text(Messages.of("preparing.words"), Styles.BODY),
            Labels.text(Messages.of("preparing.staff"), Styles.BODY, Styles.MUTED),
            Labels.text(Messages.of("fault.code", code), Styles.MUTED, Styles.SMALL)));
  }

  /// Stands where there is a store that cannot be read.
  public static Node broken(String code) {
    return FaultCard.page(
        new VBox(
            Icons.of(Icon.WARNING, "notice-icon"),
            Labels.text(Messages.of("broken.title"), Styles.TITLE_1),
            Labels.text(Messages.of("broken.words"), Styles.BODY),
            Labels.text(Messages.of("broken.staff"), Styles.BODY, Styles.MUTED),
            Labels.text(Messages.of("fault.code", code), Styles.MUTED, Styles.SMALL)));
  }
}
