package cn.gongkai.content.release.sign;

import java.time.Duration;

/// For how long a publisher's signatures hold, and how many of them the root needs.
///
/// A file that would expire before `renewal` of its time is left is signed anew with the next
/// publication.
///
/// @param rootThreshold how many keys must sign a root; there must be at least so many
/// @param renewalPercent share of its time that must be left, 1 to 99
/// @param kept how many older versions of a file stay on the site, for terminals in the middle of
///   reading them
public record RepositoryPolicy(
    Duration root,
    Duration targets,
    Duration snapshot,
    Duration timestamp,
    int rootThreshold,
    int renewalPercent,
    int kept) {

  public static final RepositoryPolicy STANDARD =
      new RepositoryPolicy(
          Duration.ofDays(365),
          Duration.ofDays(90),
          Duration.ofDays(30),
          Duration.ofDays(7),
          1,
          50,
          20);

  public RepositoryPolicy {
    if (rootThreshold < 1 || renewalPercent < 1 || renewalPercent > 99 || kept < 1) {
      throw new IllegalArgumentException("not a policy: " + rootThreshold + " " + renewalPercent);
    }
  }
}
