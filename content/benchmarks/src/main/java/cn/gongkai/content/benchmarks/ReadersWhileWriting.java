package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.content.store.ContentWriter;
import cn.gongkai.content.store.ListQuery;
import cn.gongkai.content.store.StoreException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/// What a reader waits for a list, an item or a search while nothing is written, while a large
/// release is applied and while a day's is. The reader asks without pause from one thread with
/// connections of its own, as a kiosk's does; the writer is another thread of this process. What it
/// applies is taken back at its end, and by [#takeBack] after a run that was cut off.
final class ReadersWhileWriting {

  static final int DAY = 75;
  private static final int DAYS = 5;
  private static final int FEW = 500;
  private static final int WITHDRAWN = 300;
  private static final int ADDED_MAX = 100_000;

  private final StoreEngine engine;
  private final CorpusRelease release;
  private final List<String> queries;
  private final PrintWriter out;
  private long sequence;

  ReadersWhileWriting(
      StoreEngine engine, CorpusRelease release, List<String> queries, PrintWriter out) {
    this.engine = engine;
    this.release = release;
    this.queries = queries;
    this.out = out;
  }

  /// @param later items that the store does not hold, at most 100,000
  void run(Iterator<Item> later, int bulk) throws Exception {
    Duration idle = bulk < FEW ? Duration.ofMillis(200) : Duration.ofSeconds(5);
    out.println("| a reader meanwhile | calls | wall p50 / p95 / p99 / longest ms | writing s |");
    out.println("|---|---|---|---|");
    try (ContentWriter writer = ContentWriter.open(engine.folder(), Clock.systemUTC());
        ExecutorService writing = Executors.newSingleThreadExecutor()) {
      sequence = writer.state().heads().getFirst().sequence();
      ContentReader reader = engine.reader();
      readAlong(reader, over(idle));
      print("nothing is written", readAlong(reader, over(idle)), 0);
      List<Item> added = new ArrayList<>();
      later.forEachRemaining(item -> added.add(later(item, added.size())));
      Future<Double> load = writing.submit(() -> apply(writer, puts(added.subList(0, bulk))));
      print("%,d items are applied".formatted(bulk), readAlong(reader, load::isDone), load.get());
      Future<Double> days = writing.submit(() -> applyDays(writer, added, bulk));
      double[] alongDays = readAlong(reader, days::isDone);
      print(DAYS + " days of " + DAY + " items are applied", alongDays, days.get());
      print("new titles are made ready", readAlong(reader, over(idle)), 0);
      List<Change> gone = withdrawals(added.subList(0, Math.min(WITHDRAWN, bulk)));
      Future<Double> going = writing.submit(() -> apply(writer, gone));
      double[] alongGoing = readAlong(reader, going::isDone);
      print("%d items are withdrawn".formatted(gone.size()), alongGoing, going.get());
    } finally {
      long start = System.nanoTime();
      takeBack(engine.folder(), release);
      out.printf("%nThe rest is taken back in %.1f s%n", (System.nanoTime() - start) / 1e9);
    }
  }

  private List<Change> withdrawals(List<Item> items) {
    return items.stream().map(item -> release.delete(item.ref())).toList();
  }

  /// Takes everything out of a store that this class ever put into it, also in a run that was cut
  /// off, and proves that what is left is the release's base.
  static void takeBack(Path store, CorpusRelease release) throws StoreException {
    try (ContentWriter writer = ContentWriter.open(store, Clock.systemUTC())) {
      ChannelHead found = writer.provenHeads().getFirst();
      List<Change> back = new ArrayList<>();
      for (int n = 0; n < ADDED_MAX; n++) {
        back.add(release.delete(new EntityRef(EntityKind.ITEM, laterId(n).value())));
      }
      ChannelHead base = release.head(found.sequence() + 1);
      if (found.entities() == base.entities() && found.digest().equals(base.digest())) {
        return;
      }
      try (ContentWriter.Apply apply = writer.begin()) {
        for (Change change : back) {
          apply.change(Channel.COUNTY, change);
        }
        apply.commit(List.of(base));
      }
    }
  }

  private static BooleanSupplier over(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return () -> System.nanoTime() - end > 0;
  }

  private List<Change> puts(List<Item> items) {
    return items.stream().map(release::put).toList();
  }

  static Item later(Item item, int n) {
    return new Item(
        laterId(n),
        item.column(),
        item.title(),
        item.subtitle(),
        item.metadata(),
        item.topics(),
        item.details(),
        item.relations(),
        item.attachments(),
        item.body(),
        item.revision());
  }

  private static ItemId laterId(int n) {
    return new ItemId("later-%07d".formatted(n));
  }

  private double applyDays(ContentWriter writer, List<Item> added, int bulk) throws Exception {
    double seconds = 0;
    for (int day = 0; day < DAYS && bulk + (day + 1) * DAY <= added.size(); day++) {
      seconds += apply(writer, puts(added.subList(bulk + day * DAY, bulk + (day + 1) * DAY)));
    }
    return seconds;
  }

  private double apply(ContentWriter writer, List<Change> changes) throws Exception {
    var head = release.head(++sequence);
    long start = System.nanoTime();
    try (ContentWriter.Apply apply = writer.begin()) {
      for (Change change : changes) {
        apply.change(Channel.COUNTY, change);
      }
      apply.commit(List.of(head));
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /// @return sorted milliseconds of each call
  private double[] readAlong(ContentReader reader, BooleanSupplier until) throws Exception {
    List<Callable<Integer>> calls =
        List.of(
            () -> {
              ListQuery all = ListQuery.all(StoreEngine.TODAY);
              return reader.list(all, OptionalLong.empty(), 20).items().size();
            },
            () -> reader.findItem(new ItemId("bench-0000007")).isPresent() ? 1 : 0,
            () -> reader.changedSince(0) ? 1 : 0);
    double[] millis = new double[1 << 20];
    int n = 0;
    while (n < millis.length && (n < 30 || !until.getAsBoolean())) {
      long start = System.nanoTime();
      if (n % 2 == 0) {
        engine.search(queries.get(n / 2 % queries.size()));
      } else {
        calls.get(n / 2 % calls.size()).call();
      }
      millis[n++] = (System.nanoTime() - start) / 1e6;
    }
    double[] sorted = Arrays.copyOf(millis, n);
    Arrays.sort(sorted);
    return sorted;
  }

  private void print(String when, double[] sorted, double seconds) {
    out.printf(
        "| %s | %d | %s / %.1f | %.1f |%n",
        when, sorted.length, Latency.describe(sorted), sorted[sorted.length - 1], seconds);
  }
}
