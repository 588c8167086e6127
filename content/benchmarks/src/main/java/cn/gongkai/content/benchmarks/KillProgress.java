package cn.gongkai.content.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// How far a run of kills has come, in a file of one line a step, so that one that was stopped goes
/// on. Thread-safe.
final class KillProgress {

  private static final int SAY_EVERY = 50;

  private final Path file;
  private final int before;
  private final long secondsBefore;
  private final long began = System.nanoTime();
  private int kills;
  private int quicker;
  private int damages;

  private KillProgress(Path file, int[] counts) {
    this.file = file;
    this.kills = counts[0];
    this.quicker = counts[1];
    this.damages = counts[2];
    this.secondsBefore = counts[3];
    this.before = kills;
  }

  /// Goes on from the last line of the file, or begins.
  static KillProgress in(Path file) throws IOException {
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    int[] counts = new int[4];
    if (!lines.isEmpty()) {
      String[] words = lines.getLast().replaceAll("[^0-9 ]", "").trim().split(" +");
      for (int i = 0; i < counts.length; i++) {
        counts[i] = Integer.parseInt(words[i]);
      }
    }
    return new KillProgress(file, counts);
  }

  /// Kills of earlier runs.
  int before() {
    return before;
  }

  synchronized int kills() {
    return kills;
  }

  /// One more kill without a fault.
  ///
  /// @param itsQuicker runs that were quicker than their kill since the last one
  /// @param itsDamages damages since the last one
  /// @return what is to be said, where it is time to say it
  synchronized String killed(int itsQuicker, int itsDamages, int of) throws IOException {
    kills++;
    quicker += itsQuicker;
    damages += itsDamages;
    if (kills % SAY_EVERY != 0 && kills != of) {
      return "";
    }
    long seconds = secondsBefore + (System.nanoTime() - began) / 1_000_000_000;
    String line =
        "%d kills, %d runs were quicker, %d stores were damaged before, no fault, %d s"
            .formatted(kills, quicker, damages, seconds);
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return line;
  }
}
