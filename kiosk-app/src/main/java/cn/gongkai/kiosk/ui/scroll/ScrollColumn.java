package cn.gongkai.kiosk.ui.scroll;

import cn.gongkai.kiosk.ui.DragScroll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// A virtualised column of pieces of any height, scrolled by dragging.
///
/// Strategy: the position is a piece and how much of it is hidden above the edge, so measuring a
/// piece never makes what is being read jump. Only pieces near the screen have nodes in the scene;
/// a bounded number of others keep theirs, so that a table stays where it was swiped to.
///
/// The width of the text is a whole number of characters, at most `maxWidthEm` of them.
public final class ScrollColumn extends Region {

  /// Nodes kept in all, in the scene or not.
  static final int NODES_MAX = 120;

  private static final double OVERSCAN_PIXELS = 240;
  private static final double TRACK_PIXELS = 6;
  private static final double PAGE_FRACTION = 0.86;

  private final Text em = new Text("永");
  private final Rectangle clip = new Rectangle();
  private final Region track = new Region();
  private final Map<Integer, Region> nodes = new HashMap<>();
  private final ReadOnlyIntegerWrapper topPiece = new ReadOnlyIntegerWrapper(this, "topPiece", 0);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
  private final double maxWidthEm;
  private final DragScroll drag;
  private List<Piece> pieces = List.of();
  private double[] heights = {};
  private double measuredWidth = -1;
  private double measuredEm = -1;
  private int first;
  private int last = -1;
  private int top;
  private double hidden;

  public ScrollColumn(double maxWidthEm) {
    this.maxWidthEm = maxWidthEm;
    getStyleClass().add("scroll-column");
    em.setManaged(false);
    em.setVisible(false);
    track.setManaged(false);
    track.setMouseTransparent(true);
    track.getStyleClass().add("scroll-track");
    getChildren().addAll(em, track);
    setClip(clip);
    drag = DragScroll.attach(this, Orientation.VERTICAL, this::scrollBy);
    em.fontProperty().subscribe(font -> requestLayout());
  }

  // Properties

  /// Index of the piece at the upper edge.
  public ReadOnlyIntegerProperty topPieceProperty() {
    return topPiece.getReadOnlyProperty();
  }

  /// How far the reader has come: 0 at the beginning, 1 where the end is in view.
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  // Commands

  public void setPieces(List<Piece> newPieces) {
    drag.stop();
    nodes.values().forEach(getChildren()::remove);
    nodes.clear();
    pieces = List.copyOf(newPieces);
    heights = new double[pieces.size()];
    Arrays.fill(heights, Double.NaN);
    first = 0;
    last = -1;
    top = 0;
    hidden = 0;
    requestLayout();
  }

  /// Brings the piece to the upper edge, or as near as the end of the column allows.
  public void scrollTo(int piece) {
    drag.stop();
    if (!pieces.isEmpty()) {
      top = Math.clamp(piece, 0, pieces.size() - 1);
      hidden = 0;
      if (getHeight() > 0) {
        place(false);
      } else {
        topPiece.set(top);
      }
    }
  }

  /// Moves by the given pixels, down with positive ones.
  ///
  /// @return by how much it moved
  public double scrollBy(double pixels) {
    if (pieces.isEmpty() || getHeight() <= 0) {
      return 0;
    }
    int topBefore = top;
    double hiddenBefore = hidden;
    hidden += pixels;
    place(false);
    return top == topBefore && hidden == hiddenBefore ? 0 : pixels;
  }

  /// Moves by nearly a screen.
  public void page(boolean down) {
    drag.stop();
    scrollBy(getHeight() * (down ? PAGE_FRACTION : -PAGE_FRACTION));
  }

  /// The node of a piece, made where it was not there yet.
  public Region nodeOf(int piece) {
    return nodes.computeIfAbsent(piece, i -> pieces.get(i).node().get());
  }

  // Layout

  @Override
  protected void layoutChildren() {
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    if (!pieces.isEmpty() && getHeight() > 0) {
      place(true);
    }
  }

  private double emPixels() {
    return Math.max(1, em.getFont().getSize());
  }

