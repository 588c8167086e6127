package cn.gongkai.sync.config;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/// The hours in which large files are fetched, so that a hall's line is free by day.
///
/// @param from beginning, included
/// @param until end, excluded; before `from` where the hours span midnight; the same for no limit
/// @param zone of the terminal
/// @param largeBytes files above this wait
/// @param patience how long files wait at most: a terminal that is switched off at night fetches
///   them by day from then on
public record NightHours(
    LocalTime from, LocalTime until, ZoneId zone, long largeBytes, Duration patience) {

  /// Everything at any time.
  public static final NightHours ANY_TIME =
      new NightHours(
          LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneId.of("Asia/Shanghai"), 0, Duration.ZERO);

  /// @param waitingSince since when files have been waiting
  /// @return true where a file of this size may be fetched now
  public boolean allow(long bytes, Instant now, Optional<Instant> waitingSince) {
    return from.equals(until)
        || bytes <= largeBytes
        || isNight(now.atZone(zone).toLocalTime())
        || waitingSince.filter(since -> !since.plus(patience).isAfter(now)).isPresent();
  }

  private boolean isNight(LocalTime now) {
    return from.isBefore(until)
        ? !now.isBefore(from) && now.isBefore(until)
        : !now.isBefore(from) || now.isBefore(until);
  }

  @Override
  public String toString() {
    return from + " to " + until;
  }
}
