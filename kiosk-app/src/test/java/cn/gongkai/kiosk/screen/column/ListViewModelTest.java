package cn.gongkai.kiosk.screen.column;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.kiosk.data.Listing;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.sample.SampleSurroundings;
import cn.gongkai.kiosk.sample.SampleTerminal;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListViewModelTest {

  @TempDir Path directory;
  private final ManualClock clock = ManualClock.at("2023-11-22T01:30:00Z");
  private SampleTerminal terminal;
  private Surroundings surroundings;

  @BeforeEach
  void fill() {
    terminal = new SampleTerminal(directory, clock).everyKind().release();
    surroundings = SampleSurroundings.of(terminal, clock, "center");
  }

  @Test
  void aLongListComesInStretches() {
    ListViewModel model = newest();
    assertThat(ready(model).items()).hasSize(ListViewModel.STRETCH);
    assertThat(ready(model).complete()).isFalse();
    model.more();
    assertThat(ready(model).complete()).isTrue();
    assertThat(ready(model).items()).hasSize((int) ready(model).total()).doesNotHaveDuplicates();
  }

  @Test
  void askingForMoreAtTheEndChangesNothing() {
    ListViewModel model = newest();
    model.more();
    ListState.Ready before = ready(model);
    model.more();
    assertThat(ready(model)).isSameAs(before);
  }

  @Test
  void aYearNarrowsTheListAndItsChipCountsWhatIsShown() {
    ListViewModel model = policies();
    FilterGroup years = group(model, FilterKind.YEAR);
    FilterGroup.Option year = years.options().get(1);
    model.choose(year);
    assertThat(year.words()).isEqualTo("2022年（" + ready(model).total() + "）");
    assertThat(ready(model).items())
        .allMatch(item -> item.metadata().publishedAt().getYear() == 2022);
    assertThat(group(model, FilterKind.YEAR).chosen()).isEqualTo("2022年");
  }

  @Test
  void otherYearsStayToBeChosen() {
    ListViewModel model = policies();
    int before = group(model, FilterKind.YEAR).options().size();
    model.choose(group(model, FilterKind.YEAR).options().get(1));
    assertThat(group(model, FilterKind.YEAR).options()).hasSize(before);
  }

  @Test
  void clearingShowsEverythingAgain() {
    ListViewModel model = policies();
    long all = ready(model).total();
    model.choose(group(model, FilterKind.YEAR).options().get(1));
    model.clearFilters();
    assertThat(ready(model).total()).isEqualTo(all);
    assertThat(ready(model).filtered()).isFalse();
  }

  @Test
  void aShortListHasNoFilters() {
    ListViewModel model = column("honghei");
    assertThat(ready(model).filters()).isEmpty();
  }

  @Test
  void aReaderWhoHasComeFarKeepsTheRowsWhenAReleaseComes() {
    ListViewModel model = newest();
    model.more();
    int seen = ready(model).items().size();
    terminal.put(SampleTerminal.plain("neu-1", "新发布的通知（示例）", "2023-11-22")).release();
    surroundings.catalogue().check();
    model.refresh();
    assertThat(ready(model).items()).hasSizeGreaterThanOrEqualTo(seen);
    assertThat(ready(model).items().getFirst().key()).isEqualTo("neu-1");
  }

  @Test
  void whatIsWithdrawnLeavesTheList() {
    ListViewModel model = newest();
    Item first = ready(model).items().getFirst();
    terminal.delete(first).release();
    surroundings.catalogue().check();
    model.refresh();
    assertThat(ready(model).items()).extracting(Item::id).doesNotContain(first.id());
  }

  @Test
  void aGuideWithOneTextIsOpenedAtOnce() {
    surroundings.navigator().home();
    surroundings.navigator().open(Route.ColumnList.of(new ColumnId("zhinan")));
    ListViewModel model = model("zhinan");
    model.openSingle();
    model.refresh();
    assertThat(SampleSurroundings.at(surroundings))
        .isEqualTo(new Route.ItemView(new ItemId("zhinan-2023")));
    surroundings.navigator().back();
    assertThat(SampleSurroundings.at(surroundings)).isEqualTo(new Route.Home());
  }

  @Test
  void theHeadNamesTheColumnsBelow() {
    assertThat(ready(policies()).head().parts())
        .extracting(ListHead.Part::name)
        .containsExactly("县政府文件");
  }

  private ListViewModel policies() {
    return column(SampleTerminal.POLICY.value());
  }

  private ListViewModel column(String id) {
    ListViewModel model = model(id);
    model.refresh();
    return model;
  }

  private ListViewModel model(String id) {
    ColumnId column = new ColumnId(id);
    return new ListViewModel(
        surroundings, Listing.ofColumn(column), ListHeads.ofColumn(column, surroundings::today));
  }

  private ListViewModel newest() {
    ListViewModel model = new ListViewModel(surroundings, Listing.ALL, ListHeads.ofNewest());
    model.refresh();
    return model;
  }

  private static FilterGroup group(ListViewModel model, FilterKind kind) {
    return ready(model).filters().stream()
        .filter(group -> group.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static ListState.Ready ready(ListViewModel model) {
    return (ListState.Ready) model.stateProperty().get();
  }
}
