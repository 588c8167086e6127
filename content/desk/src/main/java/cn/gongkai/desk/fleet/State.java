package cn.gongkai.desk.fleet;

import java.util.Locale;

/// How a terminal stands, from the worst to the best: in this order they are listed.
public enum State {
  /// It holds something of the same number with another digest, or its receipts do not hold
  /// together.
  DOUBTFUL,
  /// It says that something keeps it from the newest.
  TROUBLE,
  /// It has said nothing for too long.
  SILENT,
  /// There is a hall and no terminal ever told anything from it.
  NEVER,
  /// It holds an older state.
  BEHIND,
  /// It holds more than this site publishes: this is not the newest copy of the site.
  AHEAD,
  /// The digests of all channels are those that are published.
  PROVEN;

  /// Name of its words in the bundle, for example `state.proven`.
  String key() {
    return "state." + name().toLowerCase(Locale.ROOT);
  }
}
