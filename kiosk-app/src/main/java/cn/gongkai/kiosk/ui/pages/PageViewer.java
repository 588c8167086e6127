package cn.gongkai.kiosk.ui.pages;

import cn.gongkai.kiosk.pdf.PageKey;
import cn.gongkai.kiosk.pdf.PageResult;
import cn.gongkai.kiosk.pdf.PageStore;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.theme.Glyph;
import cn.gongkai.kiosk.ui.FlowLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;

/// The pages of a file as they are printed: turned by swipe or button, jumped to by thumbnail,
/// enlarged in whole steps. A page that cannot be rendered says so and the others go on
/// (`KIOSK-PDF`).
public final class PageViewer extends Region {

  private static final double THUMB_PIXELS = 96;

  private final Path file;
  private final PageStore.Request request;
  private final ZoomPane pane = new ZoomPane(ZoomStep.PAGE, this::turn);
  private final ThumbStrip strip;
  private final boolean upright;
  private final FlowLine tools;
  private final Label where = new Label();
  private final Button previous;
  private final Button next;
  private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper(this, "page", 0);
  private final int pages;
  private double loadedWidth;

  /// @param pages how many the file has
  /// @param upright true on a portrait panel, where thumbnails stand below the page
  /// @param more buttons of the screen's own, last in the row
  public PageViewer(
      Path file, int pages, int firstPage, PageStore store, boolean upright, List<Node> more) {
    this.file = file;
    this.pages = pages;
    this.upright = upright;
    request = store.request();
    getStyleClass().add("page-viewer");
    strip =
        new ThumbStrip(
            file,
            pages,
            store,
            upright ? Orientation.HORIZONTAL : Orientation.VERTICAL,
            THUMB_PIXELS,
            this::open);
    previous = button("pages.previous", FluentUiRegularAL.CHEVRON_LEFT_28, () -> turn(-1));
    next = button("pages.next", FluentUiRegularAL.CHEVRON_RIGHT_28, () -> turn(1));
    where.getStyleClass().add("page-where");
    where.setMinWidth(Region.USE_PREF_SIZE);
    List<Node> row = new ArrayList<>(List.of(previous, where, next));
    row.addAll(ZoomPicture.zoomButtons(pane));
    row.addAll(more);
    tools = FlowLine.ofTouch(row, "page-tools");
    getChildren().addAll(pane, strip, tools);
    strip.setVisible(pages > 1);
    pane.stepProperty().subscribe(step -> requestLayout());
    open(firstPage);
  }

  private static Button button(String key, Ikon sign, Runnable action) {
    Button button = new Button(ContentText.of(key), Glyph.of(sign));
    button.getStyleClass().addAll("touch", "plain-action");
    button.setFocusTraversable(false);
    button.setOnAction(event -> action.run());
    return button;
  }

  // Properties

  public ReadOnlyIntegerProperty pageProperty() {
    return page.getReadOnlyProperty();
  }

  // Commands

  /// Goes to a page, or to the nearest there is.
  public void open(int wanted) {
    int target = Math.clamp(wanted, 1, pages);
    if (target != page.get()) {
      page.set(target);
      where.setText(
          ContentText.of("pages.where", Integer.toString(target), Integer.toString(pages)));
      previous.setDisable(target == 1);
      next.setDisable(target == pages);
      pane.toTop();
      strip.show(target);
      loadedWidth = 0;
      requestLayout();
    }
  }

  public void turn(int step) {
    open(page.get() + step);
  }

  public void zoom(ZoomStep step) {
    pane.zoom(step);
  }

  /// Stops rendering what has not been shown yet.
  public void close() {
    request.cancel();
  }

  private void load() {
    double width = Math.ceil(pane.pictureWidth());
    if (width > 1 && Math.abs(width - loadedWidth) > 1) {
      loadedWidth = width;
      request.load(new PageKey(file, page.get(), (int) width), this::show);
    }
  }

  private void show(PageResult result) {
    switch (result) {
      case PageResult.Shown shown -> pane.show(shown.image());
      case PageResult.Refused ignored -> pane.showInstead(refusal());
    }
    loadedWidth = Math.ceil(pane.pictureWidth());
  }

  private static Region refusal() {
    Label words = new Label(ContentText.of("pages.refused"));
    words.setWrapText(true);
    words.getStyleClass().add("page-refused-words");
    Label code = new Label(PageResult.CODE);
    code.getStyleClass().add("page-refused-code");
    VBox box = new VBox(Glyph.of(FluentUiRegularAL.DOCUMENT_ERROR_24), words, code);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("page-refused");
    return box;
  }

  Optional<Node> refused() {
    return pane.getChildrenUnmodifiable().stream()
        .filter(node -> node.getStyleClass().contains("page-refused"))
        .findFirst();
  }

  @Override
  protected void layoutChildren() {
    double toolsHeight = tools.prefHeight(getWidth());
    double below = getHeight() - toolsHeight;
    tools.resizeRelocate(0, below, getWidth(), toolsHeight);
    double thumbs = pages <= 1 ? 0 : upright ? strip.prefHeight(-1) : strip.prefWidth(-1);
    if (upright) {
      strip.resizeRelocate(0, below - thumbs, getWidth(), thumbs);
      pane.resizeRelocate(0, 0, getWidth(), Math.max(0, below - thumbs));
    } else {
      strip.resizeRelocate(0, 0, thumbs, below);
      pane.resizeRelocate(thumbs, 0, getWidth() - thumbs, below);
    }
    load();
  }
}
