package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Presentation;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.HeadDigest;
import cn.gongkai.content.release.NumberedChange;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentHeader;
import cn.gongkai.content.release.SegmentRef;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The corpus as a publisher releases it: a tree of columns and all items in one base segment, with
/// the hash of every entity for the digest of this release and of later ones.
final class CorpusRelease {

  static final Instant AS_OF = Instant.parse("2024-03-01T00:00:00Z");
  private static final int COLUMNS = 20;
  private static final int PARENTS = 4;

  private final SortedMap<EntityRef, String> hashes = new TreeMap<>(HeadDigest.ORDER);
  private final SegmentFolder folder;
  private Optional<SegmentRef> base = Optional.empty();
  private long sequence;

  CorpusRelease(Path folder) {
    this.folder = new SegmentFolder(folder);
  }

  /// Writes the base segment.
  SegmentRef write(Iterator<Item> items, int size) throws ReleaseException {
    List<Column> columns = columns();
    long last = (long) size + columns.size();
    Iterator<Column> tree = columns.iterator();
    SegmentRef written =
        folder.write(
            SegmentHeader.base(Channel.COUNTY, last),
            AS_OF,
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return tree.hasNext() || items.hasNext();
              }

              @Override
              public NumberedChange next() {
                return numbered(tree.hasNext() ? tree.next() : items.next());
              }
            });
    base = Optional.of(written);
    return written;
  }

  /// Remembers the entities without writing them, for a store that holds them already.
  void read(Iterator<Item> items) {
    columns().forEach(this::numbered);
    items.forEachRemaining(this::numbered);
  }

  private NumberedChange numbered(Entity entity) {
    return new NumberedChange(++sequence, put(entity));
  }

  SegmentFolder folder() {
    return folder;
  }

  SegmentRef base() {
    return base.orElseThrow();
  }

  /// A change, which counts in the next [#head].
  Change put(Entity entity) {
    String json = EntityJson.write(entity);
    hashes.put(entity.ref(), HeadDigest.hash(json));
    return new Change.Put(entity, json);
  }

  /// A withdrawal, which counts in the next [#head].
  Change delete(EntityRef ref) {
    hashes.remove(ref);
    return new Change.Delete(ref, "benchmark", AS_OF);
  }

  ChannelHead head(long at) {
    HeadDigest digest = new HeadDigest();
    hashes.forEach(digest::add);
    return digest.toHead(Channel.COUNTY, at, AS_OF);
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (int n = 0; n < PARENTS; n++) {
      columns.add(column("gongkai" + n, Optional.empty(), n));
    }
    for (int n = 0; n < COLUMNS; n++) {
      columns.add(column("lm" + n, Optional.of(new ColumnId("gongkai" + n % PARENTS)), n));
    }
    return columns;
  }

  private static Column column(String id, Optional<ColumnId> parent, int order) {
    return new Column(
        new ColumnId(id),
        parent,
        "栏目" + id,
        Presentation.DOCUMENTS,
        order,
        "mdi2f-file",
        Optional.empty(),
        Optional.empty());
  }
}
