package cn.gongkai.sync.duty;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.report.ReceiptBatch;
import cn.gongkai.content.report.ReportLimits;
import cn.gongkai.content.report.TerminalKey;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.StaffRequest;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.sync.config.ReceiptLimits;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.cycle.Progress;
import cn.gongkai.sync.cycle.SyncCycle;
import cn.gongkai.sync.cycle.SyncOutcome;
import cn.gongkai.sync.receipt.ReceiptBook;
import cn.gongkai.sync.receipt.ReceiptPost;
import cn.gongkai.sync.receipt.StickReceipts;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.site.Sources;
import cn.gongkai.sync.stick.StickAnswer;
import cn.gongkai.sync.stick.StickExport;
import cn.gongkai.sync.stick.StickWatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An agent with all its parts but the network.
class DutyTest {

  @TempDir Path folder;
  private SiteSimulator site;
  private Path terminal;
  private Path stick;
  private Duty duty;

  @BeforeEach
  void anAgent() throws Exception {
    site = SiteSimulator.small(folder);
    terminal = Files.createDirectories(folder.resolve("terminal"));
    stick = Files.createDirectories(folder.resolve("media")).resolve("USB");
    TerminalKey key = TerminalKey.open(terminal);
    ReceiptLimits limits = ReceiptLimits.DEFAULT;
    duty =
        new Duty(
            terminal,
            () -> sync(site.site(), SyncLimits.DEFAULT),
            from -> sync(from, SyncLimits.DEFAULT.forStick()),
            Optional.of(
                new Duty.Telling(
                    new ReceiptBook(terminal, "t-1", Optional.empty(), site.clock(), limits),
                    new ReceiptPost(
                        terminal,
                        "t-1",
                        key,
                        Optional.empty(),
                        site.clock(),
                        limits,
                        Optional.empty()),
                    new StickReceipts(terminal, key, site.clock(), limits),
                    new StickAnswer(terminal, "t-1", site.clock()))),
            new StickWatch(
                terminal,
                List.of(folder.resolve("media")),
                SyncLimits.DEFAULT,
                limits,
                site.clock()),
            site.clock(),
            limits);
    duty.cycle();
  }

  private SyncOutcome sync(Path from, SyncLimits limits) {
    return new SyncCycle(
            terminal,
            new Sources(List.of(new FolderSite(from)), List.of()),
            Optional.empty(),
            limits,
            site.clock(),
            Progress.SILENT)
        .run();
  }

  private void plugIn() throws Exception {
    site.clock().advance(Duration.ofHours(1));
    site.release().put(SampleEntities.item("zc-1", "示例：新", "文")).publish();
    new StickExport(new FolderSite(site.site()), stick, SyncLimits.DEFAULT, site.clock()).run();
  }

  private AgentReport report() {
    return TerminalJson.agentReport(terminal).find().orElseThrow();
  }

  private void ask(StaffRequest request) throws Exception {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      file.ask(request);
    }
  }

  private List<Receipt> onStick() throws Exception {
    List<Receipt> receipts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(stick.resolve("receipts"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        receipts.addAll(
            ReceiptBatch.open(Files.readAllBytes(file), ReportLimits.STANDARD).receipts());
      }
    }
    return receipts;
  }

  @Test
  void aCycleIsToldAndTheReportSaysHowTellingGoes() {
    assertThat(report().reporting().orElseThrow().queued()).isOne();
    assertThat(report().reporting().orElseThrow().terminal()).isEqualTo("t-1");
    assertThat(report().stick()).isEmpty();
  }

  @Test
  void aStickWaitsUntilStaffConfirmItAndLeavesWithTheReceipts() throws Exception {
    plugIn();
    assertThat(duty.lookAround()).isFalse();
    AgentReport.Stick seen = report().stick().orElseThrow();
    assertThat(seen.newer()).isTrue();
    assertThat(report().outcome()).isEqualTo(AgentReport.Outcome.APPLIED);
    ask(new StaffRequest.ImportStick(seen.id(), site.clock().instant()));
    duty.lookAround();
    assertThat(report().outcome()).isEqualTo(AgentReport.Outcome.CARRIED);
    assertThat(report().stick().orElseThrow().newer()).isFalse();
    assertThat(onStick())
        .extracting(Receipt::kind)
        .containsExactly(Receipt.Kind.APPLIED, Receipt.Kind.CARRIED);
    assertThat(report().reporting().orElseThrow().queued()).isEqualTo(2);
  }

  @Test
  void asSoonAsTheStickIsGoneTheReportSaysSo() throws Exception {
    plugIn();
    duty.lookAround();
    Files.move(stick, folder.resolve("away"));
    duty.lookAround();
    assertThat(report().stick()).isEmpty();
  }

  @Test
  void anotherStickThanTheOneThatWasConfirmedIsNotImported() throws Exception {
    plugIn();
    duty.lookAround();
    ask(new StaffRequest.ImportStick("0123456789abcdef", site.clock().instant()));
    duty.lookAround();
    assertThat(report().outcome()).isEqualTo(AgentReport.Outcome.APPLIED);
    try (TerminalFile file = TerminalFile.open(terminal)) {
      assertThat(file.faults()).extracting(TerminalFile.Fault::code).contains("SYNC-STICK-GONE");
    }
  }

  @Test
  void whatWasAskedLongAgoIsNotDoneAnyMore() throws Exception {
    ask(new StaffRequest.SyncNow(site.clock().instant()));
    assertThat(duty.lookAround()).isTrue();
    assertThat(duty.lookAround()).isFalse();
    ask(new StaffRequest.SyncNow(site.clock().instant()));
    site.clock().advance(Duration.ofHours(1));
    assertThat(duty.lookAround()).isFalse();
  }

  @Test
  void receiptsOnAStickAreNeverOverwrittenAndNotWrittenTwice() throws Exception {
    Files.createDirectories(stick);
    StickReceipts carried =
        new StickReceipts(
            terminal, TerminalKey.open(terminal), site.clock(), ReceiptLimits.DEFAULT);
    assertThat(carried.writeTo(stick)).isOne();
    Path others = Files.createDirectories(stick.resolve("receipts/t-9"));
    Files.writeString(others.resolve("x.jsonl.gz"), "theirs");
    assertThat(carried.writeTo(stick)).isZero();
    duty.begin();
    assertThat(carried.writeTo(stick)).isOne();
    try (Stream<Path> files = Files.list(stick.resolve("receipts/t-1"))) {
      assertThat(files).hasSize(2);
    }
    assertThat(Files.readString(others.resolve("x.jsonl.gz"))).isEqualTo("theirs");
  }

  @Test
  void aLinkOnAStickDoesNotLeadOurWritingElsewhere() throws Exception {
    Files.createDirectories(stick);
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.createSymbolicLink(stick.resolve("receipts"), elsewhere);
    duty.cycleFrom(stick);
    try (Stream<Path> files = Files.list(elsewhere)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aDamagedFileOfReceiptsCostsTheContentNothing() throws Exception {
    Files.delete(terminal.resolve("terminal.sqlite"));
    Files.createDirectory(terminal.resolve("terminal.sqlite"));
    site.clock().advance(Duration.ofHours(1));
    site.release().put(SampleEntities.item("zc-1", "示例：新", "文")).publish();
    assertThat(duty.cycle()).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(duty.lookAround()).isFalse();
  }
}
