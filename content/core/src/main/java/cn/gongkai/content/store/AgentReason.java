package cn.gongkai.content.store;

import java.util.Locale;

/// The closed list of reasons for which a terminal does not show the newest: what staff are told,
/// in plain words behind [#key]. The exact code stands beside it in the report.
public enum AgentReason {
  /// The site cannot be reached.
  NETWORK,
  /// The network wants a login, or sends elsewhere.
  LOGIN_PAGE,
  /// The site answers with errors, or is not a site.
  SERVER,
  /// The line is too slow, or was cut.
  LINE,
  /// Nobody has signed the site for too long.
  SITE_EXPIRED,
  /// The site offers less than the terminal has.
  SITE_OLDER,
  /// Files of the site are missing, or not the ones that were signed.
  SITE_INCOMPLETE,
  /// What is offered is not signed by those whom the terminal trusts.
  UNTRUSTED,
  /// Part of the content breaks a rule and was left out.
  CONTENT_REFUSED,
  /// This machine's clock is ahead.
  CLOCK_AHEAD,
  /// This machine's clock is behind; content is taken all the same.
  CLOCK_BEHIND,
  /// The disk is full.
  DISK_FULL,
  /// The disk fails.
  DISK_FAILED,
  /// The terminal's store is damaged or of another version.
  STORE_DAMAGED,
  /// The content came on a stick: whether it is the newest nobody here knows.
  STICK,
  /// The release is shown; files of some items are on their way.
  FETCHING,
  /// Large files wait for the night.
  NIGHT,
  /// A fault that none of the others describes: a bug.
  UNEXPECTED;

  /// The reason behind a code of `docs/errors.md`.
  public static AgentReason of(String code) {
    return switch (code) {
      case "SYNC-NO-NETWORK", "SYNC-DESK-AWAY" -> NETWORK;
      case "SYNC-CAPTIVE-PORTAL", "SYNC-REDIRECT" -> LOGIN_PAGE;
      case "SYNC-SERVER-ERROR", "SYNC-NO-SITE", "SYNC-DESK-ANSWER", "SYNC-DESK-REFUSED" -> SERVER;
      case "SYNC-SLOW", "SYNC-CUT", "SYNC-RANGE" -> LINE;
      case "RELEASE-TUF-EXPIRED" -> SITE_EXPIRED;
      case "RELEASE-TUF-ROLLBACK", "RELEASE-BEHIND" -> SITE_OLDER;
      case "RELEASE-TUF-SIGNATURE",
          "SYNC-ROOT-OTHER",
          "SYNC-ACK-OTHER",
          "SYNC-ACK-REFUSED",
          "RELEASE-KEY",
          "RELEASE-KEY-MISSING" ->
          UNTRUSTED;
      case "SYNC-CLOCK-AHEAD", "RELEASE-CLOCK" -> CLOCK_AHEAD;
      case "SYNC-CLOCK-BEHIND" -> CLOCK_BEHIND;
      case "SYNC-DISK-FULL", "STORE-DISK-FULL" -> DISK_FULL;
      case "SYNC-IO", "STORE-IO", "RELEASE-IO" -> DISK_FAILED;
      case "SYNC-STICK", "SYNC-STICK-GONE" -> STICK;
      case "SYNC-FETCHING" -> FETCHING;
      case "SYNC-NIGHT" -> NIGHT;
      case "SYNC-CHANNEL",
          "SYNC-FILE-SIZE",
          "STORE-NAMESPACE",
          "STORE-LIMIT",
          "RELEASE-CHANNEL",
          "RELEASE-CHANNEL-CONTENT",
          "RELEASE-SEGMENT-ENTITY",
          "RELEASE-SEGMENT-FOREIGN",
          "RELEASE-UNVERIFIED" ->
          CONTENT_REFUSED;
      case "RELEASE-TUF-LOCAL" -> STORE_DAMAGED;
      default -> ofFamily(code);
    };
  }

  private static AgentReason ofFamily(String code) {
    if (code.startsWith("STORE-")) {
      return STORE_DAMAGED;
    }
    return code.startsWith("RELEASE-") || code.startsWith("SYNC-FILE-")
        ? SITE_INCOMPLETE
        : UNEXPECTED;
  }

  /// Name of the words for staff in a bundle, for example `reason.disk-full`.
  public String key() {
    return "reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
