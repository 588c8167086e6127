package cn.gongkai.content.release.tuf;

/// Where metadata comes from: a web site, a mirror, a folder on a stick. Nothing it gives is
/// trusted.
@FunctionalInterface
public interface MetadataSource {

  /// The file of this name below the metadata's base. Blocks.
  ///
  /// @param name one path segment, already percent-encoded, such as `3.root.json`
  /// @param bytesMax most bytes to read; a longer file is `Failed`, or is `Found` with no more than
  ///   one byte too many, and is refused then
  Fetched fetch(String name, int bytesMax);

  /// What came of it.
  sealed interface Fetched {

    record Found(byte[] bytes) implements Fetched {}

    /// The source answered and does not have it (404, and 403 as S3 says it).
    record Absent() implements Fetched {}

    /// The source did not answer, or not as it should.
    ///
    /// @param code stable, of whoever fetches, such as `SYNC-TIMEOUT`
    record Failed(String code, String why) implements Fetched {}
  }
}
