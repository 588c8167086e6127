package cn.gongkai.content.store;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a reader has decoded or counted, bounded by weight and emptied with every new generation.
final class ItemCache {

  private static final int DECODED_PER_BYTE = 4;
  private static final int ENTRY_BYTES = 512;

  /// @param until second of the epoch from which it is not seen
  /// @param bytes length of its text
  record Entry(Item item, Optional<Long> until, int bytes) {}

  /// @param list what is counted, whatever its chips choose
  /// @param ended how many items had ended when it was counted
  record FacetKey(ListQuery list, long ended) {}

  /// All of one generation.
  private record Content(
      long generation, Cache<ItemId, Entry> items, Cache<FacetKey, FacetCounts> facets) {}

  private final StoreLimits limits;
  private volatile @Nullable Content content;

  ItemCache(StoreLimits limits) {
    this.limits = limits;
  }

  Cache<ItemId, Entry> items(long generation) {
    return of(generation).items;
  }

  Cache<FacetKey, FacetCounts> facets(long generation) {
    return of(generation).facets;
  }

  private Content of(long generation) {
    Content known = content;
    if (known != null && known.generation == generation) {
      return known;
    }
    Content fresh =
        new Content(
            generation,
            Caffeine.newBuilder()
                .maximumWeight(limits.cacheBytes())
                .<ItemId, Entry>weigher((id, e) -> e.bytes * DECODED_PER_BYTE + ENTRY_BYTES)
                .build(),
            Caffeine.newBuilder()
                .maximumWeight(limits.facetGroups())
                .<FacetKey, FacetCounts>weigher((key, counts) -> counts.groups().size() + 1)
                .build());
    content = fresh;
    return fresh;
  }
}