  private double contentWidth() {
    Insets in = getInsets();
    double room = Math.max(1, getWidth() - in.getLeft() - in.getRight());
    double characters = Math.min(maxWidthEm, Math.floor(room / emPixels()));
    return characters < 1 ? room : Math.min(room, Math.ceil(characters * emPixels()));
  }

  private void place(boolean remeasure) {
    double width = contentWidth();
    if (width != measuredWidth || emPixels() != measuredEm) {
      hidden = measuredEm > 0 ? hidden * emPixels() / measuredEm : hidden;
      Arrays.fill(heights, Double.NaN);
      measuredWidth = width;
      measuredEm = emPixels();
    }
    if (remeasure) {
      for (int i = first; i <= last && i < heights.length; i++) {
        Region node = nodes.get(i);
        if (node != null && node.getParent() == this && node.isNeedsLayout()) {
          heights[i] = Double.NaN;
        }
      }
    }
    settleTop(width);
    List<Integer> shown = fillDown(width);
    drop(shown);
    report();
  }

  private double height(int i, double width) {
    if (Double.isNaN(heights[i])) {
      Region node = nodeOf(i);
      attach(node);
      node.applyCss();
      heights[i] = Math.ceil(node.prefHeight(width));
    }
    return heights[i];
  }

  private void attach(Region node) {
    if (node.getParent() != this) {
      node.setManaged(true);
      getChildren().add(getChildren().indexOf(track), node);
    }
  }

  /// Moves the anchor to the piece that really lies at the edge, and never past either end.
  private void settleTop(double width) {
    while (hidden < 0 && top > 0) {
      top--;
      hidden += height(top, width);
    }
    hidden = Math.max(0, hidden);
    while (top < pieces.size() - 1 && hidden >= height(top, width)) {
      hidden -= height(top, width);
      top++;
    }
    double below = -hidden;
    int i = top;
    double room = room();
    while (i < pieces.size() && below < room) {
      below += height(i++, width);
    }
    double gap = room - below;
    while (gap > 0 && (top > 0 || hidden > 0)) {
      double step = Math.min(gap, hidden);
      hidden -= step;
      gap -= step;
      if (gap > 0 && top > 0) {
        top--;
        hidden = height(top, width);
      }
    }
  }

  private double room() {
    return getHeight() - getInsets().getTop() - getInsets().getBottom();
  }

  private List<Integer> fillDown(double width) {
    List<Integer> shown = new ArrayList<>();
    double x = Math.floor((getWidth() - width) / 2);
    double y = getInsets().getTop() - hidden;
    double until = getHeight() + OVERSCAN_PIXELS;
    int i = top;
    for (; i < pieces.size() && y < until; i++) {
      double height = height(i, width);
      Region node = nodeOf(i);
      attach(node);
      node.resizeRelocate(x, Math.round(y), width, height);
      if (node instanceof StickyTop sticky) {
        sticky.see(Math.max(0, -y), getHeight() - y);
      }
      shown.add(i);
      y += height;
    }
    first = top;
    last = i - 1;
    return shown;
  }

  private void drop(List<Integer> shown) {
    boolean crowded = nodes.size() > NODES_MAX;
    nodes
        .entrySet()
        .removeIf(
            entry -> {
              int i = entry.getKey();
              if (i >= first && i <= last && shown.contains(i)) {
                return false;
              }
              getChildren().remove(entry.getValue());
              return crowded && Math.abs(i - top) > NODES_MAX / 3;
            });
  }

  private void report() {
    double before = hidden;
    double all = 0;
    for (int i = 0; i < heights.length; i++) {
      double height =
          Double.isNaN(heights[i]) ? pieces.get(i).heightGuessEm() * measuredEm : heights[i];
      before += i < top ? height : 0;
      all += height;
    }
    topPiece.set(top);
    double rest = all - room();
    progress.set(rest <= 0 ? 1 : Math.clamp(before / rest, 0, 1));
    track.setVisible(rest > 0);
    double length =
        Math.clamp(getHeight() * room() / Math.max(1, all), 1, Math.max(1, getHeight()));
    track.resizeRelocate(
        getWidth() - TRACK_PIXELS - 4,
        (getHeight() - length) * progress.get(),
        TRACK_PIXELS,
        length);
  }
}
