package cn.gongkai.sync.site;

import java.time.Instant;
import java.util.Optional;

/// Where a published site is read from. Every fetch is bounded; what comes back is not yet trusted.
public interface SiteSource extends AutoCloseable {

  /// Opens a file of the site, from a byte offset on.
  ///
  /// @param path below the site, for example `metadata/timestamp.json`
  /// @param offset bytes to leave out at the beginning, 0 for the whole file
  Answer open(SitePath path, long offset);

  /// What the source's own clock showed with its last answer. Nobody vouches for it: good for a
  /// word to staff, not for trust.
  default Optional<Instant> findTime() {
    return Optional.empty();
  }

  /// How the source is named in reports.
  String name();

  @Override
  void close();
}
