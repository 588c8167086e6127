package cn.gongkai.sync.cli;

import cn.gongkai.sync.cycle.Progress;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Progress as lines, at most one a second, so that a quick cycle prints none.
final class PrintedProgress implements Progress {

  private static final Duration PACE = Duration.ofSeconds(1);

  private final PrintWriter err;
  private final Clock clock;
  private Instant last;

  PrintedProgress(PrintWriter err, Clock clock) {
    this.err = err;
    this.clock = clock;
    this.last = clock.instant();
  }

  @Override
  public void at(String what, long done, long total) {
    Instant now = clock.instant();
    if (Duration.between(last, now).compareTo(PACE) >= 0) {
      last = now;
      err.println(total > 0 ? what + " " + done + " of " + total : what + " " + done);
    }
  }
}
