package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.search.Terms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A random sequence of releases leaves the store equal to a plain map.
class RandomReleasesTest {

  private static final List<String> TOWNS = List.of("370323104", "370323105");
  private static final List<String> COLUMNS = List.of("aa", "bb", "cc", "dd");

  @TempDir Path terminal;

  final Releases desk = new Releases();
  final Map<EntityRef, Item> shown = new HashMap<>();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theStoreEqualsAPlainMap(long seed) throws Exception {
    Random random = new Random(seed);
    ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK);
    try (ContentReader reader = openAfterFirst(writer)) {
      for (int release = 0; release < 25; release++) {
        for (int change = random.nextInt(12); change >= 0; change--) {
          change(random);
        }
        if (random.nextInt(4) == 0) {
          base(random);
        }
        rememberWhatStaysShown(writer);
        desk.applyTo(writer);
        if (random.nextBoolean()) {
          deliver(writer, random);
        }
        compare(reader);
        if (random.nextInt(6) == 0) {
          writer.close();
          writer = ContentWriter.open(terminal, Releases.CLOCK);
        }
      }
    } finally {
      writer.close();
    }
    assertThat(StoreCheck.of(terminal, StoreCheck.Depth.FULL).problems()).isEmpty();
  }

  private ContentReader openAfterFirst(ContentWriter writer) throws Exception {
    desk.put(Draft.column("aa", ""));
    desk.applyTo(writer);
    return ContentReader.open(terminal, Releases.CLOCK);
  }

  private void change(Random random) {
    int n = random.nextInt(30);
    String town = TOWNS.get(random.nextInt(TOWNS.size()));
    boolean ofTown = random.nextInt(3) == 0;
    String id = ofTown ? town + "-i" + n : "item-" + n;
    switch (random.nextInt(6)) {
      case 0 -> {
        EntityRef ref = new EntityRef(EntityKind.ITEM, id);
        desk.delete(ref);
      }
      case 1 -> {
        String column = COLUMNS.get(random.nextInt(COLUMNS.size()));
        String parent = COLUMNS.get(random.nextInt(COLUMNS.size()));
        desk.put(Draft.column(column, parent.compareTo(column) < 0 ? parent : ""));
      }
      default -> {
        Draft entry =
            Draft.item(id)
                .in(COLUMNS.get(random.nextInt(COLUMNS.size())))
                .titled("标题" + random.nextInt(3))
                .at("20%02d-01-02T0%d:00:00+08:00".formatted(10 + n % 10, random.nextInt(10)))
                .of(ofTown ? town : "370323");
        desk.put(random.nextInt(4) == 0 ? entry.with(blob(random.nextInt(6))) : entry);
      }
    }
  }

  private static BlobRef blob(int n) {
    return Releases.blob("blob " + n);
  }

  private void base(Random random) {
    List<EntityRef> refs = new ArrayList<>(desk.live.keySet());
    Channel channel =
        random.nextBoolean() ? Channel.COUNTY : new Channel("town-" + TOWNS.getFirst());
    for (EntityRef ref : refs) {
      if (Channel.of(ref).equals(channel) && random.nextInt(5) == 0) {
        desk.forget(ref);
      }
    }
    desk.base(channel);
  }

  private void deliver(ContentWriter writer, Random random) throws Exception {
    Releases.deliver(writer, "blob " + random.nextInt(6));
    writer.revealReady();
  }

  /// A state whose files are here takes the place of the one before; any other leaves it.
  private void rememberWhatStaysShown(ContentWriter writer) {
    for (Change change : desk.changes()) {
      switch (change) {
        case Change.Delete delete -> shown.remove(delete.ref());
        case Change.Put put -> {
          if (put.entity() instanceof Item item
              && item.blobs().stream().allMatch(writer::hasBlob)) {
            shown.put(put.ref(), item);
          }
        }
      }
    }
    shown.keySet().retainAll(desk.live.keySet());
  }

  private void compare(ContentReader reader) throws StoreException {
    Set<Column> columns = new HashSet<>();
    for (Entity entity : desk.live.values()) {
      if (entity instanceof Item item) {
        if (item.blobs().stream().allMatch(b -> reader.blob(b).toFile().exists())) {
          shown.put(item.ref(), item);
        }
        assertThat(reader.findItem(item.id()))
            .isEqualTo(Optional.ofNullable(shown.get(item.ref())));
      } else if (entity instanceof Column column) {
        columns.add(column);
      }
    }
    assertThat(reader.columns()).containsExactlyInAnyOrderElementsOf(columns);
    ListQuery all = ListQuery.all(ContentStoreTest.TODAY);
    List<Item> listed = reader.list(all, OptionalLong.empty(), 200).items();
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(shown.values().stream().map(Item::summary).toList())
        .isSortedAccordingTo(
            (a, b) -> b.metadata().publishedAt().compareTo(a.metadata().publishedAt()));
    for (String column : COLUMNS) {
      assertThat(reader.list(all.inColumn(new ColumnId(column)), OptionalLong.empty(), 200).items())
          .extracting(Item::key)
          .containsExactlyInAnyOrderElementsOf(
              shown.values().stream()
                  .filter(item -> under(item.column().value(), column))
                  .map(Item::key)
                  .toList());
    }
    assertThat(reader.findItem(new ItemId("never"))).isEmpty();
    compareIndex(shown.values());
  }

  /// The search index knows the shown items' titles and no others.
  private void compareIndex(Collection<Item> shown) throws StoreException {
    try (Database database =
        ContentFile.openToRead(ContentFile.in(terminal), StoreLimits.TERMINAL)) {
      for (String title : List.of("标题0", "标题1", "标题2")) {
        List<String> found =
            database.list(
                "SELECT i.key FROM ft JOIN item i ON i.id = ft.rowid WHERE ft MATCH ?",
                r -> r.getString(1),
                Terms.match(title).orElseThrow());
        assertThat(found)
            .containsExactlyInAnyOrderElementsOf(
                shown.stream().filter(i -> i.title().equals(title)).map(Item::key).toList());
      }
      assertThat(database.number("SELECT count(*) FROM ft")).isEqualTo(shown.size());
    }
  }

  private boolean under(String column, String top) {
    if (column.equals(top)) {
      return true;
    }
    return desk.live.get(new EntityRef(EntityKind.COLUMN, column)) instanceof Column known
        && known.parent().isPresent()
        && under(known.parent().get().value(), top);
  }
}
