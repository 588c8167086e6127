package cn.gongkai.desk.publish;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.desk.authoring.AuthoredFolder;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.authoring.FileStamp;
import cn.gongkai.desk.authoring.ItemFile;
import cn.gongkai.desk.authoring.ItemReading;
import cn.gongkai.desk.authoring.Structure;
import cn.gongkai.desk.index.IndexRow;
import cn.gongkai.desk.index.ItemFacts;
import cn.gongkai.desk.index.PublisherIndex;
import cn.gongkai.desk.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds out what of an authored folder has changed since the index was saved, and reads only that.
///
/// An item is kept unread where its source and everything it was made of bear the stamps of last
/// time, or where only the source's stamp differs and its bytes do not. What an unread item has to
/// do with the others comes from its row; where another item takes away what it refers to or takes
/// its name, it is read after all, so that the gate finds what it would have found in a whole run.
final class FolderScan {

  private final FolderListing listing;
  private final AuthoredFolder folder;
  private final PublisherIndex index;
  private final RowNumbers numbers;
  private final List<ItemFile> toRead = new ArrayList<>();
  private final List<ItemReading> read = new ArrayList<>();
  private final @Nullable IndexRow[] kept;
  private boolean moved;

  private FolderScan(FolderListing listing, Remembered remembered) {
    this.listing = listing;
    this.folder = listing.folder();
    this.index = remembered.index();
    this.numbers = remembered.numbers();
    this.kept = new IndexRow[index.rows().size()];
  }

  /// What a scan found.
  ///
  /// @param read items that were read, in the order of their paths
  /// @param kept rows of the others, in the order of their ids
  /// @param gone rows of items that are no longer there
  /// @param replaced rows of items that were read again
  /// @param problems of the places of files
  /// @param youngest the latest time on any source, nanoseconds since 1970
  /// @param moved true where a row has another stamp than in the index
  record Result(
      Structure structure,
      List<ItemReading> read,
      List<IndexRow> kept,
      List<IndexRow> gone,
      Map<String, IndexRow> replaced,
      List<Problem> problems,
      long youngest,
      boolean moved) {

    /// True of what the kept rows hold.
    boolean keeps(EntityRef ref) {
      return ref.kind() == EntityKind.ITEM && RowItems.search(kept, ref.key()) >= 0;
    }
  }

  static Result scan(FolderListing listing, Remembered remembered) throws IOException {
    return new FolderScan(listing, remembered).scan();
  }

  private Result scan() throws IOException {
    Structure structure = listing.structure();
    List<ItemFile> found = listing.files();
    choose(found);
    readChosen(structure);
    promote(structure);
    read.sort((a, b) -> ItemFile.BY_PATH.compare(a.file(), b.file()));
    List<IndexRow> keptRows = Arrays.stream(kept).filter(Objects::nonNull).toList();
    Map<String, IndexRow> replaced = new HashMap<>();
    List<IndexRow> gone = new ArrayList<>();
    Set<String> ids = readIds();
    for (int i = 0; i < kept.length; i++) {
      IndexRow row = index.rows().get(i);
      if (kept[i] == null) {
        if (ids.contains(row.id())) {
          replaced.put(row.id(), row);
        } else {
          gone.add(row);
        }
      }
    }
    long youngest = found.stream().mapToLong(f -> f.stamp().modified()).max().orElse(0);
    return new Result(structure, read, keptRows, gone, replaced, listing.places(), youngest, moved);
  }

  private void choose(List<ItemFile> found) throws IOException {
    int[] at = found.parallelStream().mapToInt(file -> numbers.find(file.name())).toArray();
    for (int i = 0; i < at.length; i++) {
      ItemFile file = found.get(i);
      int number = at[i];
      IndexRow same = number < 0 ? null : same(index.rows().get(number), file);
      if (same == null) {
        toRead.add(file);
      } else {
        kept[number] = same;
      }
    }
  }

  /// The row where its item is still as it says.
  private @Nullable IndexRow same(IndexRow row, ItemFile file) throws IOException {
    boolean stands = row.hasStamp(file.stamp());
    if (stands && !row.isTied()) {
      return row;
    }
    ItemFacts facts = row.facts(index.columns());
    for (ItemReading.Dependency on : facts.dependencies()) {
      if (!folder.stamp(on.name()).equals(on.stamp())) {
        return null;
      }
    }
    if (stands) {
      return row;
    }
    if (!Sha256.hex(Files.readAllBytes(file.path())).equals(facts.sourceHash())) {
      return null;
    }
    moved = true;
    return row.withStamp(file.stamp());
  }

  private void readChosen(Structure structure) {
    read.addAll(folder.items(toRead, structure));
    toRead.clear();
  }

  /// Reads what was kept and is concerned by what was read or is gone.
  private void promote(Structure structure) {
    Set<String> ids = readIds();
    Set<Long> addresses = new HashSet<>();
    ids.forEach(id -> addresses.add(IndexRow.address(new ItemId(id))));
    Set<String> gone = new HashSet<>();
    for (int i = 0; i < kept.length; i++) {
      String id = index.rows().get(i).id();
      if (kept[i] == null && !ids.contains(id)) {
        gone.add(id);
      }
    }
    for (int i = 0; i < kept.length; i++) {
      IndexRow row = kept[i];
      if (row != null && (addresses.contains(row.address()) || leadsTo(row, gone))) {
        kept[i] = null;
        toRead.add(fileOf(row));
      }
    }
    readChosen(structure);
  }

  private boolean leadsTo(IndexRow row, Set<String> gone) {
    return !gone.isEmpty()
        && row.mentionsItems()
        && row.facts(index.columns()).mentioned().stream()
            .anyMatch(id -> gone.contains(id.value()));
  }

  private ItemFile fileOf(IndexRow row) {
    return new ItemFile(
        row.file(),
        folder.root().resolve(row.file()),
        new FileStamp(row.size(), row.modified(), row.node()));
  }

  private Set<String> readIds() {
    Set<String> ids = new HashSet<>();
    for (ItemReading reading : read) {
      reading.entry().map(Entry::entity).map(Item::key).ifPresent(ids::add);
    }
    return ids;
  }
}
