package cn.gongkai.sync.duty;

import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.report.ReportException;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.StaffRequest;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.sync.config.ReceiptLimits;
import cn.gongkai.sync.cycle.SyncOutcome;
import cn.gongkai.sync.receipt.Arrived;
import cn.gongkai.sync.receipt.ReceiptBook;
import cn.gongkai.sync.receipt.ReceiptPost;
import cn.gongkai.sync.receipt.StickReceipts;
import cn.gongkai.sync.stick.StickAnswer;
import cn.gongkai.sync.stick.StickWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An agent's cycles with all that belongs to them: each is told in receipts, receipts go to the
/// desk and onto sticks, a stick is shown to staff and imported when they confirm it. One thread.
///
/// Whatever goes wrong with telling is logged and costs the content nothing.
public final class Duty {

  private static final Logger LOG = LoggerFactory.getLogger(Duty.class);

  private final Path terminal;
  private final Supplier<SyncOutcome> online;
  private final Function<Path, SyncOutcome> fromStick;
  private final Optional<Telling> telling;
  private final StickWatch sticks;
  private final Clock clock;
  private final ReceiptLimits limits;

  /// What was last said of it, so that a look every two seconds does not fill the log.
  private String unreadable = "";

  /// Who tells.
  ///
  /// @param book writes receipts
  /// @param post sends them
  /// @param carried puts them on sticks
  /// @param answer reads on sticks what the county has got of them
  public record Telling(
      ReceiptBook book, ReceiptPost post, StickReceipts carried, StickAnswer answer) {}

  /// @param online one cycle with the site
  /// @param fromStick one cycle with a site in a folder, as of a stick
  /// @param telling empty where this machine's disk does not even hold a key
  public Duty(
      Path terminal,
      Supplier<SyncOutcome> online,
      Function<Path, SyncOutcome> fromStick,
      Optional<Telling> telling,
      StickWatch sticks,
      Clock clock,
      ReceiptLimits limits) {
    this.terminal = terminal;
    this.online = online;
    this.fromStick = fromStick;
    this.telling = telling;
    this.sticks = sticks;
    this.clock = clock;
    this.limits = limits;
  }

  /// Something that may fail without harm to the content.
  @FunctionalInterface
  private interface Attempt {
    void make() throws StoreException, ReportException, ReleaseException, IOException;
  }

  /// The agent begins to go on.
  public void begin() {
    telling.ifPresent(it -> quietly("the receipt of the start", () -> it.book().started(report())));
  }

  /// One cycle with the site.
  public SyncOutcome cycle() {
    return told(online);
  }

  /// One cycle with a stick. What it acknowledges of receipts leaves the queue, and what waits then
  /// is put on it.
  public SyncOutcome cycleFrom(Path stick) {
    SyncOutcome outcome = told(() -> fromStick.apply(stick));
    telling.ifPresent(
        it -> {
          quietly("what the stick acknowledges", () -> acknowledge(it, stick));
          quietly(
              "receipts on the stick",
              () -> LOG.info("{} receipts on {}", it.carried().writeTo(stick), stick));
        });
    return outcome;
  }

  private void acknowledge(Telling it, Path stick)
      throws StoreException, ReleaseException, IOException {
    Optional<Arrived> arrived = it.answer().take(stick);
    if (arrived.isPresent()) {
      AgentReport.Reporting now = it.post().acknowledgedByStick(arrived.get().issued());
      update(report -> report.withReporting(Optional.of(now)));
      int cleared = it.carried().clear(stick, arrived.get());
      LOG.info(
          "the county has receipts up to {}; {} files of the stick are done",
          arrived.get().held().to(),
          cleared);
    }
  }

  private SyncOutcome told(Supplier<SyncOutcome> cycle) {
    Optional<AgentReport> before = report();
    SyncOutcome outcome = cycle.get();
    if (!(outcome instanceof SyncOutcome.Busy)) {
      telling.ifPresent(it -> tell(it, before));
    }
    return outcome;
  }

  private void tell(Telling it, Optional<AgentReport> before) {
    quietly(
        "receipts",
        () -> {
          Optional<AgentReport> after = report();
          if (after.isPresent()) {
            it.book().attempted(before, after.get());
          }
        });
    quietly(
        "telling the desk",
        () -> {
          AgentReport.Reporting told = it.post().run();
          update(report -> report.withReporting(Optional.of(told)));
        });
  }

  /// Looks at sticks and at what staff ask for, and does it.
  ///
  /// @return true where the next cycle with the site is to begin now
  public boolean lookAround() {
    boolean now = false;
    Optional<StickWatch.Found> found = seen();
    for (StaffRequest request : requests()) {
      switch (request) {
        case StaffRequest.SyncNow ignored -> now = true;
        case StaffRequest.ImportStick wanted -> importConfirmed(wanted, found);
      }
    }
    return now;
  }

  private Optional<StickWatch.Found> seen() {
    List<ChannelHead> held = report().map(AgentReport::heads).orElse(List.of());
    Optional<StickWatch.Found> found = sticks.look(held);
    Optional<AgentReport.Stick> stick = found.map(StickWatch.Found::stick);
    if (!report().flatMap(AgentReport::stick).equals(stick)) {
      quietly("the stick in the report", () -> update(report -> report.withStick(stick)));
    }
    return found;
  }

  /// What was confirmed is imported, and nothing else: another stick in its place is not.
  private void importConfirmed(StaffRequest.ImportStick wanted, Optional<StickWatch.Found> found) {
    Optional<StickWatch.Found> confirmed =
        found.filter(it -> it.stick().id().equals(wanted.stick()));
    if (confirmed.isEmpty()) {
      LOG.warn("SYNC-STICK-GONE: the stick that staff confirmed is not there any more");
      quietly("a fault", () -> fault("SYNC-STICK-GONE", "confirmed: " + wanted.stick()));
      return;
    }
    SyncOutcome outcome = cycleFrom(confirmed.get().folder());
    LOG.info("import of {}: {}", confirmed.get().folder(), outcome.describe());
    seen();
  }

  private void fault(String code, String text) throws StoreException {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      file.fault(code, clock.instant(), text);
    }
  }

  /// What was asked long ago, while no agent ran, is not done any more.
  private List<StaffRequest> requests() {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      return file.takeRequests().stream()
          .filter(
              request ->
                  Duration.between(request.at(), clock.instant())
                          .abs()
                          .compareTo(limits.requestAge())
                      <= 0)
          .toList();
    } catch (StoreException e) {
      String why = String.valueOf(e.getMessage());
      if (!why.equals(unreadable)) {
        LOG.warn("what staff ask for could not be read: {}", why);
      }
      unreadable = why;
      return List.of();
    }
  }

  private Optional<AgentReport> report() {
    return TerminalJson.agentReport(terminal).find();
  }

  private void update(UnaryOperator<AgentReport> change) throws StoreException {
    TerminalJson<AgentReport> file = TerminalJson.agentReport(terminal);
    Optional<AgentReport> report = file.find();
    if (report.isPresent()) {
      file.write(change.apply(report.get()));
    }
  }

  private static void quietly(String what, Attempt attempt) {
    try {
      attempt.make();
    } catch (StoreException | ReportException | ReleaseException | IOException e) {
      LOG.warn("{} failed: {}", what, e.getMessage());
    }
  }
}
