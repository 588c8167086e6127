package cn.gongkai.kiosk.ui.pages;

import cn.gongkai.kiosk.pdf.PageKey;
import cn.gongkai.kiosk.pdf.PageResult;
import cn.gongkai.kiosk.pdf.PageStore;
import cn.gongkai.kiosk.ui.DragScroll;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// Small pictures of all pages in a row or column; only those in view are rendered.
final class ThumbStrip extends Region {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final double RATIO = Math.sqrt(2);
  private static final double GAP = 12;
  private static final double NUMBER_EM = 1.25;

  private final Path file;
  private final int pages;
  private final PageStore store;
  private final Orientation along;
  private final double thumbWidth;
  private final IntConsumer onPick;
  private final Rectangle clip = new Rectangle();
  private final Map<Integer, Thumb> shown = new HashMap<>();
  private final Text em = new Text("1");
  private double scrolled;
  private int current = 1;
  private boolean bring;

  ThumbStrip(
      Path file,
      int pages,
      PageStore store,
      Orientation along,
      double thumbWidth,
      IntConsumer onPick) {
    this.file = file;
    this.pages = pages;
    this.store = store;
    this.along = along;
    this.thumbWidth = thumbWidth;
    this.onPick = onPick;
    getStyleClass().add("thumb-strip");
    em.setManaged(false);
    em.setVisible(false);
    getChildren().add(em);
    setClip(clip);
    setPickOnBounds(true);
    DragScroll.attach(this, along, this::scrollBy);
  }

  private double thumbHeight() {
    return Math.round(thumbWidth * RATIO) + Math.ceil(em.getFont().getSize() * NUMBER_EM);
  }

  private double cell() {
    return (along == Orientation.HORIZONTAL ? thumbWidth : thumbHeight()) + GAP;
  }

  private double window() {
    return along == Orientation.HORIZONTAL ? getWidth() : getHeight();
  }

  /// Marks the page being read and brings it into view.
  void show(int page) {
    current = page;
    shown.forEach((n, thumb) -> thumb.pseudoClassStateChanged(CURRENT, n == page));
    bring = true;
    requestLayout();
  }

  private void bringIntoView() {
    double at = (current - 1) * cell();
    if (at < scrolled || at + cell() > scrolled + window()) {
      double middle = at - (window() - cell()) / 2;
      scrolled = Math.clamp(middle, 0, Math.max(0, GAP + pages * cell() - window()));
    }
  }

  private double scrollBy(double pixels) {
    double before = scrolled;
    double end = Math.max(0, GAP + pages * cell() - window());
    scrolled = Math.clamp(scrolled + pixels, 0, end);
    requestLayout();
    return scrolled - before;
  }

  @Override
  protected double computePrefWidth(double height) {
    return along == Orientation.VERTICAL ? thumbWidth + 2 * GAP : super.computePrefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return along == Orientation.HORIZONTAL
        ? thumbHeight() + 2 * GAP
        : super.computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    if (bring && window() > 0) {
      bring = false;
      bringIntoView();
    }
    int from = Math.clamp((int) Math.floor((scrolled - GAP) / cell()) + 1, 1, pages);
    int until = Math.clamp((int) Math.ceil((scrolled + window()) / cell()) + 1, 1, pages);
    shown
        .entrySet()
        .removeIf(
            entry -> {
              boolean gone = entry.getKey() < from || entry.getKey() > until;
              if (gone) {
                entry.getValue().request.cancel();
                getChildren().remove(entry.getValue());
              }
              return gone;
            });
    for (int page = from; page <= until; page++) {
      Thumb thumb = shown.computeIfAbsent(page, this::thumb);
      double at = GAP + (page - 1) * cell() - scrolled;
      double across = along == Orientation.HORIZONTAL ? getHeight() : getWidth();
      double size = along == Orientation.HORIZONTAL ? thumbHeight() : thumbWidth;
      double middle = Math.round((across - size) / 2);
      thumb.resizeRelocate(
          along == Orientation.HORIZONTAL ? Math.round(at) : middle,
          along == Orientation.HORIZONTAL ? middle : Math.round(at),
          thumbWidth,
          thumbHeight());
    }
  }

  private Thumb thumb(int page) {
    Thumb thumb = new Thumb(page);
    thumb.pseudoClassStateChanged(CURRENT, page == current);
    getChildren().add(thumb);
    return thumb;
  }

  private final class Thumb extends Region {

    private final ImageView view = new ImageView();
    private final Region paper = new Region();
    private final Label number;
    private final PageStore.Request request = store.request();

    Thumb(int page) {
      getStyleClass().add("thumb");
      paper.getStyleClass().add("thumb-paper");
      number = new Label(Integer.toString(page));
      number.getStyleClass().add("thumb-number");
      view.setPreserveRatio(true);
      getChildren().addAll(paper, view, number);
      setOnMouseClicked(event -> onPick.accept(page));
      request.load(
          new PageKey(file, page, (int) thumbWidth),
          result -> {
            if (result instanceof PageResult.Shown ready) {
              view.setImage(ready.image());
              requestLayout();
            }
          });
    }

    @Override
    protected void layoutChildren() {
      double high = Math.round(thumbWidth * RATIO);
      paper.resizeRelocate(0, 0, thumbWidth, high);
      view.setFitWidth(thumbWidth - 4);
      view.setFitHeight(high - 4);
      double drawn = view.getLayoutBounds().getWidth();
      view.relocate(Math.round((thumbWidth - drawn) / 2), 2);
      number.resizeRelocate(0, high, thumbWidth, getHeight() - high);
    }
  }
}
