package cn.gongkai.content.benchmarks;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What a run of [SearchLoad] is to do.
///
/// @param items items of the corpus
/// @param queries queries of each class
/// @param seed of corpus and queries
/// @param keep folder in which what is built stays; what is there already is not built again
/// @param engines `ours`, `meaning` (ours with the network that finds by meaning), `lucene`,
///   `trigram`, `bare`
/// @param readers whether to measure readers while releases are applied
/// @param drop whether to empty the operating system's page cache before the cold queries (needs
///   root)
record Options(
    int items,
    int queries,
    long seed,
    Optional<Path> keep,
    List<String> engines,
    boolean readers,
    boolean drop) {

  static final List<String> USUAL = List.of("ours", "lucene", "trigram", "bare");
  static final List<String> ENGINES = List.of("ours", "meaning", "lucene", "trigram", "bare");

  static final String USAGE =
      "bench [ITEMS] [--queries N] [--seed N] [--keep DIR] [--engines ours,meaning,lucene,trigram,bare]"
          + " [--no-readers] [--drop-caches]";

  static Options of(int items, int queries) {
    return new Options(items, queries, 42, Optional.empty(), USUAL, true, false);
  }

  /// @throws IllegalArgumentException where they are not understood
  static Options parse(String... args) {
    Options options = of(300_000, 100);
    Deque<String> left = new ArrayDeque<>(List.of(args));
    while (!left.isEmpty()) {
      options = options.with(left.pop(), left);
    }
    if (!ENGINES.containsAll(options.engines)) {
      throw new IllegalArgumentException("engines are " + ENGINES);
    }
    return options;
  }

  private Options with(String word, Deque<String> left) {
    return switch (word) {
      case "--queries" -> with(items, number(left), seed, keep, engines, readers, drop);
      case "--seed" -> with(items, queries, number(left), keep, engines, readers, drop);
      case "--keep" ->
          with(items, queries, seed, Optional.of(Path.of(value(left))), engines, readers, drop);
      case "--engines" ->
          with(items, queries, seed, keep, List.of(value(left).split(",")), readers, drop);
      case "--no-readers" -> with(items, queries, seed, keep, engines, false, drop);
      case "--drop-caches" -> with(items, queries, seed, keep, engines, readers, true);
      default -> with(Integer.parseInt(word), queries, seed, keep, engines, readers, drop);
    };
  }

  private static Options with(
      int items,
      int queries,
      long seed,
      Optional<Path> keep,
      List<String> engines,
      boolean readers,
      boolean drop) {
    return new Options(items, queries, seed, keep, engines, readers, drop);
  }

  private static String value(Deque<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException("a value is missing at the end");
    }
    return left.pop();
  }

  private static int number(Deque<String> left) {
    return Integer.parseInt(value(left));
  }
}
