package cn.gongkai.kiosk.data;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How new the content is.
///
/// @param asOf when the desk published what is shown
/// @param checkedAt when the agent last proved that there is nothing newer; empty where it never
///   did
/// @param staleAfter age from which residents are told plainly
/// @param leftOut items met so far that are not shown because their texts cannot be read
///   (`STORE-TEXT`)
public record Freshness(
    Instant asOf, Optional<Instant> checkedAt, Duration staleAfter, int leftOut) {

  /// How long a check counts as being in touch with the site.
  public static final Duration IN_TOUCH = Duration.ofHours(2);

  /// True where the agent was in touch with the site a short while ago.
  public boolean onlineAt(Instant now) {
    return checkedAt.filter(at -> at.plus(IN_TOUCH).isAfter(now)).isPresent();
  }

  /// True where nothing is known to be missing from what is shown.
  public boolean whole() {
    return leftOut == 0;
  }

  /// True where nothing newer was heard of for longer than the site allows.
  public boolean staleAt(Instant now) {
    Instant known = checkedAt.filter(at -> at.isAfter(asOf)).orElse(asOf);
    return known.plus(staleAfter).isBefore(now);
  }
}
