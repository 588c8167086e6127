package cn.gongkai.kiosk.input;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.input.pinyin.Accents;
import cn.gongkai.kiosk.input.pinyin.Candidate;
import cn.gongkai.kiosk.input.pinyin.LexiconFile;
import cn.gongkai.kiosk.input.pinyin.TinyLexicon;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypingViewModelTest {

  @TempDir Path folder;

  private final TypedWords typed = new TypedWords();
  private final InputMethod method = new InputMethod(Background.sameThread(), Ticker.never());
  private Path lexicon;

  @BeforeEach
  void writeALexicon() throws IOException {
    lexicon = folder.resolve("tiny.lexicon");
    LexiconFile.write(TinyLexicon.with(), lexicon);
  }

  @Test
  void lettersBecomeTheWordsThatAreChosen() {
    TypingViewModel model = pinyin();
    press(model, "yanglaobutie");
    assertThat(typed.composing().shown()).isEqualTo("yang lao bu tie");
    assertThat(typed.words()).isEqualTo("yanglaobutie");
    model.choose(candidate(model, "养老"));
    assertThat(typed.writtenProperty().get()).isEqualTo("养老");
    assertThat(typed.composing().keys()).isEqualTo("butie");
    assertThat(typed.words()).isEqualTo("养老butie");
    model.choose(candidate(model, "补贴"));
    assertThat(typed.words()).isEqualTo("养老补贴");
    assertThat(model.candidatesProperty().get()).isEmpty();
  }

  @Test
  void afterAChoiceTheWordsGoOnUntilSomethingElseHappens() {
    TypingViewModel model = pinyin();
    press(model, "yang");
    model.choose(candidate(model, "养"));
    assertThat(model.candidatesProperty().get()).extracting(Candidate::text).contains("老", "老保险");
    model.choose(candidate(model, "老"));
    model.choose(candidate(model, "保险"));
    assertThat(typed.words()).isEqualTo("养老保险");
    model.erase();
    assertThat(typed.words()).isEqualTo("养老保");
    assertThat(model.candidatesProperty().get()).isEmpty();
  }

  @Test
  void lettersTypedAfterAChoiceReplaceTheContinuations() {
    TypingViewModel model = pinyin();
    press(model, "yang");
    model.choose(candidate(model, "养"));
    press(model, "lao");
    assertThat(model.candidatesProperty().get().getFirst().text()).isEqualTo("老");
    assertThat(typed.words()).isEqualTo("养lao");
  }

  @Test
  void aNineKeyInputIsSearchedAsLetters() {
    TypingViewModel model = pinyin();
    model.switchTo(KeyMode.NINE_KEYS);
    press(model, "9264526");
    assertThat(typed.words()).isEqualTo("yanglao");
    model.choose(candidate(model, "养老"));
    assertThat(typed.words()).isEqualTo("养老");
  }

  @Test
  void erasingTakesLettersBeforeWords() {
    TypingViewModel model = pinyin();
    typed.set("养老");
    press(model, "bx");
    model.erase();
    assertThat(typed.words()).isEqualTo("养老b");
    model.erase();
    assertThat(typed.words()).isEqualTo("养老");
    assertThat(model.candidatesProperty().get()).isEmpty();
    model.erase();
    assertThat(typed.words()).isEqualTo("养");
  }

  @Test
  void clearingLeavesNothing() {
    TypingViewModel model = pinyin();
    typed.set("养老");
    press(model, "bx");
    model.clear();
    assertThat(typed.words()).isEmpty();
    assertThat(typed.composing()).isEqualTo(TypedWords.Composing.NOTHING);
    assertThat(model.candidatesProperty().get()).isEmpty();
  }

  @Test
  void wordsSetFromOutsideEndTheComposing() {
    TypingViewModel model = pinyin();
    press(model, "yang");
    typed.set("低保");
    assertThat(typed.words()).isEqualTo("低保");
    assertThat(model.candidatesProperty().get()).isEmpty();
    press(model, "bu");
    assertThat(typed.words()).isEqualTo("低保bu");
  }

  @Test
  void lettersStayLettersWhenTheModeChanges() {
    TypingViewModel model = pinyin();
    press(model, "yl");
    model.switchTo(KeyMode.FIGURES);
    press(model, "6");
    assertThat(typed.words()).isEqualTo("yl6");
  }

  @Test
  void moreLettersThanAreReadAreNotTaken() {
    TypingViewModel model = pinyin();
    press(model, "a".repeat(500));
    assertThat(typed.composing().keys()).hasSize(TypingViewModel.KEYS_MAX);
  }

  @Test
  void withoutALexiconLettersAreTyped() {
    method.start(Optional.of(folder.resolve("missing")), Accents.ALL);
    TypingViewModel model = new TypingViewModel(typed, method);
    assertThat(model.composesProperty().get()).isFalse();
    assertThat(model.modeProperty().get()).isEqualTo(KeyMode.LETTERS);
    press(model, "db");
    assertThat(typed.words()).isEqualTo("db");
  }

  @Test
  void aKeyboardOpenWhileTheLexiconLoadsLearnsPinyin() {
    TypingViewModel model = new TypingViewModel(typed, method);
    assertThat(model.composesProperty().get()).isFalse();
    start();
    assertThat(model.modeProperty().get()).isEqualTo(KeyMode.PINYIN);
  }

  @Test
  void onlyTheLatestDecodingIsShown() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    InputMethod slow = new InputMethod(Background.of(waiting::add, Runnable::run), Ticker.never());
    slow.start(Optional.of(lexicon), Accents.ALL);
    waiting.remove().run();
    TypingViewModel model = new TypingViewModel(typed, slow);
    press(model, "yang");
    model.clear();
    press(model, "bu");
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
    assertThat(typed.words()).isEqualTo("bu");
    assertThat(model.candidatesProperty().get().getFirst().text()).isEqualTo("不");
  }

  @Test
  void aClosedKeyboardTakesNothingMore() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    InputMethod slow = new InputMethod(Background.of(waiting::add, Runnable::run), Ticker.never());
    slow.start(Optional.of(lexicon), Accents.ALL);
    waiting.remove().run();
    TypingViewModel model = new TypingViewModel(typed, slow);
    press(model, "yang");
    model.dispose();
    waiting.forEach(Runnable::run);
    assertThat(model.candidatesProperty().get()).isEmpty();
  }

  private TypingViewModel pinyin() {
    start();
    return new TypingViewModel(typed, method);
  }

  private void start() {
    method.start(Optional.of(lexicon), Accents.ALL);
  }

  private static void press(TypingViewModel model, String keys) {
    List.of(keys.split("")).forEach(model::press);
  }

  private static Candidate candidate(TypingViewModel model, String text) {
    return model.candidatesProperty().get().stream()
        .filter(candidate -> candidate.text().equals(text))
        .findFirst()
        .orElseThrow();
  }
}
