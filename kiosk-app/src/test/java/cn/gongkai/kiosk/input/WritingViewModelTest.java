package cn.gongkai.kiosk.input;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.input.ink.Ink;
import cn.gongkai.kiosk.input.ink.InkModelFile;
import cn.gongkai.kiosk.input.ink.InkParts;
import cn.gongkai.kiosk.input.ink.Stroke;
import cn.gongkai.kiosk.input.ink.TinyInk;
import cn.gongkai.kiosk.input.pinyin.Accents;
import cn.gongkai.kiosk.input.pinyin.Candidate;
import cn.gongkai.kiosk.input.pinyin.LexiconFile;
import cn.gongkai.kiosk.input.pinyin.TinyLexicon;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingViewModelTest {

  private static final double SIDE = 120;

  @TempDir static Path folder;

  private final TypedWords typed = new TypedWords();
  private final List<Runnable> resting = new ArrayList<>();
  private final List<Duration> paces = new ArrayList<>();
  private final Deque<Runnable> work = new ArrayDeque<>();
  private final Ticker byHand =
      (pace, call) -> {
        paces.add(pace);
        resting.add(call);
        return () -> resting.remove(call);
      };
  private final InputMethod method = new InputMethod(Background.sameThread(), byHand);

  @BeforeAll
  static void writeModels() throws IOException {
    InkModelFile.write(TinyInk.model(), folder.resolve(InkModelFile.NAME));
    LexiconFile.write(TinyLexicon.with("土地 tu di 8"), folder.resolve("tiny.lexicon"));
  }

  @Test
  void candidatesComeWithEveryStrokeAndTheChosenOneIsWritten() {
    WritingViewModel writing = started();
    write(writing, TinyInk.ink('一'), 0);
    assertThat(writing.candidatesProperty().get().getFirst().text()).isEqualTo("一");
    writing.wipe();
    write(writing, TinyInk.ink('老'), 0);
    writing.choose(candidate(writing, "老"));
    assertThat(typed.words()).isEqualTo("老");
    assertThat(writing.inkProperty().get()).isEqualTo(Ink.NONE);
  }

  @Test
  void whenThePenRestsTheLikeliestIsWrittenAndThePadIsFree() {
    WritingViewModel writing = started();
    write(writing, TinyInk.ink('养'), 0);
    assertThat(typed.words()).isEmpty();
    rest();
    assertThat(typed.words()).isEqualTo("养");
    assertThat(writing.inkProperty().get()).isEqualTo(Ink.NONE);
    write(writing, TinyInk.ink('老'), 0);
    rest();
    assertThat(typed.words()).isEqualTo("养老");
  }

  @Test
  void aPenThatTouchesAgainHasNotRested() {
    WritingViewModel writing = started();
    Ink ink = TinyInk.ink('十');
    up(writing, ink.strokes().get(0), 0);
    writing.down(ink.strokes().get(1).points().getFirst(), SIDE);
    assertThat(resting).isEmpty();
    writing.up(ink.strokes().get(1));
    rest();
    assertThat(typed.words()).isEqualTo("十");
  }

  @Test
  void aStrokeThatBeginsFarToTheRightBeginsTheNextCharacter() {
    WritingViewModel writing = started();
    write(writing, TinyInk.ink('土'), 0);
    write(writing, TinyInk.ink('口'), 140);
    assertThat(typed.words()).isEqualTo("土");
    rest();
    assertThat(typed.words()).isEqualTo("土口");
  }

  @Test
  void charactersOfPartsSideBySideStayOne() {
    WritingViewModel writing = started();
    write(writing, TinyInk.ink('川'), 0);
    assertThat(typed.words()).isEmpty();
    rest();
    assertThat(typed.words()).isEqualTo("川");
  }

  @Test
  void whatWasWrittenByItselfCanBeExchanged() {
    WritingViewModel writing = started();
    write(writing, TinyInk.ink('土'), 0);
    rest();
    Candidate other =
        writing.candidatesProperty().get().stream()
            .filter(candidate -> !candidate.completes())
            .findFirst()
            .orElseThrow();
    writing.choose(other);
    assertThat(typed.words()).isEqualTo(other.text()).isNotEqualTo("土");
  }

  @Test
  void whatWasWrittenByItselfComesBackOntoThePadAndTheWriterIsGivenTime() {
    WritingViewModel writing = started();
    Ink ink = TinyInk.ink('养');
    up(writing, ink.strokes().get(0), 0);
    up(writing, ink.strokes().get(1), 0);
    rest();
    assertThat(typed.words()).isNotEmpty();
    writing.undoStroke();
    assertThat(typed.words()).isEmpty();
    assertThat(writing.inkProperty().get().strokes()).hasSize(2);
    ink.strokes().stream().skip(2).forEach(stroke -> up(writing, stroke, 0));
    assertThat(paces.getLast()).isGreaterThan(WritingViewModel.REST);
    rest();
    assertThat(typed.words()).isEqualTo("养");
  }

  @Test
  void restsDoNotGrowWithoutBound() {
    WritingViewModel writing = started();
    for (int k = 0; k < 10; k++) {
      write(writing, TinyInk.ink('一'), 0);
      rest();
      writing.undoStroke();
      writing.wipe();
    }
    assertThat(writing.rest()).isEqualTo(WritingViewModel.REST_MAX);
  }

  @Test
  void aStrokeTakenBackIsReadAgainAndNothingIsWrittenMeanwhile() {
    WritingViewModel writing = started();
    write(writing, TinyInk.ink('土'), 0);
    writing.undoStroke();
    assertThat(writing.candidatesProperty().get().getFirst().text()).isEqualTo("十");
    assertThat(resting).isEmpty();
    assertThat(typed.words()).isEmpty();
  }

  @Test
  void afterAChoiceTheWordsGoOn() {
    WritingViewModel writing = started();
    write(writing, TinyInk.ink('养'), 0);
    writing.choose(candidate(writing, "养"));
    writing.choose(candidate(writing, "老保险"));
    assertThat(typed.words()).isEqualTo("养老保险");
  }

  @Test
  void afterARestTheWordsGoOnToo() {
    WritingViewModel writing = started();
    write(writing, TinyInk.ink('土'), 0);
    rest();
    writing.choose(candidate(writing, "地"));
    assertThat(typed.words()).isEqualTo("土地");
  }

  @Test
  void erasingTakesTheInkFirstAndThenCharacters() {
    WritingViewModel writing = started();
    typed.set("养老");
    write(writing, TinyInk.ink('十'), 0);
    writing.erase();
    assertThat(typed.words()).isEqualTo("养老");
    assertThat(writing.inkProperty().get()).isEqualTo(Ink.NONE);
    writing.erase();
    assertThat(typed.words()).isEqualTo("养");
  }

  @Test
  void aSignIsWrittenAfterTheInk() {
    WritingViewModel writing = started();
    write(writing, TinyInk.ink('人'), 0);
    writing.press("，");
    assertThat(typed.words()).isEqualTo("人，");
  }

  @Test
  void wordsSetFromOutsideEndTheWriting() {
    WritingViewModel writing = started();
    write(writing, TinyInk.ink('人'), 0);
    typed.set("低保");
    assertThat(writing.inkProperty().get()).isEqualTo(Ink.NONE);
    assertThat(writing.candidatesProperty().get()).isEmpty();
  }

  @Test
  void onlyTheLatestReadingIsShownAndARestWaitsForIt() {
    InputMethod slow = new InputMethod(Background.of(work::add, Runnable::run), byHand);
    slow.startHandwriting(Optional.of(folder));
    work.remove().run();
    WritingViewModel writing = new WritingViewModel(typed, slow);
    write(writing, TinyInk.ink('土'), 0);
    assertThat(work).hasSize(3);
    rest();
    assertThat(typed.words()).isEmpty();
    while (!work.isEmpty()) {
      work.remove().run();
    }
    assertThat(typed.words()).isEqualTo("土");
  }

  @Test
  void nothingStaysWhenTheKeyboardIsGone() {
    WritingViewModel writing = started();
    write(writing, TinyInk.ink('人'), 0);
    writing.dispose();
    assertThat(writing.inkProperty().get()).isEqualTo(Ink.NONE);
    assertThat(writing.candidatesProperty().get()).isEmpty();
    assertThat(resting).isEmpty();
  }

  @Test
  void withoutAModelThereIsNoHandwriting() throws IOException {
    Path damaged = Files.createTempDirectory(folder, "damaged");
    Files.write(damaged.resolve(InkModelFile.NAME), new byte[] {1, 2, 3});
    method.startHandwriting(Optional.of(damaged));
    assertThat(method.inkParts()).isEqualTo(InkParts.NONE);
    assertThat(method.handwritingProperty().get()).isEmpty();
  }

  private WritingViewModel started() {
    method.start(Optional.of(folder.resolve("tiny.lexicon")), Accents.ALL);
    method.startHandwriting(Optional.of(folder));
    assertThat(method.inkParts()).isEqualTo(InkParts.CLASSIFIER);
    return new WritingViewModel(typed, method);
  }

  private void rest() {
    List.copyOf(resting).forEach(Runnable::run);
  }

  private static void write(WritingViewModel writing, Ink ink, double right) {
    ink.strokes().forEach(stroke -> up(writing, stroke, right));
  }

  private static void up(WritingViewModel writing, Stroke stroke, double right) {
    List<Stroke.Point> points =
        stroke.points().stream().map(p -> new Stroke.Point(p.x() + right, p.y())).toList();
    writing.down(points.getFirst(), SIDE);
    writing.up(new Stroke(points));
  }

  private static Candidate candidate(WritingViewModel writing, String text) {
    return writing.candidatesProperty().get().stream()
        .filter(candidate -> candidate.text().equals(text))
        .findFirst()
        .orElseThrow();
  }
}
