package cn.gongkai.sync.share;

import java.time.Duration;

/// Bounds of what a terminal does for its neighbours.
///
/// @param requests answered at the same time
/// @param waiting requests that wait for their turn; more are turned away with 503
/// @param bytesPerSecond sent to all neighbours together
/// @param requestTime until a request has arrived whole
/// @param answerTime until a whole answer has been taken
public record ShareLimits(
    int requests, int waiting, long bytesPerSecond, Duration requestTime, Duration answerTime) {

  public static final ShareLimits DEFAULT =
      new ShareLimits(4, 16, 4L << 20, Duration.ofSeconds(10), Duration.ofMinutes(10));
}
