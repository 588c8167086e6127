package cn.gongkai.desk.publish;

import java.time.Duration;

/// Where a publication stops to ask, and how long it leaves what it no longer lists.
///
/// @param withdrawnPercent share of all items that may vanish at once without a word
/// @param withdrawnItems so few may always vanish
/// @param grace how long a file stays on the site after the last release that named it, for
///   terminals in the middle of fetching it; what is withdrawn has none
public record PublishLimits(int withdrawnPercent, int withdrawnItems, Duration grace) {

  public static final PublishLimits STANDARD = new PublishLimits(20, 10, Duration.ofDays(14));

  boolean isMany(long withdrawn, long live) {
    return withdrawn > withdrawnItems && withdrawn * 100 > live * withdrawnPercent;
  }
}
