package cn.gongkai.kiosk.input;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What has been typed so far: words, and after them letters that are not words yet. Kept in memory
/// only, gone with the screen.
public final class TypedWords {

  /// Longer than any query that counts.
  public static final int CHARACTERS_MAX = 32;

  /// Letters that may still become words.
  ///
  /// @param keys as pressed
  /// @param shown as they stand in the field, with spaces between syllables
  public record Composing(String keys, String shown) {

    public static final Composing NOTHING = new Composing("", "");

    boolean isEmpty() {
      return keys.isEmpty();
    }
  }

  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper written = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper cleared = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper clearing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Composing> composing =
      new ReadOnlyObjectWrapper<>(Composing.NOTHING);

  // Properties

  /// Everything, as the search takes it.
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  public String words() {
    return words.get();
  }

  /// The part that is decided.
  public ReadOnlyStringProperty writtenProperty() {
    return written.getReadOnlyProperty();
  }

  /// The part that is not.
  public ReadOnlyObjectProperty<Composing> composingProperty() {
    return composing.getReadOnlyProperty();
  }

  public Composing composing() {
    return composing.get();
  }

  /// True while it is announced that everything will go if the finger stays.
  public ReadOnlyBooleanProperty clearingProperty() {
    return clearing.getReadOnlyProperty();
  }

  /// What was cleared last and can be brought back, empty where nothing can.
  public ReadOnlyStringProperty clearedProperty() {
    return cleared.getReadOnlyProperty();
  }

  // Commands

  void announceClearing(boolean announced) {
    clearing.set(announced);
  }

  /// Adds at the end; what is too long is cut off. Letters that were not words yet are gone.
  public void type(String text) {
    set(written.get() + text);
  }

  /// Replaces the letters after the words.
  public void compose(Composing letters) {
    show(written.get(), letters);
  }

  /// Takes the last character away, whole even where it is a rare one of two code units.
  public void erase() {
    String now = written.get();
    if (!composing.get().isEmpty()) {
      compose(Composing.NOTHING);
    } else if (!now.isEmpty()) {
      show(now.substring(0, now.offsetByCodePoints(now.length(), -1)), Composing.NOTHING);
    }
  }

  /// Leaves nothing behind.
  public void clear() {
    set("");
  }

  /// Clears so that it can be brought back until something else is typed.
  void clearForNow() {
    String now = words.get();
    set("");
    cleared.set(now);
  }

  /// Brings back what was cleared.
  void restore() {
    set(cleared.get());
  }

  void forgetCleared() {
    cleared.set("");
  }

  /// Replaces everything. What cannot be seen in a field is left out: control characters, marks
  /// that turn the direction of writing, halves of characters.
  public void set(String text) {
    String seen =
        text.codePoints()
            .filter(TypedWords::isSeen)
            .limit(CHARACTERS_MAX)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    show(seen, Composing.NOTHING);
  }

  private static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private void show(String decided, Composing letters) {
    forgetCleared();
    composing.set(letters);
    written.set(decided);
    words.set(decided + letters.shown().replace(" ", ""));
  }
}
