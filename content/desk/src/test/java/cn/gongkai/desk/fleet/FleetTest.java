package cn.gongkai.desk.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Hall;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.report.Receipt.Kind;
import cn.gongkai.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the desk keeps and says of terminals, good and bad.
class FleetTest {

  private static final String SERIES = "0123456789abcdef";
  private static final Instant PUBLISHED = Instant.parse("2026-11-22T00:00:00Z");

  @TempDir Path folder;
  private final ManualClock clock = ManualClock.at("2026-11-22T02:00:00Z");
  private final ChannelHead head = head(8, "ab");
  private ReportsFolder reports;
  private TellingTerminal terminal;

  private static ChannelHead head(long sequence, String digest) {
    return new ChannelHead(Channel.COUNTY, sequence, PUBLISHED, digest.repeat(32), 5);
  }

  @BeforeEach
  void open() throws Exception {
    reports = ReportsFolder.open(folder.resolve("reports"), clock, FleetLimits.STANDARD);
    terminal = terminal("yuezhuang-1");
  }

  private TellingTerminal terminal(String name) throws Exception {
    return new TellingTerminal(Files.createDirectories(folder.resolve(name)), name, SERIES);
  }

  private List<FleetRow> rows() throws Exception {
    Hall hall =
        new Hall(
            "370323104",
            "悦庄镇便民服务中心",
            new DivisionCode("370323104"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Hall other =
        new Hall(
            "center",
            "县政务服务中心",
            new DivisionCode("370323"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Expected expected = new Expected("沂源县政务公开", List.of(head), List.of(hall, other));
    return new Fleet(reports, expected, FleetLimits.STANDARD, clock).rows();
  }

  private FleetRow row() throws Exception {
    return rows().stream().filter(r -> r.terminal().isPresent()).findFirst().orElseThrow();
  }

  private void tell(Kind kind, ChannelHead... heads) {
    terminal.tell(kind, clock.instant(), "370323104", Optional.empty(), heads);
  }

  private Intake take(byte[] batch) throws Exception {
    return reports.take(batch, "line");
  }

  private void assertRefused(Intake intake, String code) {
    assertThat(intake).isInstanceOf(Intake.Refused.class);
    assertThat(((Intake.Refused) intake).code()).isEqualTo(code);
  }

  @Test
  void aTerminalIsUpToDateOnlyWhereItsDigestIsTheSignedOne() throws Exception {
    tell(Kind.CURRENT, head);
    take(terminal.all());
    assertThat(row().state()).isEqualTo(State.PROVEN);
    assertThat(row().hall()).isEqualTo("悦庄镇便民服务中心");
    tell(Kind.CURRENT, head(8, "cd"));
    take(terminal.batch(2, 2));
    assertThat(row().state()).isEqualTo(State.DOUBTFUL);
    tell(Kind.CURRENT, head(6, "ef"));
    take(terminal.batch(3, 3));
    assertThat(row().state()).isEqualTo(State.BEHIND);
    assertThat(row().behindChanges()).isEqualTo(2);
    tell(Kind.CURRENT, head(9, "ef"));
    take(terminal.batch(4, 4));
    assertThat(row().state()).isEqualTo(State.AHEAD);
  }

  @Test
  void aTerminalThatSaysNothingForADayIsSilentAndAHallWithoutOneIsListed() throws Exception {
    tell(Kind.CURRENT, head);
    take(terminal.all());
    assertThat(rows()).extracting(FleetRow::state).containsExactly(State.NEVER, State.PROVEN);
    assertThat(rows().getFirst().hall()).isEqualTo("县政务服务中心");
    clock.advance(Duration.ofHours(27));
    assertThat(row().state()).isEqualTo(State.SILENT);
  }

  @Test
  void aTerminalInTroubleSaysWhy() throws Exception {
    terminal.tell(
        Kind.TROUBLE,
        clock.instant(),
        "370323104",
        Optional.of("SYNC-DISK-FULL"),
        List.of(new Receipt.FaultCount("KIOSK-PDF", clock.instant(), 3)),
        head(7, "ef"));
    take(terminal.all());
    assertThat(row().state()).isEqualTo(State.TROUBLE);
    assertThat(row().code()).contains("SYNC-DISK-FULL");
    assertThat(row().faults()).hasSize(1);
    assertThat(page()).contains("本机磁盘满了", "SYNC-DISK-FULL", "KIOSK-PDF × 3");
  }

  private String page() throws Exception {
    return new FleetPage(
            new Expected("沂源县政务公开", List.of(head), List.of()), FleetLimits.STANDARD, clock)
        .whole(rows());
  }

  @Test
  void theSameBatchTwiceIsTakenOnce() throws Exception {
    tell(Kind.STARTED);
    tell(Kind.CURRENT, head);
    assertThat(take(terminal.all())).isEqualTo(new Intake.Taken("yuezhuang-1", SERIES, 2, 2));
    assertThat(take(terminal.all())).isEqualTo(new Intake.Taken("yuezhuang-1", SERIES, 2, 0));
    assertThat(take(terminal.batch(2, 2))).isEqualTo(new Intake.Taken("yuezhuang-1", SERIES, 2, 0));
    assertThat(row().flags()).isEmpty();
  }

  @Test
  void whatComesLaterByStickFillsTheGap() throws Exception {
    for (int i = 0; i < 5; i++) {
      tell(Kind.CURRENT, head);
    }
    take(terminal.batch(1, 1));
    take(terminal.batch(4, 5));
    assertThat(row().missing()).isEqualTo(2);
    assertThat(row().flags()).extracting(FleetRow.Flag::code).containsExactly("REPORT-GAP");
    assertThat(reports.take(terminal.batch(1, 3), "stick"))
        .isEqualTo(new Intake.Taken("yuezhuang-1", SERIES, 3, 2));
    assertThat(row().missing()).isZero();
    assertThat(row().flags()).isEmpty();
  }

  @Test
  void aGapThatTheTerminalOwnsUpToIsNoDoubt() throws Exception {
    for (int i = 0; i < 5; i++) {
      tell(Kind.CURRENT, head);
    }
    take(terminal.batch(4, 5, 3));
    assertThat(row().missing()).isEqualTo(3);
    assertThat(row().dropped()).isEqualTo(3);
    assertThat(row().flags()).isEmpty();
    assertThat(row().state()).isEqualTo(State.PROVEN);
  }

  /// The same key and numbers with another story: a copied disk, or a thief of the key.
  @Test
  void aForkIsRefusedAndFlagged() throws Exception {
    tell(Kind.CURRENT, head);
    tell(Kind.CURRENT, head);
    take(terminal.all());
    TellingTerminal twin =
        new TellingTerminal(folder.resolve("yuezhuang-1"), "yuezhuang-1", SERIES)
            .tell(Kind.STARTED, clock.instant(), "370323104", Optional.empty())
            .tell(Kind.CURRENT, clock.instant(), "370323104", Optional.empty(), head)
            .tell(Kind.CURRENT, clock.instant(), "370323104", Optional.empty(), head);
    assertRefused(take(twin.all()), "REPORT-FORK");
    assertRefused(take(twin.batch(3, 3)), "REPORT-FORK");
    assertThat(row().state()).isEqualTo(State.DOUBTFUL);
    assertThat(row().last().orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void anotherKeyIsRefusedAndFlaggedUntilSomebodyAcceptsIt() throws Exception {
    tell(Kind.CURRENT, head);
    take(terminal.all());
    TellingTerminal reinstalled =
        new TellingTerminal(
                Files.createDirectories(folder.resolve("new-disk")),
                "yuezhuang-1",
                "fedcba9876543210")
            .tell(Kind.CURRENT, clock.instant(), "370323104", Optional.empty(), head);
    assertRefused(take(reinstalled.all()), "REPORT-KEY");
    assertRefused(take(reinstalled.all()), "REPORT-KEY");
    assertThat(row().state()).isEqualTo(State.DOUBTFUL);
    assertThat(row().flags()).as("noted once").hasSize(1);
    clock.advance(Duration.ofMinutes(1));
    reports.accept("yuezhuang-1", reinstalled.key());
    assertThat(take(reinstalled.all())).isInstanceOf(Intake.Taken.class);
    assertThat(row().state()).isEqualTo(State.PROVEN);
    assertThat(row().flags())
        .extracting(FleetRow.Flag::code)
        .contains("REPORT-SERIES", "REPORT-KEY-ACCEPTED");
  }

  @Test
  void whoKnocksWithAWrongKeyDoesNotChangeWhatIsSaidOfAGoodTerminal() throws Exception {
    tell(Kind.CURRENT, head);
    take(terminal.all());
    TellingTerminal stranger =
        new TellingTerminal(
                Files.createDirectories(folder.resolve("stranger")), "yuezhuang-1", SERIES)
            .tell(Kind.TROUBLE, clock.instant(), "370323104", Optional.of("SYNC-IO"));
    assertRefused(take(stranger.all()), "REPORT-KEY");
    clock.advance(Duration.ofMinutes(5));
    tell(Kind.CURRENT, head);
    take(terminal.batch(2, 2));
    assertThat(row().state()).isEqualTo(State.PROVEN);
  }

  @Test
  void aReceiptThatWasChangedOnThisDiskIsFlagged() throws Exception {
    tell(Kind.TROUBLE, head(7, "cd"));
    tell(Kind.CURRENT, head);
    take(terminal.all());
    Path file = folder.resolve("reports/yuezhuang-1/" + SERIES + ".jsonl");
    Files.writeString(file, Files.readString(file).replace("TROUBLE", "CURRENT"));
    assertThat(row().state()).isEqualTo(State.DOUBTFUL);
    assertThat(row().flags()).extracting(FleetRow.Flag::code).contains("REPORT-DISK");
  }

  @Test
  void whatAPowerCutLeftOfALineIsMended() throws Exception {
    tell(Kind.STARTED);
    tell(Kind.CURRENT, head);
    take(terminal.batch(1, 1));
    Files.writeString(
        folder.resolve("reports/yuezhuang-1/" + SERIES + ".jsonl"),
        "{\"terminal\":\"yuezh",
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
    assertThat(take(terminal.batch(2, 2))).isInstanceOf(Intake.Taken.class);
    assertThat(row().flags()).isEmpty();
    assertThat(row().state()).isEqualTo(State.PROVEN);
  }

  @Test
  void aStickIsCollectedAndNothingElseOnItOpened() throws Exception {
    tell(Kind.CURRENT, head);
    tell(Kind.CURRENT, head);
    Path stick = folder.resolve("stick");
    Path mine = Files.createDirectories(stick.resolve("receipts/yuezhuang-1"));
    Files.write(mine.resolve(SERIES + "-1-1.jsonl.gz"), terminal.batch(1, 1));
    Files.write(mine.resolve(SERIES + "-2-2.jsonl.gz"), terminal.batch(2, 2));
    Files.writeString(mine.resolve("autorun.inf"), "x");
    Files.createSymbolicLink(
        mine.resolve(SERIES + "-3-3.jsonl.gz"), mine.resolve(SERIES + "-1-1.jsonl.gz"));
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.createSymbolicLink(stick.resolve("receipts/t-2"), elsewhere);
    byte[] bad = terminal.batch(2, 2);
    bad[bad.length / 2] ^= 1;
    Files.write(mine.resolve(SERIES + "-9-9.jsonl.gz"), bad);
    List<StickCollection.Collected> collected =
        new StickCollection(reports, FleetLimits.STANDARD).run(stick);
    assertThat(collected).hasSize(3);
    assertThat(collected.getLast().intake()).isInstanceOf(Intake.Refused.class);
    assertThat(row().state()).isEqualTo(State.PROVEN);
    assertThat(row().last().orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void namesInAPageAreNeverMarkup() throws Exception {
    FleetPage page =
        new FleetPage(
            new Expected("<b>x</b>", List.of(head), List.of()), FleetLimits.STANDARD, clock);
    assertThat(page.whole(rows())).doesNotContain("<b>x</b>").contains("&lt;b&gt;x");
  }
}
