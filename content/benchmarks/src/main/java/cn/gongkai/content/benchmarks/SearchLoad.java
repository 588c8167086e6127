package cn.gongkai.content.benchmarks;

import cn.gongkai.content.meaning.OnnxEmbedder;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.search.Embedder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

/// Search at a decade's size: builds the same corpus into our store, Lucene and trigram FTS5, asks
/// all of them the same queries in the same run, and prints latencies, ratios, sizes and build
/// rates as Markdown; then what a reader waits while releases are applied.
///
/// Arguments: see [Options#USAGE].
public final class SearchLoad {

  private static final int BULK_PART = 20;

  private final Vocabulary vocabulary;
  private final Options options;
  private final PrintWriter out;
  private final Understanding understanding;

  /// Makes what finds by meaning, where that is asked for.
  interface Understanding {
    Embedder open() throws IOException;
  }

  SearchLoad(Options options, PrintWriter out, Understanding understanding) throws IOException {
    this.understanding = understanding;
    this.vocabulary = new Vocabulary();
    this.options = options;
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    try (PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8)) {
      Options options;
      try {
        options = Options.parse(args);
      } catch (IllegalArgumentException e) {
        out.println("bench: " + e.getMessage() + "\nUsage: " + Options.USAGE);
        return;
      }
      Path folder =
          options.keep().isPresent()
              ? Files.createDirectories(options.keep().get())
              : Files.createTempDirectory("search-load");
      new SearchLoad(options, out, SearchLoad::installed).run(folder);
      if (options.keep().isEmpty()) {
        Folders.delete(folder);
      }
    }
  }

  /// Where `./gongkai setup` has put it.
  private static Embedder installed() throws IOException {
    String network = System.getProperty("gongkai.meaning");
    String runtime = System.getProperty("gongkai.ink");
    if (network == null || runtime == null) {
      throw new IOException("nothing finds by meaning here: run ./gongkai setup");
    }
    return OnnxEmbedder.open(Path.of(network), Path.of(runtime));
  }

  /// Builds what is not there yet and measures every engine under the folder.
  void run(Path folder) throws Exception {
    out.printf("Search load: %d items, seed %d%n%n", options.items(), options.seed());
    CorpusRelease release = new CorpusRelease(folder.resolve("targets"));
    StoreEngine ours = new StoreEngine(folder(folder, "store"), release);
    List<SearchEngine> engines = new ArrayList<>();
    engines.add(ours);
    if (options.engines().contains("meaning")) {
      engines.add(new StoreEngine(ours.folder(), release, Optional.of(understanding.open())));
    }
    engines.add(new LuceneEngine(folder(folder, "lucene")));
    engines.add(new TrigramEngine(folder(folder, "trigram")));
    engines.removeIf(engine -> !options.engines().contains(engine.name()));
    boolean fresh = engines.contains(ours) && !ours.isBuilt();
    if (fresh || options.engines().contains("bare")) {
      release.write(corpus(), options.items());
    } else {
      release.read(corpus());
    }
    if (engines.contains(ours) && !fresh) {
      ReadersWhileWriting.takeBack(ours.folder(), release);
    }
    build(engines, folder, release);
    Map<String, List<Query>> classes =
        QueryClasses.of(vocabulary, corpus(), options.queries(), options.seed() + 1);
    ask(engines, classes);
    if (options.readers() && engines.contains(ours)) {
      out.println();
      readers(ours, release, classes);
    }
    for (SearchEngine engine : engines) {
      engine.close();
    }
  }

  private static Path folder(Path folder, String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private Iterator<Item> corpus() {
    return new Corpus(vocabulary, options.items(), options.seed());
  }

  private void build(List<SearchEngine> engines, Path folder, CorpusRelease release)
      throws Exception {
    out.println("| engine | build s | items/s | MB |");
    out.println("|---|---|---|---|");
    double ours = 0;
    for (SearchEngine engine : engines) {
      if (engine.isBuilt()) {
        out.printf("| %s | built before | | %.1f |%n", engine.name(), engine.bytes() / 1e6);
        continue;
      }
      long start = System.nanoTime();
      engine.build(corpus());
      double seconds = (System.nanoTime() - start) / 1e9;
      ours = engine instanceof StoreEngine ? seconds : ours;
      row(engine.name(), seconds, engine.bytes());
    }
    if (options.engines().contains("bare")) {
      Path bare = folder(folder, "bare");
      Path file = bare.resolve("bare.sqlite");
      Folders.delete(file);
      double seconds = BareSqlite.load(file, release);
      row("bare SQLite, inserts only", seconds, Folders.bytes(bare));
      Folders.delete(bare);
      if (ours > 0) {
        out.printf("%nFirst load of ours = %.2f x bare SQLite%n", ours / seconds);
      }
    }
    out.println();
  }

  private void row(String name, double seconds, long bytes) {
    out.printf(
        "| %s | %.1f | %.0f | %.1f |%n", name, seconds, options.items() / seconds, bytes / 1e6);
  }

  /// @param cold milliseconds of the first query of each class
  private record Opened(SearchEngine engine, List<Double> cold) {}

  private void ask(List<SearchEngine> engines, Map<String, List<Query>> classes) throws Exception {
    boolean dropped = options.drop() && Folders.dropPageCache();
    out.println(
        "Cold: the first query of each class after opening, page cache "
            + (dropped ? "dropped" : "kept")
            + ". Then warm.");
    out.println();
    List<Opened> opened = new ArrayList<>();
    for (SearchEngine engine : engines) {
      opened.add(new Opened(engine, cold(engine, classes)));
    }
    out.println();
    out.println(
        "| class | engine | cold | wall p50 / p95 / p99 ms | processor p50 / p95 / p99 ms"
            + " | answered | wall p95, ours = 1 |");
    out.println("|---|---|---|---|---|---|---|");
    int nth = 0;
    for (Map.Entry<String, List<Query>> queries : classes.entrySet()) {
      double ours = 0;
      for (Opened next : opened) {
        SearchEngine engine = next.engine();
        List<Callable<Integer>> calls = calls(engine, queries.getKey(), queries.getValue());
        if (calls.isEmpty()) {
          continue;
        }
        Latency.of(calls);
        Latency warm = Latency.of(calls);
        double p95 = Latency.at(warm.wall(), 0.95);
        ours = ours == 0 ? p95 : ours;
        out.printf(
            "| %s | %s | %.1f | %s | %s | %.0f %% | %.2f |%n",
            queries.getKey(),
            engine.name(),
            next.cold().get(nth),
            Latency.describe(warm.wall()),
            Latency.describe(warm.processor()),
            100 * warm.found(),
            p95 / ours);
      }
      nth++;
    }
  }

  /// Opens the engine and asks one query of each class; then does what a program does in the
  /// background.
  private List<Double> cold(SearchEngine engine, Map<String, List<Query>> classes)
      throws Exception {
    long before = Folders.heap();
    long start = System.nanoTime();
    engine.open();
    double opened = (System.nanoTime() - start) / 1e6;
    List<Double> millis = new ArrayList<>();
    for (Map.Entry<String, List<Query>> queries : classes.entrySet()) {
      List<Callable<Integer>> one =
          calls(engine, queries.getKey(), queries.getValue().subList(0, 1));
      millis.add(one.isEmpty() ? Double.NaN : Latency.of(one).wall()[0]);
    }
    long warming = System.nanoTime();
    engine.warm();
    out.printf(
        "%s: opened in %.0f ms, ready in %.1f s, then keeps %.0f MB more in memory%n",
        engine.name(),
        opened,
        (System.nanoTime() - warming) / 1e9,
        (Folders.heap() - before) / 1e6);
    return millis;
  }

  /// Empty where the engine has no such thing.
  private static List<Callable<Integer>> calls(
      SearchEngine engine, String kind, List<Query> queries) {
    SearchEngine.Asking asking = QueryClasses.asking(kind);
    List<Callable<Integer>> calls = new ArrayList<>();
    if (engine.knows(asking)) {
      queries.forEach(query -> calls.add(() -> answered(engine, asking, query)));
    }
    return calls;
  }

  private static int answered(SearchEngine engine, SearchEngine.Asking asking, Query query)
      throws Exception {
    return query.right().test(engine.ask(asking, query.words())) ? 1 : 0;
  }

  private void readers(StoreEngine ours, CorpusRelease release, Map<String, List<Query>> classes)
      throws Exception {
    List<String> mixed = new ArrayList<>();
    classes.forEach(
        (kind, queries) -> {
          if (QueryClasses.asking(kind) == SearchEngine.Asking.PLAIN) {
            queries.forEach(query -> mixed.add(query.words()));
          }
        });
    Collections.shuffle(mixed, new Random(options.seed()));
    int bulk = Math.max(ReadersWhileWriting.DAY, options.items() / BULK_PART);
    Iterator<Item> later =
        new Corpus(vocabulary, bulk + 5 * ReadersWhileWriting.DAY, options.seed() + 2);
    new ReadersWhileWriting(ours, release, mixed, out).run(later, bulk);
  }
}
