package cn.gongkai.kiosk.data;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.search.Embedder;
import cn.gongkai.content.store.StoreDamage;
import cn.gongkai.kiosk.sample.SampleTerminal;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

  @TempDir Path directory;
  private final ManualClock clock = ManualClock.at("2023-11-22T01:30:00Z");
  private Catalogue catalogue;
  private SampleTerminal terminal;

  @BeforeEach
  void open() {
    catalogue = new Catalogue(directory, Background.sameThread(), clock);
    terminal = new SampleTerminal(directory, clock);
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  @Test
  void withoutAStoreTheTerminalPrepares() {
    catalogue.check();
    assertThat(holding()).isEqualTo(new Holding.Preparing("STORE-MISSING"));
  }

  @Test
  void aDirectoryThatDoesNotExistIsNoTrouble() {
    Catalogue nowhere =
        new Catalogue(directory.resolve("not/there"), Background.sameThread(), clock);
    nowhere.check();
    assertThat(nowhere.holdingProperty().get()).isInstanceOf(Holding.Preparing.class);
  }

  @Test
  void contentThatComesLaterIsNoticed() {
    catalogue.check();
    terminal.everyKind().release();
    catalogue.check();
    assertThat(holding()).isInstanceOf(Holding.Ready.class);
    assertThat(catalogue.outline().orElseThrow().site().name()).isEqualTo("沂源县政务公开");
  }

  @Test
  void aForeignDatabaseIsSaidPlainlyAndReplacedWhenItIsGone() throws Exception {
    Files.writeString(directory.resolve("content.sqlite"), "this is somebody's shopping list");
    catalogue.check();
    assertThat(holding()).isInstanceOf(Holding.Broken.class);
    assertThat(((Holding.Broken) holding()).fault().code()).startsWith("STORE-");
    Files.delete(directory.resolve("content.sqlite"));
    terminal.everyKind().release();
    catalogue.check();
    assertThat(holding()).isInstanceOf(Holding.Ready.class);
  }

  @Test
  void aNewReleaseChangesTheGenerationOnce() {
    terminal.everyKind().release();
    catalogue.check();
    List<Number> seen = new ArrayList<>();
    catalogue.generationProperty().addListener((held, before, now) -> seen.add(now));
    catalogue.check();
    assertThat(seen).isEmpty();
    terminal.put(SampleTerminal.plain("neu-1", "新发布的通知（示例）", "2023-11-22")).release();
    catalogue.check();
    catalogue.check();
    assertThat(seen).hasSize(1);
  }

  @Test
  void anEmptyColumnIsNotATile() {
    terminal.everyKind().release();
    catalogue.check();
    assertThat(catalogue.outline().orElseThrow().tiles())
        .extracting(column -> column.id().value())
        .containsExactly("zhengce", "jiedu", "mashangjian", "huiying", "dongtai");
  }

  @Test
  void aColumnCountsWhatLiesBelowIt() {
    terminal.everyKind().release();
    catalogue.check();
    Outline outline = catalogue.outline().orElseThrow();
    assertThat(outline.findFilled(SampleTerminal.POLICY).orElseThrow().items()).isEqualTo(30);
    assertThat(outline.filledChildren(SampleTerminal.POLICY))
        .extracting(column -> column.id())
        .containsExactly(new ColumnId("zf-wenjian"));
  }

  @Test
  void listsComeInStretchesWithoutGapsOrRepeats() {
    terminal.everyKind().release();
    catalogue.check();
    List<ItemId> seen = new ArrayList<>();
    OptionalLong from = OptionalLong.empty();
    do {
      Rows rows = stretch(from);
      rows.items().stream().map(Item::id).forEach(seen::add);
      from = rows.next();
    } while (from.isPresent());
    assertThat(seen).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void freshnessFollowsTheDeskAndTheAgent() {
    terminal.everyKind().release();
    catalogue.check();
    Freshness fresh = ((Holding.Ready) holding()).freshness();
    assertThat(fresh.onlineAt(clock.instant())).isFalse();
    assertThat(fresh.staleAt(clock.instant())).isFalse();
    clock.advance(Duration.ofHours(73));
    assertThat(fresh.staleAt(clock.instant())).isTrue();
    Freshness touched =
        new Freshness(fresh.asOf(), Optional.of(clock.instant()), fresh.staleAfter(), 0);
    assertThat(touched.staleAt(clock.instant())).isFalse();
    assertThat(touched.onlineAt(clock.instant())).isTrue();
  }

  @Test
  void aStoreOfAnotherVersionIsBeingPreparedUntilTheAgentHasBuiltItAnew() throws Exception {
    terminal.everyKind().release();
    StoreDamage.otherVersion(directory);
    catalogue.check();
    assertThat(holding()).isEqualTo(new Holding.Preparing("STORE-VERSION"));
    catalogue.check();
    assertThat(holding()).isEqualTo(new Holding.Preparing("STORE-VERSION"));
    for (String file : List.of("content.sqlite", "content.sqlite-wal", "content.sqlite-shm")) {
      Files.deleteIfExists(directory.resolve(file));
    }
    new SampleTerminal(directory, clock).everyKind().release();
    catalogue.check();
    assertThat(holding()).isInstanceOf(Holding.Ready.class);
  }

  @Test
  void whatCannotBeReadIsLeftOutAndCountedUntilItIsThereAgain() throws Exception {
    terminal.everyKind().release();
    StoreDamage.ofCard(directory, "item-2");
    catalogue.check();
    allOfPolicy();
    catalogue.check();
    Freshness fresh = ((Holding.Ready) holding()).freshness();
    assertThat(fresh.leftOut()).isEqualTo(1);
    assertThat(fresh.whole()).isFalse();
    terminal.everyKind().release();
    allOfPolicy();
    catalogue.check();
    assertThat(((Holding.Ready) holding()).freshness().whole()).isTrue();
  }

  private void allOfPolicy() {
    OptionalLong from = OptionalLong.empty();
    do {
      from = stretch(from).next();
    } while (from.isPresent());
  }

  private Rows stretch(OptionalLong from) {
    List<Rows> answer = new ArrayList<>();
    catalogue.load(
        catalogue.lane(),
        content -> content.list(Listing.ofColumn(SampleTerminal.POLICY), from, 7),
        answer::add,
        fault -> {
          throw new AssertionError(fault.toString());
        });
    return answer.getFirst();
  }

  private Holding holding() {
    return catalogue.holdingProperty().get();
  }

  @Test
  void searchUnderstandsWhetherContentComesBeforeOrAfterTheNetwork() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Embedder embedder =
        text -> {
          asked.countDown();
          return Optional.empty();
        };
    assertThat(catalogue.understands()).isFalse();
    catalogue.understandBy(embedder);
    assertThat(catalogue.understands()).isTrue();
    terminal.everyKind().release();
    catalogue.check();
    assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
    CountDownLatch again = new CountDownLatch(1);
    catalogue.understandBy(
        text -> {
          again.countDown();
          return Optional.empty();
        });
    assertThat(again.await(1, TimeUnit.MINUTES)).isTrue();
  }
}
