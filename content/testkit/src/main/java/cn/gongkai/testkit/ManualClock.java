package cn.gongkai.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until a test moves it, forwards or backwards. Thread-safe.
public final class ManualClock extends Clock {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  private ManualClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /// A clock in the county's time zone.
  ///
  /// @param instant ISO 8601, for example `2026-11-20T00:00:00Z`
  public static ManualClock at(String instant) {
    return new ManualClock(new AtomicReference<>(Instant.parse(instant)), BEIJING);
  }

  public void advance(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }

  public void set(Instant instant) {
    now.set(instant);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new ManualClock(now, other);
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
