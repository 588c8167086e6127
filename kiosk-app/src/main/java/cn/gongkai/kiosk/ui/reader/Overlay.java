package cn.gongkai.kiosk.ui.reader;

import cn.gongkai.kiosk.text.ContentText;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;

/// A screen that can lay one sheet over itself: a code, a picture, a printed page. The sheet closes
/// with its own big button or with a touch beside it.
public final class Overlay extends StackPane {

  private final Node below;

  public Overlay(Node below) {
    super(below);
    this.below = below;
    getStyleClass().add("overlay-host");
    getStylesheets().setAll(ReaderSheets.all());
  }

  /// Shows a small sheet in the middle, as large as its content.
  public void showCard(Node content) {
    VBox sheet = new VBox(content, closeButton());
    sheet.setAlignment(Pos.CENTER);
    sheet.getStyleClass().add("overlay-card");
    sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    lay(sheet);
  }

  /// Shows something as large as the screen.
  public void showLarge(Node content) {
    BorderPane sheet = new BorderPane(content);
    sheet.getStyleClass().add("overlay-large");
    StackPane foot = new StackPane(closeButton());
    foot.getStyleClass().add("overlay-foot");
    sheet.setBottom(foot);
    VBox.setVgrow(sheet, Priority.ALWAYS);
    lay(sheet);
  }

  private void lay(Region sheet) {
    hide();
    StackPane scrim = new StackPane(sheet);
    scrim.getStyleClass().add("scrim");
    scrim.setOnMouseClicked(
        event -> {
          if (scrim.equals(event.getTarget())) {
            hide();
          }
        });
    below.setDisable(true);
    getChildren().add(scrim);
  }

  private Button closeButton() {
    return Nodes.button(
        ContentText.of("reader.close"),
        FluentUiRegularAL.DISMISS_24,
        this::hide,
        "plain-action",
        "overlay-close");
  }

  /// Takes the sheet away where there is one.
  public void hide() {
    getChildren().retainAll(below);
    below.setDisable(false);
  }

  public boolean isCovered() {
    return getChildren().size() > 1;
  }
}
