package cn.gongkai.kiosk.input;

import cn.gongkai.kiosk.input.TypedWords.Composing;
import cn.gongkai.kiosk.input.pinyin.Candidate;
import cn.gongkai.kiosk.input.pinyin.Decoded;
import cn.gongkai.kiosk.input.pinyin.Layout;
import cn.gongkai.kiosk.input.pinyin.PinyinEngine;
import cn.gongkai.kiosk.work.Lane;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// Decides what the keys do: letters are collected until words are chosen for them, everything else
/// is typed at once. Decodings run elsewhere, the latest wins. Gone with the screen, and with it
/// whatever was typed. JavaFX thread only.
final class TypingViewModel {

  /// Letters that are collected at most; more keys do nothing until words are chosen.
  static final int KEYS_MAX = 72;

  private final TypedWords typed;
  private final InputMethod method;
  private final Lane lane;
  private final Subscription following;
  private final ReadOnlyObjectWrapper<KeyMode> mode = new ReadOnlyObjectWrapper<>(KeyMode.LETTERS);
  private final ReadOnlyBooleanWrapper composes = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<Candidate>> candidates =
      new ReadOnlyObjectWrapper<>(List.of());
  private Decoded decoded = Decoded.NOTHING;

  TypingViewModel(TypedWords typed, InputMethod method) {
    this.typed = typed;
    this.method = method;
    this.lane = method.lane();
    this.following =
        Subscription.combine(
            method.engineProperty().subscribe(this::arrive),
            typed.composingProperty().subscribe(this::follow),
            typed.wordsProperty().subscribe(words -> leave()));
  }

  // Properties

  ReadOnlyObjectProperty<KeyMode> modeProperty() {
    return mode.getReadOnlyProperty();
  }

  /// Whether letters can become words on this terminal.
  ReadOnlyBooleanProperty composesProperty() {
    return composes.getReadOnlyProperty();
  }

  /// What may be meant, likeliest first; where nothing is being composed, how the words just chosen
  /// may go on.
  ReadOnlyObjectProperty<List<Candidate>> candidatesProperty() {
    return candidates.getReadOnlyProperty();
  }

  // Commands

  void switchTo(KeyMode to) {
    settle();
    leave();
    mode.set(to);
  }

  /// A key that stands for a character or sign.
  void press(String key) {
    if (mode.get().composes()) {
      String keys = typed.composing().keys() + key;
      if (keys.length() <= KEYS_MAX) {
        compose(keys);
      }
    } else {
      typed.type(key);
    }
  }

  /// Writes a candidate; letters it does not stand for go on being composed.
  void choose(Candidate candidate) {
    String rest =
        decoded.input().substring(Math.min(candidate.consumed(), decoded.input().length()));
    typed.type(candidate.text());
    compose(rest);
    if (rest.isEmpty()) {
      goOn();
    }
  }

  /// Takes the last letter away, or the last character where there is none.
  void erase() {
    String keys = typed.composing().keys();
    if (keys.isEmpty()) {
      typed.erase();
    } else {
      compose(keys.substring(0, keys.length() - 1));
    }
  }

  /// Clears so that it can be brought back.
  void clear() {
    typed.clearForNow();
  }

  void dispose() {
    following.unsubscribe();
    lane.cancel();
  }

  /// Offers how the words may go on.
  private void goOn() {
    String written = typed.words();
    method
        .engineProperty()
        .get()
        .ifPresent(
            engine ->
                lane.load(
                    () -> engine.continuations(written),
                    found -> {
                      if (typed.words().equals(written)) {
                        candidates.set(found);
                      }
                    },
                    fault -> candidates.set(List.of())));
  }

  /// Continuations are of the words they were found for.
  private void leave() {
    if (typed.composing().isEmpty()) {
      lane.cancel();
      candidates.set(List.of());
    }
  }

  private void compose(String keys) {
    Optional<PinyinEngine> engine = method.engineProperty().get();
    if (keys.isEmpty() || engine.isEmpty()) {
      typed.compose(Composing.NOTHING);
      return;
    }
    Layout layout = layout();
    typed.compose(new Composing(keys, layout == Layout.LETTERS ? keys : shownSoFar(keys)));
    lane.load(
        () -> engine.get().decode(keys, layout), found -> show(keys, found), fault -> settle());
  }

  /// Until a nine-key decoding is there, the letters known so far stay.
  private String shownSoFar(String keys) {
    String shown = typed.composing().shown();
    return keys.startsWith(typed.composing().keys()) && !shown.isEmpty() ? shown : keys;
  }

  private void show(String keys, Decoded found) {
    if (keys.equals(typed.composing().keys())) {
      decoded = found;
      candidates.set(found.candidates());
      typed.compose(new Composing(keys, found.spelled()));
    }
  }

  /// Letters that are not words yet stay as letters; digits of nine keys as the letters they mean.
  private void settle() {
    if (!typed.composing().isEmpty()) {
      typed.set(typed.words());
    }
  }

  private void follow(Composing now) {
    if (now.isEmpty()) {
      lane.cancel();
      decoded = Decoded.NOTHING;
      candidates.set(List.of());
    }
  }

  private void arrive(Optional<PinyinEngine> engine) {
    boolean before = composes.get();
    composes.set(engine.isPresent());
    if (engine.isPresent() && !before && mode.get() == KeyMode.LETTERS) {
      mode.set(KeyMode.PINYIN);
    }
  }

  private Layout layout() {
    return mode.get() == KeyMode.NINE_KEYS ? Layout.NINE_KEYS : Layout.LETTERS;
  }
}
