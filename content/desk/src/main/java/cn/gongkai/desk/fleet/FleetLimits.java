package cn.gongkai.desk.fleet;

import java.time.Duration;

/// Bounds of what terminals may leave at the desk.
///
/// @param terminals names that are registered on first use
/// @param seriesBytes receipts of one series
/// @param series numberings of one terminal
/// @param notesBytes what the desk notes of one terminal
/// @param batchesAMinute batches from one address, behind which many may stand; more are put off
/// @param batchesAtOnce batches that are taken at the same time; more are put off
/// @param silentAfter without a word for so long a terminal is one to look after
/// @param stickFiles files of receipts that are taken from one stick
public record FleetLimits(
    int terminals,
    long seriesBytes,
    int series,
    long notesBytes,
    int batchesAMinute,
    int batchesAtOnce,
    Duration silentAfter,
    int stickFiles) {

  public static final FleetLimits STANDARD =
      new FleetLimits(50_000, 256L << 20, 64, 8L << 20, 600, 16, Duration.ofHours(26), 10_000);
}
