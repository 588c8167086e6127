package cn.gongkai.kiosk.data;

import cn.gongkai.content.store.StaffRequest;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.kiosk.work.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the screen has to tell: how often things happened on a day, and its faults; also what staff
/// ask of the agent. Never what anyone typed or read. Everything is written off the screen's
/// thread; where the disk is full or the file damaged it is dropped, and nobody at the screen
/// notices. Called from any thread.
public final class Diary implements AutoCloseable {

  /// An item was opened.
  public static final String OPEN = "open";

  /// A code was shown large.
  public static final String CODE = "code";

  /// Somebody began to use the screen.
  public static final String SESSION = "session";

  /// The screen was reset because nobody touched it any more.
  public static final String IDLE = "idle-reset";

  /// Somebody began to search.
  public static final String SEARCH = "search";

  /// Somebody left the search without having found anything.
  public static final String SEARCH_NOTHING = "search-nothing";

  private static final Logger LOG = LoggerFactory.getLogger(Diary.class);

  private static final Duration REPEAT = Duration.ofMinutes(10);
  private static final int CODES_MAX = 100;

  private final Map<String, Instant> faults =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > CODES_MAX;
        }
      };
  private final Path terminal;
  private final Executor writer;
  private final Clock clock;
  private @Nullable TerminalFile file;
  private boolean failing;

  /// @param writer one thread that drops what is too much
  /// @param clock in the zone residents live in
  public Diary(Path terminal, Executor writer, Clock clock) {
    this.terminal = terminal;
    this.writer = writer;
    this.clock = clock;
  }

  @FunctionalInterface
  private interface Entry {
    void write(TerminalFile file) throws StoreException;
  }

  public void count(String event) {
    LocalDate day = LocalDate.now(clock);
    write(to -> to.count(event, day));
  }

  /// Keeps a fault. One that repeats itself every few seconds, such as a store that cannot be read,
  /// is kept once in ten minutes.
  public void fault(Fault fault) {
    Instant now = clock.instant();
    synchronized (faults) {
      Instant last = faults.getOrDefault(fault.code(), Instant.EPOCH);
      if (!now.isBefore(last) && now.isBefore(last.plus(REPEAT))) {
        return;
      }
      faults.put(fault.code(), now);
    }
    write(to -> to.fault(fault.code(), now, fault.detail()));
  }

  /// The screen shows this release.
  public void shown(long generation) {
    Instant now = clock.instant();
    write(to -> to.shown(generation, now));
  }

  public void ask(StaffRequest request) {
    write(to -> to.ask(request));
  }

  private void write(Entry entry) {
    writer.execute(() -> tryToWrite(entry));
  }

  private synchronized void tryToWrite(Entry entry) {
    try {
      if (file == null && Files.isDirectory(terminal)) {
        file = TerminalFile.open(terminal);
      }
      if (file != null) {
        entry.write(file);
        failing = false;
      }
    } catch (StoreException e) {
      if (!failing) {
        LOG.warn("the screen cannot keep its counts: {}", e.getMessage());
      }
      failing = true;
      close();
    }
  }

  /// Lets go of the file; the next entry opens it again.
  @Override
  public synchronized void close() {
    TerminalFile open = file;
    file = null;
    if (open != null) {
      try {
        open.close();
      } catch (StoreException e) {
        LOG.debug("a file that fails to close", e);
      }
    }
  }
}
