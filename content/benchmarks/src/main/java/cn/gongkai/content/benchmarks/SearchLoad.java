package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.Item;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Search at a decade's size: builds the same corpus into our store, Lucene and trigram FTS5, asks
/// all of them the same queries in the same run, and prints latencies, ratios, sizes and build
/// rates as Markdown.
///
/// Arguments: number of items (300000), queries of each class (100), folder (a new one in the
/// temporary directory), seed (42).
public final class SearchLoad {

  /// @param items items of the corpus
  /// @param queries queries of each class
  record Size(int items, int queries) {}

  /// Latencies in milliseconds and the share of queries that found anything.
  record Latency(double p50, double p95, double p99, double found) {}

  private final Vocabulary vocabulary;
  private final Size size;
  private final long seed;
  private final PrintWriter out;

  SearchLoad(Size size, long seed, PrintWriter out) throws IOException {
    this.vocabulary = new Vocabulary();
    this.size = size;
    this.seed = seed;
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    int items = args.length > 0 ? Integer.parseInt(args[0]) : 300_000;
    int queries = args.length > 1 ? Integer.parseInt(args[1]) : 100;
    Path folder = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("search-load");
    long seed = args.length > 3 ? Long.parseLong(args[3]) : 42;
    try (PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8)) {
      new SearchLoad(new Size(items, queries), seed, out).run(folder);
    }
  }

  /// Builds and measures every engine under the folder.
  void run(Path folder) throws Exception {
    out.printf("Search load: %d items, seed %d%n%n", size.items(), seed);
    Map<String, List<String>> classes =
        QueryClasses.of(vocabulary, corpus(), size.queries(), seed + 1);
    List<SearchEngine> engines =
        List.of(
            new StoreEngine(Files.createDirectories(folder.resolve("store"))),
            new LuceneEngine(Files.createDirectories(folder.resolve("lucene"))),
            new TrigramEngine(Files.createDirectories(folder.resolve("trigram"))));
    out.println("| engine | build s | items/s | MB | open ms |");
    out.println("|---|---|---|---|---|");
    for (SearchEngine engine : engines) {
      build(engine);
    }
    out.println();
    out.println("Cold, the first query of each class, then warm p50 / p95 / p99 ms (found):");
    out.println();
    out.println("| class | engine | cold | p50 | p95 | p99 | found | p95 of the store = 1 |");
    out.println("|---|---|---|---|---|---|---|---|");
    for (Map.Entry<String, List<String>> queries : classes.entrySet()) {
      measure(queries.getKey(), queries.getValue(), engines);
    }
    for (SearchEngine engine : engines) {
      engine.close();
    }
  }

  private Iterator<Item> corpus() {
    return new Corpus(vocabulary, size.items(), seed);
  }

  private void build(SearchEngine engine) throws Exception {
    long start = System.nanoTime();
    engine.build(corpus());
    double seconds = (System.nanoTime() - start) / 1e9;
    long opened = System.nanoTime();
    engine.open();
    out.printf(
        "| %s | %.1f | %.0f | %.1f | %.0f |%n",
        engine.name(),
        seconds,
        size.items() / seconds,
        engine.bytes() / 1e6,
        (System.nanoTime() - opened) / 1e6);
  }

  private void measure(String name, List<String> queries, List<SearchEngine> engines)
      throws Exception {
    double ours = 0;
    for (SearchEngine engine : engines) {
      long start = System.nanoTime();
      engine.search(queries.getFirst());
      double cold = (System.nanoTime() - start) / 1e6;
      latency(engine, queries);
      Latency warm = latency(engine, queries);
      ours = ours == 0 ? warm.p95() : ours;
      out.printf(
          "| %s | %s | %.1f | %.1f | %.1f | %.1f | %.0f %% | %.2f |%n",
          name,
          engine.name(),
          cold,
          warm.p50(),
          warm.p95(),
          warm.p99(),
          100 * warm.found(),
          warm.p95() / ours);
    }
  }

  Latency latency(SearchEngine engine, List<String> queries) throws Exception {
    double[] millis = new double[queries.size()];
    int found = 0;
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      found += engine.search(queries.get(i)) > 0 ? 1 : 0;
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return new Latency(
        at(millis, 0.50), at(millis, 0.95), at(millis, 0.99), found / (double) millis.length);
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  }
}
