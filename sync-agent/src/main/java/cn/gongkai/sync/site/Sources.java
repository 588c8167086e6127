package cn.gongkai.sync.site;

import java.util.List;
import java.util.stream.Stream;

/// Where a terminal fetches from.
///
/// @param sites the published site and its mirrors: metadata, segments, blobs; asked in this order
/// @param neighbours terminals of the same house and folders: blobs only, which are known by their
///   hashes; asked before the sites
public record Sources(List<SiteSource> sites, List<SiteSource> neighbours)
    implements AutoCloseable {

  public Sources {
    sites = List.copyOf(sites);
    neighbours = List.copyOf(neighbours);
    if (sites.isEmpty()) {
      throw new IllegalArgumentException("no site");
    }
  }

  public static Sources of(List<SiteSource> sites) {
    return new Sources(sites, List.of());
  }

  /// Those that blobs are fetched from, the near ones first.
  public List<SiteSource> forBlobs() {
    return Stream.concat(neighbours.stream(), sites.stream()).toList();
  }

  @Override
  public void close() {
    forBlobs().forEach(SiteSource::close);
  }
}
