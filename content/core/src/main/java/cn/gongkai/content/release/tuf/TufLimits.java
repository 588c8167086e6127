package cn.gongkai.content.release.tuf;

import java.time.Duration;

/// Bounds on what a client reads and follows, with the sizes of the reference client as standard.
///
/// @param rootBytes of one version of the root
/// @param targetsBytes of the targets role and of each role it delegates to
/// @param rotations most root versions followed in one run; the next run goes on
/// @param delegations most roles visited in search of one target
/// @param channels most delegated channels of a release
/// @param signatures most signatures on one file
/// @param expiredFor how long metadata may be expired and still be taken, as authentic but of
///   unknown freshness: zero on the line, some weeks from a stick
public record TufLimits(
    int rootBytes,
    int timestampBytes,
    int snapshotBytes,
    int targetsBytes,
    int rotations,
    int delegations,
    int channels,
    int signatures,
    Duration expiredFor) {

  public static final TufLimits STANDARD =
      new TufLimits(512_000, 16_384, 2_000_000, 5_000_000, 256, 32, 1_000, 256, Duration.ZERO);

  public TufLimits withExpiredFor(Duration age) {
    return new TufLimits(
        rootBytes,
        timestampBytes,
        snapshotBytes,
        targetsBytes,
        rotations,
        delegations,
        channels,
        signatures,
        age);
  }
}
