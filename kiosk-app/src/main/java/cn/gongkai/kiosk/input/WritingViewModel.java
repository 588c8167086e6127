package cn.gongkai.kiosk.input;

import cn.gongkai.kiosk.input.ink.Ink;
import cn.gongkai.kiosk.input.ink.InkLimits;
import cn.gongkai.kiosk.input.ink.InkReading;
import cn.gongkai.kiosk.input.ink.InkRecogniser;
import cn.gongkai.kiosk.input.ink.Stroke;
import cn.gongkai.kiosk.input.ink.pad.Pen;
import cn.gongkai.kiosk.input.pinyin.Candidate;
import cn.gongkai.kiosk.work.Lane;
import cn.gongkai.kiosk.work.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// Decides what becomes of strokes: they are read after each one; when the pen has rested, or
/// begins elsewhere, the likeliest reading is written and the pad is free for the next character.
/// What was written so can still be exchanged, or taken back onto the pad. Readings run elsewhere,
/// the latest wins. Gone with the screen, and with it all ink. JavaFX thread only.
final class WritingViewModel implements Pen {

  /// How long a pen rests between two characters.
  static final Duration REST = Duration.ofMillis(1_200);

  /// Who took a character back writes slowly, and is given more time, up to this.
  static final Duration REST_MAX = Duration.ofMillis(3_600);

  private static final double SLOWER = 1.5;
  private static final double BEYOND = 0.35;
  private static final double WRITTEN_MIN = 0.3;
  private static final int OTHERS = 5;

  /// Ink that was written by itself, as what, and what else it may mean.
  private record Settled(Ink ink, String text, List<Candidate> readings) {}

  private final TypedWords typed;
  private final InputMethod method;
  private final Lane reading;
  private final Lane goingOn;
  private final Subscription following;
  private final ReadOnlyObjectWrapper<Ink> ink = new ReadOnlyObjectWrapper<>(Ink.NONE);
  private final ReadOnlyObjectWrapper<List<Candidate>> candidates =
      new ReadOnlyObjectWrapper<>(List.of());
  private Optional<Ink> read = Optional.empty();
  private Optional<Settled> settled = Optional.empty();
  private Optional<Ticker.Ticking> waiting = Optional.empty();
  private Duration rest = REST;
  private boolean settlesWhenRead;
  private boolean typing;

  WritingViewModel(TypedWords typed, InputMethod method) {
    this.typed = typed;
    this.method = method;
    this.reading = method.lane();
    this.goingOn = method.lane();
    this.following = typed.wordsProperty().subscribe(words -> changed());
  }

  // Properties

  /// What is on the pad.
  ReadOnlyObjectProperty<Ink> inkProperty() {
    return ink.getReadOnlyProperty();
  }

  /// What the ink may mean, likeliest first; after it was written, what else it may have meant and
  /// how the words may go on.
  ReadOnlyObjectProperty<List<Candidate>> candidatesProperty() {
    return candidates.getReadOnlyProperty();
  }

  /// How long the pen must rest.
  Duration rest() {
    return rest;
  }

  // Commands

  @Override
  public void down(Stroke.Point at, double side) {
    stopWaiting();
    if (!ink.get().isEmpty() && beyond(ink.get().box(), at, side)) {
      settle();
    }
  }

  @Override
  public void up(Stroke stroke) {
    settled = Optional.empty();
    if (ink.get().strokes().size() < InkLimits.DEFAULT.strokesMax()) {
      ink.set(ink.get().plus(stroke));
    }
    look();
    waiting = Optional.of(method.ticker().every(rest, this::rested));
  }

  /// Writes a candidate: for the ink on the pad, in the place of what was written by itself, or
  /// after it.
  void choose(Candidate candidate) {
    boolean instead = ink.get().isEmpty() && settled.isPresent() && !candidate.completes();
    if (instead) {
      eraseSettled();
    }
    wipe();
    type(candidate.text());
    goOn(List.of());
  }

