package cn.gongkai.content.store;

import java.time.Duration;

/// Bounds of everything the store does.
///
/// @param entityBytes longest JSON of one entity
/// @param cacheBytes weight of decoded items a reader keeps
/// @param readers connections of one reader, and so calls that run at the same time
/// @param busyWait how long a call waits for a connection or for another process
/// @param pageItems longest stretch of a list
/// @param relatedItems most items a relation leads back from
/// @param facetGroups groups of counted items a reader remembers, of all lists together
/// @param columnDepth levels of the column tree
/// @param pageCacheKib SQLite's page cache, for each connection
/// @param scrubbed texts that are compared with the signed ones each time a writer opens
/// @param titlesAtOnce titles that a search waits for; more are made ready in the background
/// @param statements prepared statements kept, for each connection
public record StoreLimits(
    int entityBytes,
    long cacheBytes,
    int readers,
    Duration busyWait,
    int pageItems,
    int relatedItems,
    int facetGroups,
    int columnDepth,
    int pageCacheKib,
    int scrubbed,
    int titlesAtOnce,
    int statements) {

  /// For a terminal of 4 GB.
  public static final StoreLimits TERMINAL =
      new StoreLimits(
          16 << 20,
          32L << 20,
          3,
          Duration.ofSeconds(5),
          200,
          200,
          100_000,
          12,
          16 << 10,
          4_000,
          5_000,
          64);
}
