package cn.gongkai.kiosk.frame;

import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.PanelSheet;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;

/// The panel's own pixels, whatever window shows them: everything is laid out at true size and the
/// whole is scaled to fit. Carries tokens, panel sheet and the style classes of comfort.
public final class DesignCanvas {

  private final Panel panel;
  private final StackPane canvas = new StackPane();
  private final Scale scale = new Scale(1, 1);
  private final Group group;

  public DesignCanvas(Panel panel, Node content, Comfort comfort) {
    this.panel = panel;
    canvas.getChildren().add(content);
    canvas.getStylesheets().setAll(List.of(Styles.tokens(), PanelSheet.url(panel)));
    canvas.setMinSize(panel.width(), panel.height());
    canvas.setPrefSize(panel.width(), panel.height());
    canvas.setMaxSize(panel.width(), panel.height());
    comfort.textSizeProperty().subscribe(size -> dress(size, comfort.themeProperty().get()));
    comfort.themeProperty().subscribe(theme -> dress(comfort.textSizeProperty().get(), theme));
    Group scaled = new Group(canvas);
    scaled.getTransforms().add(scale);
    group = new Group(scaled);
  }

  /// Root of a scene.
  public Parent node() {
    return group;
  }

  /// Fits the canvas into a window of this size.
  public void fit(double width, double height) {
    double factor = Math.min(width / panel.width(), height / panel.height());
    scale.setX(factor);
    scale.setY(factor);
    group.setTranslateX((width - panel.width() * factor) / 2);
    group.setTranslateY((height - panel.height() * factor) / 2);
  }

  /// The picture at true size.
  public WritableImage snapshot() {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setViewport(new Rectangle2D(0, 0, panel.width(), panel.height()));
    parameters.setFill(Color.BLACK);
    return canvas.snapshot(parameters, null);
  }

  /// What is laid out on the canvas.
  public Parent canvas() {
    return canvas;
  }

  private void dress(TextSize size, Theme theme) {
    canvas
        .getStyleClass()
        .setAll(
            "root",
            Styles.KIOSK,
            panel.portrait() ? Styles.PORTRAIT : Styles.LANDSCAPE,
            panel.sizeClass().name().toLowerCase(Locale.ROOT),
            size.styleClass(),
            theme.styleClass());
  }
}
