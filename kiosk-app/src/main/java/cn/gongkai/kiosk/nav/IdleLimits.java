package cn.gongkai.kiosk.nav;

import java.time.Duration;

/// How long the terminal waits for a person who does nothing.
///
/// @param warning the last stretch of each wait, in which the bar counts down
/// @param more what 还要看 adds
/// @param stepMax longest time between two looks at the clock that counts as waiting: a clock set
///   forward, or a machine that slept, throws nobody out
public record IdleLimits(
    Duration home,
    Duration list,
    Duration reading,
    Duration warning,
    Duration more,
    Duration stepMax) {

  public static final IdleLimits DEFAULT =
      new IdleLimits(
          Duration.ofSeconds(60),
          Duration.ofSeconds(90),
          Duration.ofSeconds(180),
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          Duration.ofSeconds(2));
}