  /// Takes the last stroke away; from an empty pad, what was written by itself comes back onto it.
  void undoStroke() {
    stopWaiting();
    if (!ink.get().isEmpty()) {
      ink.set(ink.get().minusLast());
      look();
    } else if (settled.isPresent()) {
      Ink back = settled.get().ink();
      eraseSettled();
      ink.set(back);
      rest = longer(rest);
      look();
    }
  }

  /// Empties the pad.
  void wipe() {
    stopWaiting();
    reading.cancel();
    goingOn.cancel();
    settlesWhenRead = false;
    settled = Optional.empty();
    read = Optional.empty();
    ink.set(Ink.NONE);
    candidates.set(List.of());
  }

  /// Empties the pad, or takes the last character away where it is empty.
  void erase() {
    boolean empty = ink.get().isEmpty();
    wipe();
    if (empty) {
      typed.erase();
    }
  }

  /// Writes what is on the pad, and then a sign.
  void press(String sign) {
    settle();
    wipe();
    type(sign);
  }

  void dispose() {
    following.unsubscribe();
    wipe();
  }

  private void rested() {
    stopWaiting();
    settle();
  }

  /// Writes the likeliest reading as soon as there is one.
  private void settle() {
    stopWaiting();
    Ink now = ink.get();
    if (now.isEmpty()) {
      return;
    }
    if (read.filter(now::equals).isEmpty()) {
      settlesWhenRead = true;
      return;
    }
    settlesWhenRead = false;
    List<Candidate> readings = candidates.get();
    ink.set(Ink.NONE);
    read = Optional.empty();
    if (readings.isEmpty()) {
      return;
    }
    String text = readings.getFirst().text();
    type(text);
    settled = Optional.of(new Settled(now, text, readings));
    goOn(readings.stream().skip(1).limit(OTHERS).toList());
  }

  private void look() {
    Ink now = ink.get();
    settlesWhenRead = false;
    goingOn.cancel();
    Optional<InkRecogniser> recogniser = method.handwritingProperty().get();
    if (now.isEmpty() || recogniser.isEmpty()) {
      reading.cancel();
      read = Optional.empty();
      candidates.set(List.of());
      return;
    }
    reading.load(
        () -> recogniser.get().read(now),
        readings -> show(now, readings),
        fault -> show(now, List.of()));
  }

  private void show(Ink of, List<InkReading> readings) {
    if (of.equals(ink.get())) {
      read = Optional.of(of);
      candidates.set(readings.stream().map(it -> new Candidate(it.text(), 0, false)).toList());
      if (settlesWhenRead) {
        settle();
      }
    }
  }

  /// Offers what else may have been meant, and how the words may go on.
  private void goOn(List<Candidate> others) {
    candidates.set(others);
    String words = typed.words();
    method
        .engineProperty()
        .get()
        .ifPresent(
            engine ->
                goingOn.load(
                    () -> engine.continuations(words),
                    found -> {
                      List<Candidate> both = new ArrayList<>(others);
                      both.addAll(found);
                      candidates.set(both);
                    },
                    fault -> {}));
  }

  private void type(String text) {
    typing = true;
    typed.type(text);
    typing = false;
  }

  private void eraseSettled() {
    String text = settled.map(Settled::text).orElse("");
    settled = Optional.empty();
    typing = true;
    String words = typed.words();
    if (words.endsWith(text)) {
      typed.set(words.substring(0, words.length() - text.length()));
    }
    typing = false;
  }

  /// Somebody else changed the words: what is on the pad belongs to the old ones.
  private void changed() {
    if (!typing && (!ink.get().isEmpty() || settled.isPresent() || !candidates.get().isEmpty())) {
      wipe();
    }
  }

  private void stopWaiting() {
    waiting.ifPresent(Ticker.Ticking::close);
    waiting = Optional.empty();
  }

  /// Whether a stroke begins so far to the right of what is written that it is another character.
  private static boolean beyond(Ink.Box box, Stroke.Point at, double side) {
    return box.size() >= WRITTEN_MIN * side && at.x() - box.right() >= BEYOND * side;
  }

  private static Duration longer(Duration rest) {
    Duration longer = Duration.ofMillis((long) (rest.toMillis() * SLOWER));
    return longer.compareTo(REST_MAX) < 0 ? longer : REST_MAX;
  }
}
