package cn.gongkai.desk.cli;

import cn.gongkai.desk.publish.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/// Tells the progress of work that takes longer than a second, at most once a second.
final class ProgressLines implements Progress {

  private static final long SECOND = 1_000_000_000L;

  private final PrintWriter err;
  private long lastTold = System.nanoTime();

  ProgressLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void at(Step step, long done, long total) {
    long now = System.nanoTime();
    if (now - lastTold >= SECOND) {
      lastTold = now;
      String count = total > 0 ? " " + done + "/" + total : "";
      err.println(step.name().toLowerCase(Locale.ROOT) + count);
      err.flush();
    }
  }
}
