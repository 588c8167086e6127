package cn.gongkai.content.search;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Synonym;
import cn.gongkai.content.model.Topic;
import cn.gongkai.content.model.Validity;
import cn.gongkai.content.search.Found.Gathered;
import cn.gongkai.content.search.QueryReading.Unit;
import cn.gongkai.content.search.Ranking.Score;
import cn.gongkai.content.search.SearchResult.Hit;
import cn.gongkai.content.search.SearchResult.Marked;
import cn.gongkai.content.search.SearchSource.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// Answers a query: reads it, gathers what may answer it, ranks, cuts snippets, counts, and says
/// what to try instead. Thread-safe; holds no query.
public final class Finder {

  private static final List<String> COMMON = Resource.lines("common-words.txt");
  private static final int NEAREST_TITLES = 3;

  private final TitleIndex titles;
  private final Synonyms synonyms;
  private final List<Topic> topics;
  private final SearchLimits limits;
  private final LongSupplier nanos;
  private final Nearness nearness;

  /// Finds by words and sounds alone.
  Finder(
      TitleIndex titles,
      List<Topic> topics,
      List<Synonym> own,
      SearchLimits limits,
      LongSupplier nanos) {
    this(titles, topics, own, limits, nanos, Nearness.UNKNOWN);
  }

  /// @param own the synonyms of the county
  /// @param nanos a clock that only goes forward, such as [System#nanoTime]
  public Finder(
      TitleIndex titles,
      List<Topic> topics,
      List<Synonym> own,
      SearchLimits limits,
      LongSupplier nanos,
      Nearness nearness) {
    this.nearness = nearness;
    this.titles = titles;
    this.synonyms = Synonyms.standard().with(topics, own);
    this.topics = List.copyOf(topics);
    this.limits = limits;
    this.nanos = nanos;
  }

  /// The titles it knows, for reuse in the next release's finder.
  public TitleIndex titles() {
    return titles;
  }

  /// @param cancelled asked from time to time; when it says yes, what was found so far comes back
  public <E extends Exception> SearchResult find(
      SearchQuery query, SearchSource<E> source, BooleanSupplier cancelled) throws E {
    QueryReading reading = QueryReading.of(query.words(), synonyms, topics);
    if (reading.isEmpty()) {
      return nothing(suggestions(reading, List.of()));
    }
    long end = nanos.getAsLong() + limits.time().toNanos();
    BooleanSupplier stopped = () -> cancelled.getAsBoolean() || nanos.getAsLong() - end > 0;
    Gathering<E> gathering =
        new Gathering<>(reading, query, source, titles, synonyms, nearness, limits, stopped);
    Collection<Gathered> gathered = gathering.gather();
    Ranking ranking = new Ranking(reading, query, gathering.weights());
    List<Ranked> ranked =
        gathered.stream()
            .map(
                g -> new Ranked(g, ranking.score(g.candidate(), gathering.likeness(g.row().row()))))
            .filter(r -> r.score().value() > 0)
            .sorted(Comparator.comparingDouble((Ranked r) -> r.score().value()).reversed())
            .toList();
    Counts counts = counts(gathering, query, source, ranked);
    List<String> words = reading.markWords();
    List<Hit> hits = new ArrayList<>();
    for (Ranked next : ranked) {
      if (hits.size() < query.limit()) {
        source
            .findSummary(next.gathered().row().row())
            .ifPresent(item -> hits.add(hit(next, item, words)));
      }
    }
    return new SearchResult(
        List.copyOf(hits),
        counts.total(),
        reading.understood(),
        counts.columns(),
        counts.years(),
        counts.offices(),
        counts.validities(),
        suggestions(reading, hits));
  }

  private record Ranked(Gathered gathered, Score score) {}

  private Hit hit(Ranked ranked, Item item, List<String> words) {
    Gathered gathered = ranked.gathered();
    String title = item.title();
    Marked marked =
        new Marked(title, gathered.heard().isEmpty() ? Marks.of(title, words) : gathered.heard());
    Marked snippet = Snippets.of(gathered.row().words(), words, limits.snippet());
    return new Hit(
        item,
        marked,
        snippet,
        ranked.score().value(),
        ranked.score().reasons(),
        ranked.score().meant());
  }

  private record Counts(
      int total,
      Map<ColumnId, Integer> columns,
      Map<Integer, Integer> years,
      Map<String, Integer> offices,
      Map<Validity, Integer> validities) {}

  /// Counted over everything ranked and, where there is more than was read, over the newest rows of
  /// the index that match as typed; exact where few were found, otherwise of pairs of characters.
  private <E extends Exception> Counts counts(
      Gathering<E> gathering, SearchQuery query, SearchSource<E> source, List<Ranked> ranked)
      throws E {
    SequencedSet<Long> rows = new LinkedHashSet<>();
    ranked.forEach(r -> rows.add(r.gathered().row().row()));
    Filter filter = gathering.filter();
    if (!filter.isOpen() || gathering.leftSome()) {
      Optional<String> expression = gathering.asTyped();
      if (expression.isPresent()) {
        rows.addAll(source.newest(expression.get(), Long.MAX_VALUE, limits.counted()));
      }
    }
    List<Long> counted = rows.stream().limit(limits.counted()).toList();
    List<Facts> facts = source.facts(counted, query.today());
    return new Counts(
        (int) facts.stream().filter(filter::passes).count(),
        count(facts, f -> filter.office(f) && filter.year(f) && filter.validity(f), Facts::column),
        count(facts, f -> filter.column(f) && filter.office(f) && filter.validity(f), Facts::year),
        count(facts, f -> filter.column(f) && filter.year(f) && filter.validity(f), Facts::office),
        count(facts, f -> filter.column(f) && filter.year(f) && filter.office(f), Facts::validity));
  }

  private static <T> Map<T, Integer> count(
      List<Facts> facts, Predicate<Facts> passes, Function<Facts, T> value) {
    Map<T, Integer> counts = new HashMap<>();
    facts.stream().filter(passes).forEach(f -> counts.merge(value.apply(f), 1, Integer::sum));
    return Map.copyOf(counts);
  }

  private SearchResult nothing(List<String> suggestions) {
    return new SearchResult(
        List.of(), 0, List.of(), Map.of(), Map.of(), Map.of(), Map.of(), suggestions);
  }

  /// Words of documents for what was typed, the nearest titles, life topics, and what residents
  /// look for most.
  private List<String> suggestions(QueryReading reading, List<Hit> hits) {
    SequencedSet<String> offered = new LinkedHashSet<>();
    reading.units().stream().map(Unit::readAs).forEach(offered::addAll);
    if (hits.isEmpty()) {
      titles.alike(reading.chunks(), NEAREST_TITLES, () -> false).stream()
          .map(match -> titles.title(match.order()))
          .forEach(offered::add);
    }
    topics.stream()
        .filter(topic -> reading.topics().contains(topic.id()))
        .map(Topic::name)
        .forEach(offered::add);
    if (hits.isEmpty()) {
      topics.stream().map(Topic::name).forEach(offered::add);
      offered.addAll(COMMON);
    }
    offered.remove(reading.folded());
    return offered.stream().limit(limits.suggestions()).toList();
  }
}
