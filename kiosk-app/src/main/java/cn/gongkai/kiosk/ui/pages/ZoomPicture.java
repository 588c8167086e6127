package cn.gongkai.kiosk.ui.pages;

import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.theme.Glyph;
import cn.gongkai.kiosk.ui.FlowLine;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// A picture as large as the screen, with buttons to enlarge it further.
public final class ZoomPicture {

  private static final double SIDE_PIXELS_MAX = 3200;

  private ZoomPicture() {}

  /// @param alternative what it shows, in words, said where it cannot be shown
  public static Region ofFile(Path file, String alternative) {
    ZoomPane pane = new ZoomPane(ZoomStep.PAGE, turn -> {});
    Image image =
        new Image(file.toUri().toString(), SIDE_PIXELS_MAX, SIDE_PIXELS_MAX, true, true, true);
    image
        .progressProperty()
        .subscribe(
            done -> {
              if (image.isError()) {
                pane.showInstead(new Label(alternative));
              } else if (done.doubleValue() >= 1) {
                pane.show(image);
              }
            });
    FlowLine tools = FlowLine.ofTouch(List.copyOf(zoomButtons(pane)), "page-tools");
    BorderPane box = new BorderPane(pane);
    box.setBottom(tools);
    return box;
  }

  static List<Button> zoomButtons(ZoomPane pane) {
    Button smaller =
        new Button(ContentText.of("pages.smaller"), Glyph.of(FluentUiRegularMZ.ZOOM_OUT_24));
    Button larger =
        new Button(ContentText.of("pages.larger"), Glyph.of(FluentUiRegularMZ.ZOOM_IN_24));
    smaller.setOnAction(event -> pane.zoom(pane.stepProperty().get().smaller()));
    larger.setOnAction(event -> pane.zoom(pane.stepProperty().get().larger()));
    pane.stepProperty()
        .subscribe(
            step -> {
              smaller.setDisable(step == ZoomStep.PAGE);
              larger.setDisable(step == ZoomStep.DOUBLE);
            });
    List<Button> both = List.of(smaller, larger);
    for (Button button : both) {
      button.getStyleClass().addAll("touch", "plain-action");
      button.setFocusTraversable(false);
    }
    return both;
  }
}
