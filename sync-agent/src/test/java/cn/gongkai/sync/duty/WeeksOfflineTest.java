package cn.gongkai.sync.duty;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.report.TerminalKey;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.desk.fleet.Acknowledging;
import cn.gongkai.desk.fleet.Expected;
import cn.gongkai.desk.fleet.Fleet;
import cn.gongkai.desk.fleet.FleetLimits;
import cn.gongkai.desk.fleet.FleetRow;
import cn.gongkai.desk.fleet.Intake;
import cn.gongkai.desk.fleet.ReportsFolder;
import cn.gongkai.desk.fleet.State;
import cn.gongkai.desk.fleet.StickCollection;
import cn.gongkai.desk.publish.PublishedSite;
import cn.gongkai.desk.web.Proxies;
import cn.gongkai.desk.web.SiteServer;
import cn.gongkai.sync.config.ReceiptLimits;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.cycle.Progress;
import cn.gongkai.sync.cycle.SyncCycle;
import cn.gongkai.sync.cycle.SyncOutcome;
import cn.gongkai.sync.receipt.ReceiptBook;
import cn.gongkai.sync.receipt.ReceiptPost;
import cn.gongkai.sync.receipt.StickReceipts;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.site.HttpDesk;
import cn.gongkai.sync.site.HttpSite;
import cn.gongkai.sync.site.SiteSource;
import cn.gongkai.sync.site.Sources;
import cn.gongkai.sync.stick.Exported;
import cn.gongkai.sync.stick.StickAnswer;
import cn.gongkai.sync.stick.StickExport;
import cn.gongkai.sync.stick.StickWatch;
import cn.gongkai.testkit.ManualClock;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A hall's line is dead for six weeks, a stick comes, and the line comes back: the agent's own
/// parts against the desk's own server over HTTP, with one clock for both.
@QuarkusTest
@Timeout(180)
class WeeksOfflineTest {

  private static final Duration STEP = Duration.ofHours(6);
  private static final int DAYS = 42;
  private static final ReceiptLimits TELLING = ReceiptLimits.DEFAULT;

  @TempDir Path folder;
  private SiteSimulator site;
  private ManualClock clock;
  private ReportsFolder reports;
  private SiteServer server;
  private SiteSource line;
  private HttpDesk desk;
  private Path terminal;
  private Duty duty;

  @BeforeEach
  void aTerminalOnTheLine() throws Exception {
    site = SiteSimulator.small(folder);
    clock = site.clock();
    reports = ReportsFolder.open(folder.resolve("reports"), clock, FleetLimits.STANDARD);
    terminal = Files.createDirectories(folder.resolve("terminal"));
    serve(0);
    line = new HttpSite(server.url(), SyncLimits.DEFAULT, clock);
    desk = new HttpDesk(server.url().resolve("receipts"), SyncLimits.DEFAULT, TELLING, clock);
    TerminalKey key = TerminalKey.open(terminal);
    Optional<String> hall = Optional.of("center");
    duty =
        new Duty(
            terminal,
            () -> cycle(line, SyncLimits.DEFAULT),
            stick -> cycle(new FolderSite(stick), SyncLimits.DEFAULT.forStick()),
            Optional.of(
                new Duty.Telling(
                    new ReceiptBook(terminal, "t-1", hall, clock, TELLING),
                    new ReceiptPost(
                        terminal, "t-1", key, Optional.of(desk), clock, TELLING, Optional.empty()),
                    new StickReceipts(terminal, key, clock, TELLING),
                    new StickAnswer(terminal, "t-1", clock))),
            new StickWatch(terminal, List.of(), SyncLimits.DEFAULT, TELLING, clock),
            clock,
            TELLING);
  }

  @AfterEach
  void stop() {
    line.close();
    desk.close();
    server.close();
  }

  private void serve(int port) throws Exception {
    server =
        SiteServer.start(
            site.site(),
            InetAddress.getLoopbackAddress(),
            port,
            reports,
            FleetLimits.STANDARD,
            clock,
            Proxies.NONE);
  }

