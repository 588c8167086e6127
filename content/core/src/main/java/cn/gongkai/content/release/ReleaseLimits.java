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

  /// What a line holds besides its entity, at most: `{"seq":9007199254740991,"put":}`.
  private static final int WRAPPING_BYTES = 32;

  /// Longest JSON of an entity that a line can carry. A desk accepts no more, a terminal's store
  /// takes at least as much.
  public int entityBytes() {
    return lineBytes - WRAPPING_BYTES;
  }
}
