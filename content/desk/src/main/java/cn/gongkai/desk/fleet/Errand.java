package cn.gongkai.desk.fleet;

import cn.gongkai.content.store.AgentReason;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/// What somebody has to do about a terminal (要办的事), in the order in which it should be done: who
/// has one car and thirteen halls drives only where nothing else helps.
public enum Errand {
  /// Drive there.
  GO,
  /// Ring the hall first.
  CALL,
  /// Take a new stick along.
  STICK,
  /// Nothing in the hall: the desk or its web server is at fault.
  DESK,
  /// Wait: it goes on by itself.
  WAIT,
  /// Nothing.
  NONE;

  /// Who has not been reached by telephone for so long is visited.
  private static final Duration CALLED_ENOUGH = Duration.ofDays(7);

  /// Flags that only somebody in front of the terminal can clear up.
  private static final Set<String> ON_SITE = Set.of("REPORT-CLOCK", "REPORT-UNSHOWN");

  static Errand of(FleetRow row, Clock clock) {
    return switch (row.state()) {
      case DOUBTFUL -> GO;
      case SILENT ->
          row.heardAt().filter(at -> at.plus(CALLED_ENOUGH).isAfter(clock.instant())).isPresent()
              ? CALL
              : GO;
      case TROUBLE -> row.code().map(AgentReason::of).map(Errand::of).orElse(CALL);
      case NEVER -> CALL;
      case AHEAD -> DESK;
      case BEHIND, PROVEN -> ofRest(row);
    };
  }

  private static Errand ofRest(FleetRow row) {
    if (row.flags().stream().anyMatch(flag -> ON_SITE.contains(flag.code()))) {
      return GO;
    }
    if (row.state() == State.PROVEN) {
      return NONE;
    }
    return row.byStick() ? STICK : WAIT;
  }

  private static Errand of(AgentReason reason) {
    return switch (reason) {
      case NETWORK, LOGIN_PAGE, LINE -> CALL;
      case SERVER, SITE_EXPIRED, SITE_OLDER, SITE_INCOMPLETE, UNTRUSTED, CONTENT_REFUSED -> DESK;
      case CLOCK_AHEAD, CLOCK_BEHIND, DISK_FULL, DISK_FAILED, STORE_DAMAGED, UNEXPECTED -> GO;
      case STICK -> STICK;
      case FETCHING, NIGHT -> WAIT;
    };
  }

  /// Name of its words in the bundle.
  String key() {
    return "errand." + name().toLowerCase(Locale.ROOT);
  }
}
