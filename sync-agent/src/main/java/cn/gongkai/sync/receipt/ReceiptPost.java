package cn.gongkai.sync.receipt;

import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.report.ReceiptBatch;
import cn.gongkai.content.report.ReceiptText;
import cn.gongkai.content.report.ReportException;
import cn.gongkai.content.report.ReportLimits;
import cn.gongkai.content.report.TerminalKey;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.ReceiptQueue;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.sync.config.ReceiptLimits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what waits to the desk, where one is set. What is not acknowledged stays; a desk that
/// fails is asked again after a pause that doubles. Not thread-safe.
public final class ReceiptPost {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptPost.class);

  private final Path terminal;
  private final String name;
  private final TerminalKey key;
  private final Optional<DeskLine> desk;
  private final Clock clock;
  private final ReceiptLimits limits;
  private Duration pause = Duration.ZERO;
  private Optional<Instant> failedAt = Optional.empty();
  private Optional<String> trouble = Optional.empty();
  private Optional<Instant> heardAt;

  /// @param heardAt when the desk last acknowledged something, as far as is known
  public ReceiptPost(
      Path terminal,
      String name,
      TerminalKey key,
      Optional<DeskLine> desk,
      Clock clock,
      ReceiptLimits limits,
      Optional<Instant> heardAt) {
    this.terminal = terminal;
    this.name = name;
    this.key = key;
    this.desk = desk;
    this.clock = clock;
    this.limits = limits;
    this.heardAt = heardAt;
  }

  /// Sends what waits, unless the desk has failed a short while ago.
  ///
  /// @return how telling the desk goes
  public AgentReport.Reporting run() throws StoreException {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      ReceiptQueue queue = file.receipts();
      if (desk.isPresent() && isTime()) {
        send(queue, desk.get());
      }
      return standing(queue);
    }
  }

  /// The county has acknowledged something on a stick.
  ///
  /// @param at when it said so
  /// @return how telling the desk goes
  public AgentReport.Reporting acknowledgedByStick(Instant at) throws StoreException {
    heardAt = heardAt.filter(at::isBefore).or(() -> Optional.of(at));
    try (TerminalFile file = TerminalFile.open(terminal)) {
      return standing(file.receipts());
    }
  }

  private AgentReport.Reporting standing(ReceiptQueue queue) throws StoreException {
    return new AgentReport.Reporting(name, heardAt, queue.size(), queue.dropped(), trouble);
  }

  /// A clock that was set back does not silence the terminal.
  private boolean isTime() {
    Instant now = clock.instant();
    return failedAt.filter(at -> !now.isBefore(at) && now.isBefore(at.plus(pause))).isEmpty();
  }

  private void send(ReceiptQueue queue, DeskLine to) throws StoreException {
    for (int sent = 0; sent < limits.batchesMax(); sent++) {
      ReceiptQueue.Waiting waiting = queue.waiting(0, ReportLimits.STANDARD.batchLines());
      if (waiting.lines().isEmpty()) {
        return;
      }
      List<String> lines = Fitting.of(waiting.lines(), limits.batchBytes());
      if (!send(queue, to, lines, waiting.dropped())) {
        return;
      }
    }
  }

  /// @return true where the desk took all of it
  private boolean send(ReceiptQueue queue, DeskLine to, List<String> lines, long dropped)
      throws StoreException {
    try {
      Receipt first = ReceiptText.read(lines.getFirst());
      long end = first.number() + lines.size() - 1;
      byte[] batch = ReceiptBatch.seal(key, lines, dropped, clock.instant());
      return switch (to.send(batch)) {
        case DeskAnswer.Acknowledged ack when isOf(ack, first, end) -> {
          queue.acknowledge(ack.series(), ack.number());
          heard();
          yield ack.number() == end;
        }
        case DeskAnswer.Acknowledged ack -> failed("SYNC-DESK-ANSWER", "it acknowledges " + ack);
        case DeskAnswer.Failed no -> failed(no.code(), no.why());
      };
    } catch (ReportException e) {
      return failed(e.code(), String.valueOf(e.getMessage()));
    }
  }

  private static boolean isOf(DeskAnswer.Acknowledged ack, Receipt first, long end) {
    return ack.terminal().equals(first.terminal())
        && ack.series().equals(first.series())
        && ack.number() >= first.number()
        && ack.number() <= end;
  }

  private void heard() {
    heardAt = Optional.of(clock.instant());
    trouble = Optional.empty();
    failedAt = Optional.empty();
    pause = Duration.ZERO;
  }

  private boolean failed(String code, String why) {
    LOG.warn("the desk took no receipts: {}: {}", code, why);
    trouble = Optional.of(code);
    failedAt = Optional.of(clock.instant());
    Duration next = pause.isZero() ? limits.retryMin() : pause.multipliedBy(2);
    pause = next.compareTo(limits.retryMax()) > 0 ? limits.retryMax() : next;
    return false;
  }
}
