package cn.gongkai.desk.fleet;

import java.time.Duration;

/// Bounds of what terminals may leave at the desk.
///
/// @param terminals names that are registered on first use
/// @param seriesBytes receipts of one series
/// @param series numberings of one terminal
/// @param notesBytes what the desk notes of one terminal
/// @param batchesAMinute batches from one address, behind which many may stand; more are put off
/// @param batchesOfOneAMinute batches that one terminal has signed; more are put off
/// @param batchesAtOnce batches that are taken at the same time; more are put off
/// @param silentAfter without a word for so long a terminal is one to look after
/// @param stickSilentAfter the same for one that is heard of by stick
/// @param shownWithin how long after a release was applied the screen may not have shown it
/// @param clockOff by how much a terminal's clock may be wrong without being flagged
/// @param bodyWithin how long a batch may take to arrive
/// @param bodiesAtOnce batches that may be on their way at the same time; more are put off
/// @param proofBytes how much of what was told is read again for each page, to prove that nobody
///   changed it on this disk
/// @param pageRows terminals of one page
/// @param acknowledged terminals whose receipts are acknowledged on sticks, those heard of last
/// @param stickFiles files of receipts that are taken from one stick
public record FleetLimits(
    int terminals,
    long seriesBytes,
    int series,
    long notesBytes,
    int batchesAMinute,
    int batchesOfOneAMinute,
    int batchesAtOnce,
    Duration silentAfter,
    Duration stickSilentAfter,
    Duration shownWithin,
    Duration clockOff,
    Duration bodyWithin,
    int bodiesAtOnce,
    long proofBytes,
    int pageRows,
    int acknowledged,
    int stickFiles) {

  public static final FleetLimits STANDARD =
      new FleetLimits(
          50_000,
          256L << 20,
          64,
          8L << 20,
          3_000,
          60,
          16,
          Duration.ofHours(26),
          Duration.ofDays(45),
          Duration.ofHours(6),
          Duration.ofHours(1),
          Duration.ofSeconds(30),
          256,
          32L << 20,
          500,
          2_000,
          10_000);
}
