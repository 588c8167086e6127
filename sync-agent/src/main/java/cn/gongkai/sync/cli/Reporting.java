package cn.gongkai.sync.cli;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.report.TerminalKey;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.content.store.TerminalSettings;
import cn.gongkai.sync.config.ReceiptLimits;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.cycle.SyncOutcome;
import cn.gongkai.sync.duty.Duty;
import cn.gongkai.sync.receipt.DeskLine;
import cn.gongkai.sync.receipt.ReceiptBook;
import cn.gongkai.sync.receipt.ReceiptPost;
import cn.gongkai.sync.receipt.StickReceipts;
import cn.gongkai.sync.site.HttpDesk;
import cn.gongkai.sync.stick.StickAnswer;
import cn.gongkai.sync.stick.StickWatch;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An agent's duty, put together from the terminal's settings.
final class Reporting implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Reporting.class);

  /// Where Linux desktops and servers mount what is plugged in.
  private static final List<String> MOUNTS = List.of("/media", "/run/media", "/mnt");

  private final Duty duty;
  private final Optional<DeskLine> desk;

  /// @param given the desk of the command line
  Reporting(
      Path terminal,
      Supplier<SyncOutcome> online,
      Function<Path, SyncOutcome> fromStick,
      Optional<URI> given,
      Clock clock) {
    ReceiptLimits limits = ReceiptLimits.DEFAULT;
    TerminalSettings settings = settings(terminal);
    this.desk =
        given
            .or(() -> settings.reportsTo().flatMap(Reporting::address))
            .map(address -> new HttpDesk(address, SyncLimits.DEFAULT, limits, clock));
    Optional<Duty.Telling> telling =
        key(terminal).map(key -> telling(terminal, settings, key, clock, limits));
    List<String> mounts = settings.stickFolders().isEmpty() ? MOUNTS : settings.stickFolders();
    StickWatch sticks =
        new StickWatch(
            terminal, mounts.stream().map(Path::of).toList(), SyncLimits.DEFAULT, limits, clock);
    this.duty = new Duty(terminal, online, fromStick, telling, sticks, clock, limits);
  }

  private Duty.Telling telling(
      Path terminal,
      TerminalSettings settings,
      TerminalKey key,
      Clock clock,
      ReceiptLimits limits) {
    String name = settings.terminal().filter(Receipt::isTerminal).orElseGet(key::defaultName);
    Optional<Instant> heardAt =
        TerminalJson.agentReport(terminal)
            .find()
            .flatMap(AgentReport::reporting)
            .flatMap(AgentReport.Reporting::heardAt);
    return new Duty.Telling(
        new ReceiptBook(terminal, name, settings.hall(), clock, limits),
        new ReceiptPost(terminal, name, key, desk, clock, limits, heardAt),
        new StickReceipts(terminal, key, clock, limits),
        new StickAnswer(terminal, name, clock));
  }

  /// What cannot be read of the settings is said, and counts as not set.
  private static TerminalSettings settings(Path terminal) {
    TerminalJson.Reading<TerminalSettings> read = TerminalJson.settings(terminal).read();
    if (read.broken()) {
      LOG.warn("{}: terminal.json cannot be read", TerminalJson.UNREADABLE);
    } else if (!read.wrong().isEmpty()) {
      LOG.warn(
          "{}: terminal.json: of the wrong kind, and not in force: {}",
          TerminalJson.UNREADABLE,
          read.wrong());
    }
    return read.value().orElse(TerminalSettings.UNSET);
  }

  /// A disk that does not take a key of 200 bytes has worse to say than a receipt could.
  private static Optional<TerminalKey> key(Path terminal) {
    try {
      return Optional.of(TerminalKey.open(terminal));
    } catch (ReleaseException e) {
      LOG.warn("no receipts: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<URI> address(String text) {
    try {
      URI address = URI.create(text);
      if ("http".equals(address.getScheme()) || "https".equals(address.getScheme())) {
        return Optional.of(address);
      }
    } catch (IllegalArgumentException e) {
      LOG.debug("not an address", e);
    }
    LOG.warn("reportsTo of terminal.json is no web address: {}", text);
    return Optional.empty();
  }

  Duty duty() {
    return duty;
  }

  @Override
  public void close() {
    desk.ifPresent(DeskLine::close);
  }
}
