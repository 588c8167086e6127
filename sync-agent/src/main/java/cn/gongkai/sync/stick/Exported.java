package cn.gongkai.sync.stick;

import java.time.Instant;

/// How writing a stick ended.
public sealed interface Exported {

  /// The stick holds the site's newest release, whole and verified.
  ///
  /// @param files on the stick
  /// @param bytes of them
  /// @param validUntil until when the stick proves to be the newest release
  /// @param acknowledged how many terminals' receipts it acknowledges
  record Done(int files, long bytes, Instant validUntil, int acknowledged) implements Exported {}

  /// The stick holds what it held, and perhaps files that nothing names yet.
  ///
  /// @param code stable, of `docs/errors.md`
  record Failed(String code, String why) implements Exported {}
}
