package cn.gongkai.kiosk.data;

import cn.gongkai.kiosk.work.Fault;

/// What the terminal holds at the moment.
public sealed interface Holding {

  /// Not looked yet.
  record Opening() implements Holding {}

  /// Nothing to show yet: no store, or one without a release. It will come by itself.
  record Preparing(String code) implements Holding {}

  /// A store that cannot be read. It is tried again.
  record Broken(Fault fault) implements Holding {}

  /// A release to show.
  record Ready(Outline outline, Freshness freshness) implements Holding {}
}
