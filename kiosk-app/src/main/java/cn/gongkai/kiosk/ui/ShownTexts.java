package cn.gongkai.kiosk.ui;

import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/// What JavaFX remembers of texts that are no longer in any scene: it keeps how some 65,000
/// characters were laid out, and with it the characters, what a resident typed among them. There is
/// no way to ask it to forget; it forgets everything at once when that many others have come.
public final class ShownTexts {

  /// The default of JavaFX's setting `prism.cacheLayoutSize`.
  private static final int CHARACTERS_KEPT = 65_536;

  /// Longer texts are not kept.
  private static final int LENGTH = 255;

  private ShownTexts() {}

  /// Lays out other texts until none of those before is left: some ten milliseconds. JavaFX thread
  /// only.
  public static void forget() {
    Text text = new Text();
    // Texts of labels and buttons are measured so, and only those are kept.
    text.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
    for (int i = 0; i * LENGTH <= CHARACTERS_KEPT; i++) {
      text.setText((i + " ").repeat(LENGTH).substring(0, LENGTH));
      text.getLayoutBounds();
    }
  }
}
