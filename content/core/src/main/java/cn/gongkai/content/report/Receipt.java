package cn.gongkai.content.report;

import cn.gongkai.content.release.ChannelHead;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One thing a terminal did, as it tells the desk (回执). It names no person and no word that a
/// person typed: every text in it has a form that leaves no room for one.
///
/// @param terminal who tells
/// @param series names the numbering; a new one begins where the terminal lost its file
/// @param number 1 for the first of the series, growing by one
/// @param previous SHA-256 of the line before it in the series, 64 zeros before the first
/// @param at by the terminal's clock
/// @param code of `docs/errors.md`, where something was not as it should be
/// @param hall where the terminal stands, by its own settings
/// @param version of the agent
/// @param heads what the store holds, recomputed from it
/// @param counts what happened on the screen, by whole days, without groups below [#GROUP_MIN]
/// @param faults codes of the screen with how often they were met
public record Receipt(
    String terminal,
    String series,
    long number,
    String previous,
    Instant at,
    Kind kind,
    Optional<String> code,
    Optional<String> hall,
    String version,
    Times times,
    List<ChannelHead> heads,
    List<DayCount> counts,
    List<FaultCount> faults) {

  public static final String BEGINNING = "0".repeat(64);

  /// Fewer than this many of an event on a day are not told: they could be one person's.
  public static final int GROUP_MIN = 5;

  private static final Pattern TERMINAL = Pattern.compile("[0-9a-z][0-9a-z-]{1,63}");
  private static final Pattern SERIES = Pattern.compile("[0-9a-f]{16}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern CODE = Pattern.compile("[A-Z]{2,16}(-[A-Z0-9]{1,24}){1,6}");
  private static final Pattern HALL = Pattern.compile("[0-9A-Za-z_-]{1,64}");
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.+-]{1,40}");
  private static final Pattern EVENT = Pattern.compile("[a-z-]{1,24}(:[A-Za-z_-]{1,32})?");

  /// What happened.
  public enum Kind {
    /// The agent began its work.
    STARTED,
    /// A release was applied.
    APPLIED,
    /// The store was proven to hold the newest release; told once in a while.
    CURRENT,
    /// What the site or a stick offers is not to be trusted, and was left.
    REFUSED,
    /// An attempt did not succeed, for a reason of the line or of this machine.
    TROUBLE,
    /// A damaged store was built anew.
    REBUILT,
    /// The screen showed what had been applied for the first time.
    SHOWN,
    /// A stick was imported.
    CARRIED,
    /// What the screen counted, and its faults.
    SUMMARY
  }

  /// The four times that are kept apart.
  ///
  /// @param seenAt when the site last answered with anything that was trusted
  /// @param attemptedAt when the agent last tried
  /// @param succeededAt when the store was last proven to hold the newest
  /// @param asOf when the desk published what is held
  public record Times(
      Optional<Instant> seenAt,
      Optional<Instant> attemptedAt,
      Optional<Instant> succeededAt,
      Optional<Instant> asOf) {
    public static final Times NONE =
        new Times(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// How often something happened on a day.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record DayCount(LocalDate day, String event, long times) {
    public DayCount {
      require(EVENT.matcher(event).matches() && times > 0, "a count");
    }
  }

  /// How often a code was met.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record FaultCount(String code, Instant last, long times) {
    public FaultCount {
      require(CODE.matcher(code).matches() && times > 0 && last != null, "a fault");
    }
  }

  public Receipt {
    require(isTerminal(terminal), "the name of a terminal");
    require(series != null && SERIES.matcher(series).matches(), "a series");
    require(number > 0, "a number");
    require(previous != null && HASH.matcher(previous).matches(), "the hash before it");
    require(at != null && kind != null, "a time and a kind");
    code = code == null ? Optional.empty() : code;
    hall = hall == null ? Optional.empty() : hall;
    require(code.filter(it -> !CODE.matcher(it).matches()).isEmpty(), "a code");
    require(hall.filter(it -> !HALL.matcher(it).matches()).isEmpty(), "the id of a hall");
    require(version != null && VERSION.matcher(version).matches(), "a version");
    times = times == null ? Times.NONE : times;
    heads = List.copyOf(heads == null ? List.of() : heads);
    counts = List.copyOf(counts == null ? List.of() : counts);
    faults = List.copyOf(faults == null ? List.of() : faults);
    require(heads.size() <= ReportLimits.STANDARD.channels(), "fewer channels");
    require(counts.size() <= ReportLimits.STANDARD.counts(), "fewer counts");
    require(faults.size() <= ReportLimits.STANDARD.faults(), "fewer faults");
  }

  /// Lower-case letters, digits and hyphens, 2 to 64 of them: also the name of a folder.
  public static boolean isTerminal(String name) {
    return name != null && TERMINAL.matcher(name).matches();
  }

  /// True for a code as `docs/errors.md` lists them.
  public static boolean isCode(String code) {
    return CODE.matcher(code).matches();
  }

  /// True for the name of an event, such as `open:GAZETTE`.
  public static boolean isEvent(String event) {
    return EVENT.matcher(event).matches();
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new IllegalArgumentException("not " + what);
    }
  }
}
