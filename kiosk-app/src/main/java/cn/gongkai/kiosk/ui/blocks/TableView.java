package cn.gongkai.kiosk.ui.blocks;

import cn.gongkai.content.model.Block;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.theme.Glyph;
import cn.gongkai.kiosk.ui.DragScroll;
import cn.gongkai.kiosk.ui.scroll.StickyTop;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// A table in the text. One that is wider than the screen says so and is swiped sideways.
final class TableView extends Region implements StickyTop {

  private final TableGrid grid;
  private final Pane window = new Pane();
  private final Rectangle clip = new Rectangle();
  private final Region bar = new Region();
  private final Optional<Label> caption;
  private final Label hint;
  private double swiped;

  TableView(Block.Table table, BlockContext context) {
    getStyleClass().add("sheet-table");
    grid = new TableGrid(TableShape.of(table), context);
    grid.setManaged(false);
    window.getChildren().add(grid);
    window.setClip(clip);
    bar.getStyleClass().add("sheet-bar");
    hint = new Label(ContentText.of("table.swipe"), Glyph.of(FluentUiRegularMZ.SWIPE_RIGHT_24));
    hint.getStyleClass().add("sheet-hint");
    caption = table.caption().map(Label::new);
    caption.ifPresent(
        label -> {
          label.getStyleClass().add("sheet-caption");
          label.setWrapText(true);
          getChildren().add(label);
        });
    getChildren().addAll(window, hint, bar);
    DragScroll.attach(window, Orientation.HORIZONTAL, this::swipe);
  }

  /// True where the table does not fit the width it has.
  boolean isWide() {
    return overhang() > 0;
  }

  TableGrid grid() {
    return grid;
  }

  private double overhang() {
    return Math.max(0, grid.widthIn(getWidth()) - getWidth());
  }

  double swipe(double pixels) {
    double before = swiped;
    swiped = Math.clamp(swiped + pixels, 0, overhang());
    grid.setLayoutX(-swiped);
    grid.stickRight(swiped);
    placeBar();
    return swiped - before;
  }

  @Override
  public void see(double from, double until) {
    grid.see(Math.max(0, from - window.getLayoutY()), until - window.getLayoutY());
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = width < 0 ? getWidth() : width;
    double wide = grid.widthIn(room) > room ? hint.prefHeight(room) + bar.prefHeight(room) : 0;
    return insets() + captionHeight(room) + grid.heightIn(room) + wide;
  }

  private double insets() {
    return getInsets().getTop() + getInsets().getBottom();
  }

  private double captionHeight(double room) {
    return caption.map(label -> label.prefHeight(room)).orElse(0.0);
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth();
    double y = getInsets().getTop();
    if (caption.isPresent()) {
      caption.get().resizeRelocate(0, y, room, captionHeight(room));
      y += captionHeight(room);
    }
    boolean wide = isWide();
    hint.setVisible(wide);
    bar.setVisible(wide);
    if (wide) {
      hint.resizeRelocate(0, y, room, hint.prefHeight(room));
      y += hint.prefHeight(room);
    }
    double height = grid.heightIn(room);
    window.resizeRelocate(0, y, room, height);
    clip.setWidth(room);
    clip.setHeight(height);
    grid.resize(grid.widthIn(room), height);
    swipe(0);
  }

  private void placeBar() {
    double all = Math.max(1, grid.widthIn(getWidth()));
    double length = getWidth() * getWidth() / all;
    double at = overhang() == 0 ? 0 : (getWidth() - length) * swiped / overhang();
    double y = window.getLayoutY() + window.getHeight();
    bar.resizeRelocate(at, y, length, bar.prefHeight(-1));
  }
}
