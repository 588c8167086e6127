package cn.gongkai.kiosk.screen.search;

import cn.gongkai.kiosk.input.Keyboard;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Places field, suggestions, results and keyboard. The keyboard always has the room its keys need;
/// where space is short the results give way first, then the suggestions. Upright all stand below
/// one another; lying the results stand beside, and the suggestions go there too where none fits
/// between field and keyboard. Room too low for a row of anything makes the keys higher.
final class SearchPane extends Region {

  private static final double SUGGESTIONS_SHARE = 0.5;

  private final boolean upright;
  private final Region field;
  private final SuggestionRows suggestions;
  private final Region results;
  private final Keyboard keyboard;

  SearchPane(
      boolean upright,
      Region field,
      SuggestionRows suggestions,
      Region results,
      Keyboard keyboard) {
    this.upright = upright;
    this.field = field;
    this.suggestions = suggestions;
    this.results = results;
    this.keyboard = keyboard;
    getChildren().addAll(results, suggestions, field, keyboard);
    Rectangle window = new Rectangle();
    results.layoutBoundsProperty().subscribe(size -> show(window, size));
    results.setClip(window);
  }

  private static void show(Rectangle window, Bounds size) {
    window.setWidth(size.getWidth());
    window.setHeight(size.getHeight());
  }

  @Override
  protected void layoutChildren() {
    double width = upright ? getWidth() : Math.floor(getWidth() / 2);
    double fieldHeight = Math.ceil(field.prefHeight(width));
    double below = Math.max(0, getHeight() - fieldHeight);
    double keys = keys(width, below);
    double room = Math.max(0, below - keys);
    field.resizeRelocate(0, 0, width, fieldHeight);
    keyboard.resizeRelocate(0, getHeight() - keys, width, keys);
    if (upright) {
      double rows = suggested(room);
      suggestions.resizeRelocate(0, fieldHeight, width, rows);
      results.resizeRelocate(0, fieldHeight + rows, width, room - rows);
    } else {
      lie(width, fieldHeight, room);
    }
  }

  private double keys(double width, double below) {
    double liked = Math.min(keyboard.prefHeight(width), below);
    double given = suggestions.fitting(below - liked) > 0 ? liked : below;
    return Math.max(keyboard.minHeight(width), given);
  }

  private void lie(double width, double fieldHeight, double room) {
    double beside = getWidth() - width;
    if (suggestions.fitting(room) > 0) {
      suggestions.resizeRelocate(0, fieldHeight, width, room);
      results.resizeRelocate(width, 0, beside, getHeight());
    } else {
      double rows = suggested(getHeight());
      suggestions.resizeRelocate(width, 0, beside, rows);
      results.resizeRelocate(width, rows, beside, getHeight() - rows);
    }
  }

  /// Half the room at most, but one row where only one fits.
  private double suggested(double room) {
    int fit = suggestions.fitting(room);
    int share = Math.max(Math.min(1, fit), suggestions.fitting(room * SUGGESTIONS_SHARE));
    return Math.min(room, suggestions.heightOf(Math.min(suggestions.size(), share)));
  }
}
