package cn.gongkai.sync.config;

import java.time.Duration;

/// Bounds of everything the agent does.
///
/// @param connectTimeout until the site has accepted a connection
/// @param readTimeout until the next byte of an answer
/// @param throughputBytesMin bytes that must arrive in every `throughputWindow`
/// @param blobBytesMax size of one blob
/// @param blobsFirstBytesMax how much of new items' blobs is fetched before the release is applied;
///   what is larger follows after
/// @param attemptsMax tries for one file within a cycle
/// @param pollInterval between two cycles
/// @param pollJitter added at random, so that terminals do not ask in step
/// @param diskReserveBytes free space that stays free
/// @param revealBytes after how much of what follows the items that became ready are shown
/// @param night when large files are fetched
/// @param expiredFor how long metadata may have expired and still be taken, as authentic but of
///   unknown freshness: zero on the line
public record SyncLimits(
    Duration connectTimeout,
    Duration readTimeout,
    long throughputBytesMin,
    Duration throughputWindow,
    long blobBytesMax,
    long blobsFirstBytesMax,
    int attemptsMax,
    Duration pollInterval,
    Duration pollJitter,
    long diskReserveBytes,
    long revealBytes,
    NightHours night,
    Duration expiredFor) {

  public static final SyncLimits DEFAULT =
      new SyncLimits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          60 * 1024,
          Duration.ofSeconds(60),
          512L << 20,
          16L << 20,
          3,
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          64L << 20,
          4L << 20,
          NightHours.ANY_TIME,
          Duration.ZERO);

  /// Metadata is signed for a week; a stick may be on its way to a hall for some weeks more.
  private static final Duration STICK_AGE = Duration.ofDays(45);

  public SyncLimits withPollInterval(Duration interval) {
    return new SyncLimits(
        connectTimeout,
        readTimeout,
        throughputBytesMin,
        throughputWindow,
        blobBytesMax,
        blobsFirstBytesMax,
        attemptsMax,
        interval,
        interval.dividedBy(5),
        diskReserveBytes,
        revealBytes,
        night,
        expiredFor);
  }

  public SyncLimits withNight(NightHours hours) {
    return new SyncLimits(
        connectTimeout,
        readTimeout,
        throughputBytesMin,
        throughputWindow,
        blobBytesMax,
        blobsFirstBytesMax,
        attemptsMax,
        pollInterval,
        pollJitter,
        diskReserveBytes,
        revealBytes,
        hours,
        expiredFor);
  }

  /// For a site that came on a stick.
  public SyncLimits forStick() {
    return new SyncLimits(
        connectTimeout,
        readTimeout,
        throughputBytesMin,
        throughputWindow,
        blobBytesMax,
        blobsFirstBytesMax,
        attemptsMax,
        pollInterval,
        pollJitter,
        diskReserveBytes,
        revealBytes,
        NightHours.ANY_TIME,
        STICK_AGE);
  }

  /// True where what comes may be authentic only, not the newest.
  public boolean ofStick() {
    return !expiredFor.isZero();
  }
}
