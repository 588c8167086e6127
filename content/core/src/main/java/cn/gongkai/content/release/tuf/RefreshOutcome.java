package cn.gongkai.content.release.tuf;

/// How asking a source for the newest release ended.
public sealed interface RefreshOutcome {

  /// The source has been verified, and this is what it publishes, whether new or not.
  record Current(TrustedRelease release) implements RefreshOutcome {}

  /// What the source gave breaks a rule. Nothing of it is trusted.
  ///
  /// @param code stable, `RELEASE-…`
  record Refused(String code, String expected, String actual) implements RefreshOutcome {}

  /// The source did not give anything. Try another, or later.
  ///
  /// @param code stable, of whoever fetched
  record Unreachable(String code, String why) implements RefreshOutcome {}
}
