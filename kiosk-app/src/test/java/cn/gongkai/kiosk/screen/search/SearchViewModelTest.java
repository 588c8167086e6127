package cn.gongkai.kiosk.screen.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.sample.SampleSurroundings;
import cn.gongkai.kiosk.sample.SampleTerminal;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchViewModelTest {

  @TempDir Path directory;
  private final ManualClock clock = ManualClock.at("2023-11-22T01:30:00Z");
  private SearchViewModel model;

  @BeforeEach
  void fill() {
    SampleTerminal terminal = new SampleTerminal(directory, clock).everyKind().release();
    model = new SearchViewModel(SampleSurroundings.of(terminal, clock, "center"), "");
    model.refresh();
  }

  @Test
  void withNothingTypedTheCountysOwnWordsAreOffered() {
    SearchState.Begin begin = (SearchState.Begin) model.stateProperty().get();
    assertThat(begin.words()).contains("养老", "养老金", "低保");
    assertThat(begin.topics()).hasSize(3);
  }

  @Test
  void typedWordsAreFoundWhileTyping() {
    model.typed().set("自来水");
    assertThat(found().hits()).anyMatch(hit -> hit.item().key().equals("370323104-2023-01"));
  }

  @Test
  void firstLettersOfPinyinAreEnough() {
    "zlsgd".chars().forEach(key -> model.typed().type(Character.toString(key)));
    assertThat(found().hits().getFirst().item().key()).isEqualTo("370323104-2023-01");
  }

  @Test
  void thereIsNeverAnEmptyPage() {
    model.typed().set("qqzzxxvv");
    SearchState.Nothing nothing = (SearchState.Nothing) model.stateProperty().get();
    assertThat(nothing.suggestions()).isNotEmpty();
    assertThat(nothing.topics()).isNotEmpty();
  }

  @Test
  void aChipNarrowsAndCanBeTakenBack() {
    model.typed().set("最低生活保障");
    int all = found().hits().size();
    SearchState.Narrow chip =
        found().narrows().stream().filter(narrow -> !narrow.on()).findFirst().orElseThrow();
    model.narrow(chip.result());
    assertThat(found().narrows()).anyMatch(SearchState.Narrow::on);
    model.narrow(Filter.NONE);
    assertThat(found().hits()).hasSize(all);
  }

  @Test
  void newWordsForgetTheFilter() {
    model.typed().set("最低生活保障");
    model.narrow(found().narrows().getFirst().result());
    model.typed().set("城乡居民");
    assertThat(found().narrows()).noneMatch(SearchState.Narrow::on);
  }

  @Test
  void clearingTheWordsLeadsBackToTheBeginning() {
    model.typed().set("低保");
    model.typed().clear();
    assertThat(model.stateProperty().get()).isInstanceOf(SearchState.Begin.class);
  }

  @Test
  void whateverIsTypedIsAnswered() {
    long seed = 20231122L;
    Random random = new Random(seed);
    String keys = "abcdefghijklmnopqrstuvwxyz0123456789低保养老自来水《》%_*\"'（）〔〕";
    for (int round = 0; round < 60; round++) {
      model.typed().clear();
      for (int i = 0; i < 1 + random.nextInt(10); i++) {
        model.typed().type(Character.toString(keys.charAt(random.nextInt(keys.length()))));
      }
      assertThat(model.stateProperty().get())
          .as("seed %d, words '%s'", seed, model.typed().words())
          .isNotInstanceOf(SearchState.Failed.class);
    }
  }

  @Test
  void marksOfWhatWasFoundAreHandedOn() {
    model.typed().set("自来水");
    assertThat(model.markedWords()).contains("自来水");
  }

  private SearchState.Found found() {
    return (SearchState.Found) model.stateProperty().get();
  }
}
