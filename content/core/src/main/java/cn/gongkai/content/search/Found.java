package cn.gongkai.content.search;

import cn.gongkai.content.search.Ranking.Candidate;
import cn.gongkai.content.search.Ranking.Heard;
import cn.gongkai.content.search.SearchResult.Span;
import cn.gongkai.content.search.SearchSource.Facts;
import cn.gongkai.content.search.SearchSource.Row;
import cn.gongkai.content.search.TitleIndex.Match;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// The items read for one query that pass its filters, each once and no more than a search may
/// read. Lives for one search in one thread.
final class Found<E extends Exception> {

  private final SearchQuery query;
  private final SearchSource<E> source;
  private final SearchLimits limits;
  private final Filter filter;
  private final SequencedMap<Long, Gathered> items = new LinkedHashMap<>();
  private int looked;

  /// An item read for the query.
  ///
  /// @param complete true where every word of some way to say the query is in it
  /// @param heard marks in the title, where the title answers by sound
  record Gathered(Row row, Candidate candidate, boolean complete, List<Span> heard) {}

  Found(SearchQuery query, SearchSource<E> source, SearchLimits limits, Filter filter) {
    this.query = query;
    this.source = source;
    this.limits = limits;
    this.filter = filter;
  }

  /// In the order in which they were read.
  Collection<Gathered> all() {
    return items.values();
  }

  int size() {
    return items.size();
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  long complete() {
    return items.values().stream().filter(Gathered::complete).count();
  }

  /// Of these titles the first that pass the filters: asked before any is read, because most of the
  /// newest may not.
  List<Match> passing(List<Match> matches, int most) throws E {
    if (filter.isOpen()) {
      return matches.subList(0, Math.min(most, matches.size()));
    }
    Set<Long> passing =
        source.facts(matches.stream().map(Match::row).toList(), query.today()).stream()
            .filter(filter::passes)
            .map(Facts::row)
            .collect(Collectors.toSet());
    return matches.stream().filter(m -> passing.contains(m.row())).limit(most).toList();
  }

  void read(long row, boolean complete, Optional<Heard> heard, List<Span> marks) throws E {
    if (items.containsKey(row) || items.size() >= limits.candidates()) {
      return;
    }
    Optional<Row> read = source.findRow(row, query.today());
    if (read.isPresent()) {
      keep(gathered(read.get(), complete, heard, marks));
    }
  }

  private void keep(Gathered gathered) {
    if (passes(gathered)) {
      items.put(gathered.row().row(), gathered);
    }
  }

  private boolean passes(Gathered gathered) {
    Profile profile = gathered.row().profile();
    long row = gathered.row().row();
    return filter.passes(
        new Facts(row, profile.column(), profile.year(), profile.office(), profile.validity()));
  }

  private static Gathered gathered(
      Row row, boolean complete, Optional<Heard> heard, List<Span> marks) {
    String title = Terms.normalise(row.profile().title());
    Candidate candidate = new Candidate(row.profile(), title, Terms.normalise(row.words()), heard);
    return new Gathered(row, candidate, complete, marks);
  }

  /// Reads the item and keeps it where it holds all the words.
  void readIfHolds(long row, List<String> variant) throws E {
    if (items.containsKey(row) || items.size() >= limits.candidates() || looked >= limits.read()) {
      return;
    }
    looked++;
    Optional<Row> read = source.findRow(row, query.today());
    if (read.isPresent()) {
      Gathered gathered = gathered(read.get(), true, Optional.empty(), List.of());
      if (variant.stream().allMatch(word -> holds(gathered.candidate(), word))) {
        keep(gathered);
      }
    }
  }

  private static boolean holds(Candidate candidate, String word) {
    return candidate.title().contains(word) || candidate.words().contains(word);
  }
}
