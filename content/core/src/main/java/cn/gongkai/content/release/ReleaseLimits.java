package cn.gongkai.content.release;

/// Bounds on what is read of a release, however large a file claims to be.
///
/// @param lineBytes longest line of a segment, before compression
/// @param rawBytes largest segment before compression
/// @param fileBytes largest segment as a file
/// @param changes most lines of a segment, the header not counted
/// @param segments most segments one channel may list
public record ReleaseLimits(
    int lineBytes, long rawBytes, long fileBytes, int changes, int segments) {

  /// Ten times what a county of 300,000 items needs.
  public static final ReleaseLimits STANDARD =
      new ReleaseLimits(4 << 20, 16L << 30, 2L << 30, 3_000_000, 256);
}
