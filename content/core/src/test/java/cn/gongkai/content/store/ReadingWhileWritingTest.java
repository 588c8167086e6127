package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingWhileWritingTest {

  private static final ListQuery ALL = ListQuery.all(ContentStoreTest.TODAY);
  private static final int ITEMS = 15;
  private static final int RELEASES = 15;
  private static final int THREADS = 5;

  @TempDir Path terminal;

  final Releases desk = new Releases();

  private void release(ContentWriter writer, int number) throws StoreException {
    for (int i = 0; i < ITEMS; i++) {
      desk.put(Draft.item("item-" + i).titled("第" + number + "次发布"));
    }
    desk.applyTo(writer);
  }

  /// More threads than connections; every release gives all items another title.
  @Test
  void everyCallOfEveryThreadSeesOneWholeRelease() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      release(writer, 0);
      try (ContentReader reader = ContentReader.open(terminal, Releases.CLOCK);
          ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          readers.add(threads.submit(() -> read(reader, done)));
        }
        for (int number = 1; number <= RELEASES; number++) {
          release(writer, number);
        }
        done.set(true);
        for (Future<Integer> calls : readers) {
          assertThat(calls.get()).isPositive();
        }
        assertThat(reader.findItem(new ItemId("item-3")).map(Item::title))
            .contains("第" + RELEASES + "次发布");
        assertThat(reader.state().generation()).isEqualTo(RELEASES + 1);
      }
    }
  }

  private static int read(ContentReader reader, AtomicBoolean done) throws StoreException {
    int calls = 0;
    long generation = 0;
    int newest = 0;
    while (!done.get() || calls == 0) {
      List<Item> items = reader.list(ALL, OptionalLong.empty(), 100).items();
      assertThat(items).hasSize(ITEMS);
      assertThat(items.stream().map(Item::title).distinct()).hasSize(1);
      int listed = number(items.getFirst());
      int found = number(reader.findItem(new ItemId("item-" + calls % ITEMS)).orElseThrow());
      assertThat(listed).isGreaterThanOrEqualTo(newest);
      assertThat(found).isGreaterThanOrEqualTo(listed);
      newest = found;
      if (reader.changedSince(generation)) {
        long now = reader.state().generation();
        assertThat(now).isGreaterThan(generation);
        generation = now;
      }
      calls++;
    }
    return calls;
  }

  private static int number(Item item) {
    return Integer.parseInt(item.title().replaceAll("\\D", ""));
  }
}
