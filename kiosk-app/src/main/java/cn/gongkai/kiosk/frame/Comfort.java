package cn.gongkai.kiosk.frame;

import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How this person wants to see the screen; back to the terminal's own settings when they leave.
public final class Comfort {

  private final TextSize firstSize;
  private final Theme firstTheme;
  private final ReadOnlyObjectWrapper<TextSize> textSize;
  private final ReadOnlyObjectWrapper<Theme> theme;
  private final ReadOnlyBooleanWrapper reach = new ReadOnlyBooleanWrapper(false);

  public Comfort(TextSize textSize, Theme theme) {
    this.firstSize = textSize;
    this.firstTheme = theme;
    this.textSize = new ReadOnlyObjectWrapper<>(textSize);
    this.theme = new ReadOnlyObjectWrapper<>(theme);
  }

  // Properties

  public ReadOnlyObjectProperty<TextSize> textSizeProperty() {
    return textSize.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Theme> themeProperty() {
    return theme.getReadOnlyProperty();
  }

  /// 低位: everything active is in reach of a seated person.
  public ReadOnlyBooleanProperty reachProperty() {
    return reach.getReadOnlyProperty();
  }

  // Commands

  public void nextTextSize() {
    textSize.set(textSize.get().next());
  }

  public void nextTheme() {
    theme.set(theme.get().next());
  }

  public void set(TextSize size, Theme look) {
    textSize.set(size);
    theme.set(look);
  }

  public void toggleReach() {
    reach.set(!reach.get());
  }

  public void reset() {
    set(firstSize, firstTheme);
    reach.set(false);
  }
}
