package cn.gongkai.kiosk.screen;

import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.KineticPane;
import cn.gongkai.kiosk.ui.Labels;
import cn.gongkai.kiosk.ui.Touch;
import cn.gongkai.kiosk.work.Fault;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Plain words for trouble: what happened, what to do, whom to ask, and the code for staff. Never a
/// stack trace.
public final class FaultCard {

  private FaultCard() {}

  /// @param retry tries again what failed
  public static Node of(Fault fault, Runnable retry) {
    VBox card =
        new VBox(
            Icons.of(Icon.WARNING, "notice-icon"),
            Labels.text(Messages.of("fault.title"), Styles.TITLE_1),
            Labels.text(Messages.of("fault.words"), Styles.BODY),
            Labels.text(Messages.of("fault.staff"), Styles.BODY, Styles.MUTED),
            new HBox(Touch.main(Messages.of("fault.retry"), Icon.REFRESH, retry)),
            Labels.text(Messages.of("fault.code", fault.code()), Styles.MUTED, Styles.SMALL));
    return page(card);
  }

  /// A sheet in the middle of the screen.
  static Node page(VBox card) {
    card.getStyleClass().addAll(Styles.SHEET, "notice");
    card.setMaxHeight(Region.USE_PREF_SIZE);
    card.setMinHeight(Region.USE_PREF_SIZE);
    StackPane page = new StackPane(card);
    page.getStyleClass().add("notice-page");
    page.setAlignment(Pos.CENTER);
    KineticPane pane = new KineticPane(page);
    pane.setFitToHeight(true);
    return pane;
  }
}
