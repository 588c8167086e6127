package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.ReleaseException;
import java.time.Duration;
import java.util.Optional;

/// The metadata a store already holds, as a source: nothing newer, no root, and no version but the
/// kept one.
record KeptMetadata(TrustedStore store) implements MetadataSource {

  /// Longer than any metadata's age.
  static final Duration ANY_AGE = Duration.ofDays(100 * 366);

  @Override
  public Fetched fetch(String name, int bytesMax) {
    if (!name.equals("timestamp.json")) {
      // Everything else is taken from the store before a source is asked.
      return new Fetched.Absent();
    }
    try {
      Optional<byte[]> kept = store.find("timestamp");
      return kept.isPresent() ? new Fetched.Found(kept.get()) : new Fetched.Absent();
    } catch (ReleaseException e) {
      return new Fetched.Failed(e.code(), e.actual());
    }
  }
}
