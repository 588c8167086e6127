package cn.gongkai.content.release.sign;

import java.time.Instant;
import java.util.List;

/// What a publication has written.
///
/// @param written names of new metadata files, in the order in which they were written
/// @param freshUntil when terminals begin to refuse it unless it is renewed
public record Published(
    long rootVersion,
    long targetsVersion,
    long snapshotVersion,
    long timestampVersion,
    List<String> written,
    Instant freshUntil) {

  public Published {
    written = List.copyOf(written);
  }
}