  private SyncOutcome cycle(SiteSource from, SyncLimits limits) {
    Sources sources = new Sources(List.of(from), List.of());
    return new SyncCycle(terminal, sources, Optional.empty(), limits, clock, Progress.SILENT).run();
  }

  private AgentReport report() {
    return TerminalJson.agentReport(terminal).find().orElseThrow();
  }

  private long waiting() throws Exception {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      return file.receipts().size();
    }
  }

  private FleetRow row() throws Exception {
    PublishedSite published = PublishedSite.read(site.site(), clock);
    Expected expected = new Expected("x", published.heads(), List.of());
    return new Fleet(reports, expected, FleetLimits.STANDARD, clock).provenRows().getFirst();
  }

  private void publish(String title) throws Exception {
    site.release().put(SampleEntities.item("zc-1", title, "文")).publish();
  }

  private Instant shownAsOf() throws Exception {
    try (ContentReader reader = ContentReader.open(terminal, clock)) {
      return reader.state().asOf().orElseThrow();
    }
  }

  @Test
  void sixWeeksWithoutALineEndInProof() throws Exception {
    duty.begin();
    assertThat(duty.cycle()).isInstanceOf(SyncOutcome.Applied.class);
    Instant proven = report().succeededAt().orElseThrow();
    Instant first = shownAsOf();
    assertThat(waiting()).isZero();
    assertThat(row().state()).isEqualTo(State.PROVEN);

    int port = server.port();
    server.close();
    long told = offline(proven, first);

    Path stick = folder.resolve("stick");
    publish("示例：第六周");
    assertThat(export(stick)).isInstanceOf(Exported.Done.class);
    clock.advance(Duration.ofDays(10));
    assertThat(duty.cycleFrom(stick)).isInstanceOf(SyncOutcome.Carried.class);
    assertThat(shownAsOf()).as("the content is the stick's").isAfter(first);
    assertThat(report().code()).contains("SYNC-STICK");
    assertThat(report().succeededAt()).as("and not proven to be the newest").contains(proven);
    assertThat(waiting()).isEqualTo(told + 1);

    assertThat(new StickCollection(reports, FleetLimits.STANDARD).run(stick))
        .isNotEmpty()
        .allMatch(each -> each.intake() instanceof Intake.Taken);
    assertThat(row().byStick()).isTrue();
    assertThat(row().missing()).isZero();
    new Acknowledging(reports, FleetLimits.STANDARD, clock)
        .write(site.site(), folder.resolve("keys"));
    publish("示例：第八周");
    assertThat(export(stick)).isInstanceOf(Exported.Done.class);
    assertThat(duty.cycleFrom(stick)).isInstanceOf(SyncOutcome.Carried.class);
    assertThat(waiting()).as("what was told since").isOne();

    clock.advance(STEP);
    publish("示例：第九周");
    serve(port);
    assertThat(duty.cycle()).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(waiting()).isZero();
    assertThat(report().succeededAt()).contains(clock.instant());
    assertThat(row().state()).isEqualTo(State.PROVEN);
    assertThat(row().byStick()).isFalse();
    assertThat(row().flags()).isEmpty();
    assertThat(row().missing()).isZero();
    assertThat(row().dropped()).isZero();
    assertThat(row().last().orElseThrow().number()).as("all, in order").isEqualTo(told + 5);
  }

  private Exported export(Path stick) throws Exception {
    return new StickExport(new FolderSite(site.site()), stick, SyncLimits.DEFAULT, clock).run();
  }

  /// @return how many receipts wait
  private long offline(Instant proven, Instant first) throws Exception {
    for (int step = 0; step < DAYS * 4; step++) {
      clock.advance(STEP);
      if (step % 28 == 0) {
        publish("示例：第" + step + "步");
      }
      assertThat(duty.cycle()).isInstanceOf(SyncOutcome.Unreachable.class);
      assertThat(report().succeededAt()).contains(proven);
      assertThat(report().attemptedAt()).isEqualTo(clock.instant());
      assertThat(shownAsOf()).isEqualTo(first);
    }
    assertThat(row().state()).isEqualTo(State.SILENT);
    assertThat(waiting()).isEqualTo(DAYS * 4L);
    return waiting();
  }
}
