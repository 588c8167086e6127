package cn.gongkai.kiosk.screen.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.sample.SampleSurroundings;
import cn.gongkai.kiosk.sample.SampleTerminal;
import cn.gongkai.kiosk.screen.FilterBar;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchViewModelTest {

  @TempDir Path directory;
  private final ManualClock clock = ManualClock.at("2023-11-22T01:30:00Z");
  private SearchViewModel model;
  private Surroundings surroundings;

  @BeforeEach
  void fill() {
    SampleTerminal terminal = new SampleTerminal(directory, clock).everyKind().release();
    surroundings = SampleSurroundings.of(terminal, clock, "center");
    model = new SearchViewModel(surroundings, "");
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
  void oneLetterSuggestsTopics() {
    model.typed().type("y");
    assertThat(suggested()).contains("topic 养老");
  }

  @Test
  void aRowUnderTheFieldGoesStraightToTheItem() {
    "zlsgd".chars().forEach(key -> model.typed().type(Character.toString(key)));
    Suggestion.ToItem row =
        model.stateProperty().get().suggestions().stream()
            .filter(Suggestion.ToItem.class::isInstance)
            .map(Suggestion.ToItem.class::cast)
            .findFirst()
            .orElseThrow();
    model.take(row);
    assertThat(SampleSurroundings.at(surroundings))
        .isEqualTo(new Route.ItemView(row.hit().item().id()));
  }

  @Test
  void columnsAreSuggestedByInitialsAndOpenThemselves() {
    model.typed().set("rdhy");
    assertThat(suggested()).contains("column 热点回应");
    model.take(model.stateProperty().get().suggestions().getFirst());
    assertThat(SampleSurroundings.at(surroundings)).isInstanceOf(Route.ColumnList.class);
  }

  @Test
  void anEmptyColumnIsNotSuggested() {
    model.typed().set("还没有内容的栏目");
    assertThat(suggested()).doesNotContain("column 还没有内容的栏目");
  }

  @Test
  void aWordIsSuggestedOnlyWhereItFindsSomething() {
    for (String letters : "a b c d e f g h j k l m n o p q r s t w x y z dbj zlbt".split(" ")) {
      model.typed().set(letters);
      for (Suggestion row : model.stateProperty().get().suggestions()) {
        if (row instanceof Suggestion.ToWord to) {
          model.take(to);
          assertThat(model.typed().words()).isEqualTo(to.word());
          assertThat(model.stateProperty().get())
              .as("%s → %s", letters, to.word())
              .isInstanceOf(SearchState.Found.class);
        }
      }
    }
  }

  @Test
  void aDocumentNumberLeadsToItsDocumentWithoutNamesBefore() {
    model.typed().set("源政办发[2023]");
    assertThat(model.stateProperty().get().suggestions().getFirst())
        .isInstanceOf(Suggestion.ToItem.class);
  }

  @Test
  void withNothingTypedThereAreRecentItemsAndNoSuggestions() {
    SearchState.Begin begin = (SearchState.Begin) model.stateProperty().get();
    assertThat(begin.newest()).isNotEmpty();
    assertThat(begin.suggestions()).isEmpty();
  }

  @Test
  void whatWasUnderstoodIsSaidInWords() {
    model.typed().set("低保");
    assertThat(found().understood()).anyMatch(words -> words.startsWith("按“最低生活保障”查找：低保"));
  }

  @Test
  void traditionalAndFullWidthFormsFindTheSame() {
    model.typed().set("自來水");
    assertThat(found().hits()).anyMatch(hit -> hit.item().key().equals("370323104-2023-01"));
    model.typed().set("ｚｌｓｇｄ");
    assertThat(found().hits().getFirst().item().key()).isEqualTo("370323104-2023-01");
    model.typed().set("自lai水");
    assertThat(found().hits()).anyMatch(hit -> hit.item().key().equals("370323104-2023-01"));
  }

  @Test
  void thereIsNeverAnEmptyPage() {
    model.typed().set("qqzzxxvv");
    SearchState.Nothing nothing = (SearchState.Nothing) model.stateProperty().get();
    assertThat(nothing.typed()).isEqualTo("qqzzxxvv");
    assertThat(nothing.nearest()).isNotEmpty();
    assertThat(nothing.topics()).isNotEmpty();
    assertThat(nothing.hall()).isPresent();
    assertThat(nothing.office()).isPresent();
  }

  @Test
  void aChipNarrowsAndCanBeTakenBack() {
    model.typed().set("最低生活保障");
    int all = found().hits().size();
    assertThat(found().filters()).isNotEmpty();
    found().filters().getFirst().options().get(1).choose().run();
    assertThat(found().narrowed()).isTrue();
    assertThat(found().filters().getFirst().chosen()).isNotEmpty();
    model.narrow(Filter.NONE);
    assertThat(found().hits()).hasSize(all);
  }

  @Test
  void everyChipSaysHowManyItLeadsTo() {
    model.typed().set("示例");
    for (FilterBar.Group group : found().filters()) {
      for (FilterBar.Option option : group.options().subList(1, group.options().size())) {
        String count = option.words().replaceAll(".*（(\\d+)）$", "$1");
        option.choose().run();
        assertThat(found().count()).as(option.words()).isEqualTo("找到" + count + "条");
        model.narrow(Filter.NONE);
      }
    }
  }

  @Test
  void newWordsForgetTheFilter() {
    model.typed().set("最低生活保障");
    found().filters().getFirst().options().get(1).choose().run();
    model.typed().set("城乡居民");
    assertThat(found().narrowed()).isFalse();
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
  void badInputIsNeverAnError() {
    List<String> bad =
        List.of(
            "养".repeat(10_000),
            "a".repeat(10_000),
            "\0\u0001\u001b[2J\r\n\t",
            "\u202e文反\u2066\u200b",
            "\ud83d\ude00👩‍🌾🇨🇳",
            "\ud83d",
            "\udc00\ud83d",
            "\" AND NOT * NEAR(a b, 5) ^x -y {z} : title:养老",
            "'; DROP TABLE item; --",
            "%_%",
            "\\ \" ' ` $ { } ( ) 〔〕【】",
            "𠮷野家",
            "　　　",
            "<b>养老</b>&amp;");
    for (String words : bad) {
      model.typed().set(words);
      SearchState state = model.stateProperty().get();
      assertThat(state).as(words).isNotInstanceOf(SearchState.Failed.class);
      assertThat(model.typed().words().codePointCount(0, model.typed().words().length()))
          .isLessThanOrEqualTo(32);
      assertThat(model.typed().words()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
    }
  }

  @Test
  void marksOfWhatWasFoundAreHandedOn() {
    model.typed().set("自来水");
    assertThat(model.markedWords()).contains("自来水");
  }

  private List<String> suggested() {
    return model.stateProperty().get().suggestions().stream()
        .map(
            row ->
                switch (row) {
                  case Suggestion.ToItem to -> "item " + to.hit().item().title();
                  case Suggestion.ToTopic to -> "topic " + to.topic().name();
                  case Suggestion.ToColumn to -> "column " + to.column().name();
                  case Suggestion.ToWord to -> "word " + to.word();
                })
        .toList();
  }

  private SearchState.Found found() {
    return (SearchState.Found) model.stateProperty().get();
  }
}
