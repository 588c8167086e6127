package cn.gongkai.content.search;

import cn.gongkai.content.search.Found.Gathered;
import cn.gongkai.content.search.Meanings.Near;
import cn.gongkai.content.search.QueryReading.Unit;
import cn.gongkai.content.search.Ranking.Heard;
import cn.gongkai.content.search.Ranking.Piece;
import cn.gongkai.content.search.SearchResult.Span;
import cn.gongkai.content.search.TitleIndex.Match;
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
import java.util.stream.Collectors;

/// Collects the items one query may be answered with, the likeliest ways first, until there are
/// enough or its time is over. Lives for one search in one thread.
final class Gathering<E extends Exception> {

  private static final int UNITS_ALONE_MAX = 4;
  private static final int FORMS_ALONE_MAX = 3;
  private static final int COMPLETE_FEW = 3;
  private static final int NEARLY_MIN = 2;
  private static final int ALIKE_FEW = 8;
  private static final int BY_CHANCE = 5;
  private static final int NARROWED = 10;
  private static final int HAN_MIN = 2;
  private static final double WORSE_THAN_BEST = 0.12;
  private static final double ALIKE_TITLE = 2.4;
  private static final double OF_TOPIC = 0.4;
  private static final double IN_PARTS = 0.5;

  private final QueryReading reading;
  private final SearchQuery query;
  private final SearchSource<E> source;
  private final TitleIndex titles;
  private final Pieces pieces;
  private final Nearness nearness;
  private final SearchLimits limits;
  private final BooleanSupplier stopped;
  private final Filter filter;
  private final List<String> filters;

  private final Found<E> found;
  private final Map<String, Double> weights = new HashMap<>();
  private final Map<Long, Double> likeness = new HashMap<>();
  private Optional<String> mentioned = Optional.empty();

  Gathering(
      QueryReading reading,
      SearchQuery query,
      SearchSource<E> source,
      TitleIndex titles,
      Synonyms synonyms,
      Nearness nearness,
      SearchLimits limits,
      BooleanSupplier stopped)
      throws E {
    this.reading = reading;
    this.query = query;
    this.source = source;
    this.titles = titles;
    this.pieces = new Pieces(titles, synonyms);
    this.nearness = nearness;
    this.limits = limits;
    this.stopped = stopped;
    this.filter = Filter.of(query, source);
    this.found = new Found<>(query, source, limits, filter);
    this.filters = filter.expressions();
  }

  Collection<Gathered> gather() throws E {
    numbers();
    byWholeTitle();
    List<List<String>> variants = reading.variants();
    for (List<String> variant : variants) {
      byTitle(variant);
    }
    bySound();
    boolean titled = !found.isEmpty();
    for (List<String> variant : variants) {
      if (found.complete() < limits.enough() && !hasExactly() && !stopped.getAsBoolean()) {
        byText(variant, filters);
      }
    }
    ownTown(variants);
    boolean few = found.complete() < COMPLETE_FEW && !hasExactly();
    if (few || !titled && found.complete() < limits.enough()) {
      nearly();
    }
    if (few && !stopped.getAsBoolean()) {
      byParts();
    }
    byMeaning();
    return found.all();
  }

  /// What means nearly what was typed, where words did not find plenty. Numbers and letters mean
  /// nothing.
  private void byMeaning() throws E {
    long han = reading.folded().chars().filter(c -> Terms.isHan((char) c)).count();
    boolean plenty = found.complete() >= limits.enough() || hasExactly();
    if (plenty || han < HAN_MIN || reading.number().isPresent() || stopped.getAsBoolean()) {
      return;
    }
    List<Near> nearest = nearness.nearest(reading.folded(), limits.titles() / 2);
    nearest.forEach(near -> likeness.put(near.row(), near.likeness()));
    double least = nearest.isEmpty() ? 1 : nearest.getFirst().likeness() - WORSE_THAN_BEST;
    for (Near near : nearest) {
      if (near.likeness() > Math.max(least, Ranking.LIKENESS_MIN)) {
        found.read(near.row(), false, Optional.empty(), List.of());
      }
    }
  }

  /// How nearly a row means what was typed; 0 where that is not known.
  double likeness(long row) {
    return likeness.getOrDefault(row, 0.0);
  }

  /// Titles with a wrong, missing or surplus character: alike in writing or in sound.
  private void nearly() throws E {
    for (String chunk : reading.chunks()) {
      if (chunk.length() >= NEARLY_MIN && Terms.isHan(chunk.charAt(0)) && !stopped.getAsBoolean()) {
        SoundPattern sound = SoundReader.sameSound(chunk);
        if (heard(sound) == 0 && sound.isForTwo()) {
          heard(sound.inTwo());
        }
        for (Match match : titles.alike(List.of(chunk), ALIKE_FEW, stopped)) {
          found.read(match.row(), false, Optional.empty(), List.of());
        }
      }
    }
  }

  Filter filter() {
    return filter;
  }

  /// True where there may be more complete answers than were read.
  boolean leftSome() {
    return mentioned.isPresent() || found.complete() >= limits.enough() && !hasExactly();
  }

  /// An expression for all that holds the words as typed, and by chance a little more.
  Optional<String> asTyped() {
    return mentioned.or(() -> rarest(reading.chunks()));
  }

  /// How much each unit's word says; empty where nothing had to be weighed.
  Map<String, Double> weights() {
    return weights;
  }

  /// True where the very item is here that was asked for, by its number or its whole title.
  private boolean hasExactly() {
    return found.all().stream()
        .anyMatch(
            g ->
                g.candidate().title().equals(reading.folded())
                    || reading.number().stream().anyMatch(n -> n.isOf(g.row().profile())));
  }

  private void numbers() throws E {
    if (reading.number().isEmpty()) {
      return;
    }
    NumberReading number = reading.number().get();
    for (String own : number.own()) {
      for (long row : source.numbered(own, limits.batch())) {
        found.read(row, true, Optional.empty(), List.of());
      }
    }
    int most = hasExactly() ? limits.enough() : limits.batch();
    for (String expression : number.expressions()) {
      List<Long> rows = source.newest(filtered(expression, filters), Long.MAX_VALUE, most);
      for (long row : rows) {
        found.read(row, true, Optional.empty(), List.of());
      }
      if (!rows.isEmpty()) {
        boolean more = rows.size() == most && number.isAll(reading.folded());
        mentioned = more ? Optional.of(expression) : Optional.empty();
        return;
      }
    }
  }

  /// The newest titles hold the words; the very title that was typed may be older than all of them.
  private void byWholeTitle() throws E {
    for (Match match : titles.named(reading.folded(), limits.titles())) {
      found.read(match.row(), true, Optional.empty(), List.of());
    }
  }

  private void byTitle(List<String> variant) throws E {
    List<Match> matches = titles.containing(variant, limits.titles() * pick(), stopped);
    for (Match match : found.passing(matches, limits.titles())) {
      found.read(match.row(), true, Optional.empty(), List.of());
    }
  }

  /// How many titles are looked at for one that passes the filters.
  private int pick() {
    return filter.isOpen() ? 1 : NARROWED;
  }

  private void bySound() throws E {
    int heard = 0;
    SoundPattern.How how = SoundPattern.How.SYLLABLES;
    for (SoundPattern pattern : reading.sounds()) {
      boolean accented = pattern.how() == SoundPattern.How.ACCENTED && heard < COMPLETE_FEW;
      boolean asSure = heard == 0 || pattern.how() == how || accented;
      if (asSure && heard < limits.titles() && !stopped.getAsBoolean()) {
        how = pattern.how();
        heard += heard(pattern);
      }
    }
    for (SoundPattern pattern : surestForTwo()) {
      if (heard > 0 || stopped.getAsBoolean()) {
        return;
      }
      heard += heard(pattern.inTwo());
    }
    if (heard == 0 && reading.chunks().size() > 1) {
      wordsBySound();
    }
  }

  private List<SoundPattern> surestForTwo() {
    return reading.sounds().stream()
        .filter(SoundPattern::isForTwo)
        .limit(limits.patternsInTwo())
        .toList();
  }

  /// Titles in which at least one of several typed words is heard.
  private void wordsBySound() throws E {
    for (String chunk : reading.chunks()) {
      int heard = 0;
      for (SoundPattern pattern : SoundReader.readings(chunk)) {
        if (heard == 0 && pattern.elements().size() > 1 && !stopped.getAsBoolean()) {
          heard += heard(pattern.weaker());
        }
      }
    }
  }

  private int heard(SoundPattern pattern) throws E {
    boolean letters = pattern.isOfFirstLetters();
    int most = limits.titles() * (letters ? BY_CHANCE : 1);
    List<Match> matches = found.passing(titles.sounding(pattern, most * pick(), stopped), most);
    for (Match match : letters ? pieces.wordsFirst(matches, limits.titles()) : matches) {
      Span mark = match.marks().getFirst();
      String title = titles.title(match.order());
      double share = (mark.end() - mark.start()) / (double) Math.max(1, title.length());
      Piece piece = letters ? pieces.of(title, mark) : Piece.WORDS;
      Heard heard = new Heard(pattern.how(), share, mark.start() == 0, piece);
      found.read(match.row(), true, Optional.of(heard), List.of(mark));
    }
    return matches.size();
  }

  /// Newest rows that hold all the words, looked at again because the index knows only pairs. Where
  /// a whole batch holds none of them, their pairs stand together by chance, and older rows would
  /// not do better.
  private void byText(List<String> variant, List<String> also) throws E {
    Optional<String> expression = rarest(variant).map(e -> filtered(e, also));
    long before = Long.MAX_VALUE;
    for (int n = 0; expression.isPresent() && n < limits.batches(); n++) {
      List<Long> rows = source.newest(expression.get(), before, limits.batch());
      int known = found.size();
      for (long row : rows) {
        found.readIfHolds(row, variant);
        before = row;
      }
      boolean last = rows.size() < limits.batch() || found.size() == known;
      if (last || found.complete() >= limits.enough() || stopped.getAsBoolean()) {
        return;
      }
    }
  }

  /// An expression of the rarest pairs of the words, as far as titles tell which are rare.
  private Optional<String> rarest(List<String> words) {
    SequencedSet<String> tokens = new LinkedHashSet<>();
    words.forEach(word -> tokens.addAll(Terms.queryTokens(word)));
    return Terms.expression(
        tokens.stream()
            .sorted(Comparator.comparingInt(token -> titles.holding(Terms.unquoted(token))))
            .limit(limits.tokens())
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private void ownTown(List<List<String>> variants) throws E {
    if (query.home().isPresent() && !query.home().get().isCounty() && !variants.isEmpty()) {
      List<String> also = new ArrayList<>(filters);
      also.add(FacetTokens.division(query.home().get()));
      byText(variants.getFirst(), also);
    }
  }

  /// Where the words do not all occur together: titles that are alike, and the newest texts with
  /// the rarest of them. What holds most of it is read.
  private void byParts() throws E {
    weigh();
    Likely likely = new Likely();
    List<String> forms = reading.units().stream().flatMap(Unit::forms).toList();
    for (Match match : titles.alike(forms, limits.titles(), stopped)) {
      likely.add(match.row(), ALIKE_TITLE * match.likeness());
    }
    double all = weights.values().stream().mapToDouble(weight -> weight).sum();
    List<Unit> rarest =
        reading.units().stream()
            .sorted(Comparator.comparingDouble(u -> -weights.getOrDefault(u.word(), 0.0)))
            .limit(UNITS_ALONE_MAX)
            .toList();
    for (Unit unit : rarest) {
      double share = weights.getOrDefault(unit.word(), 0.0) / Math.max(1, all);
      for (String form : unit.forms().limit(FORMS_ALONE_MAX).toList()) {
        if (!stopped.getAsBoolean() && !part(form, share, likely)) {
          parts(unit, form, share * IN_PARTS, likely);
        }
      }
    }
    byTopic(likely);
    if (likely.isEmpty()) {
      for (Match match : titles.alike(reading.characters(), ALIKE_FEW, stopped)) {
        likely.add(match.row(), match.likeness());
      }
    }
    for (long row : likely.best(limits.partial())) {
      found.read(row, false, Optional.empty(), List.of());
    }
  }

  /// Texts with all parts of the form, or else with the first or the last of them.
  private void parts(Unit unit, String form, double share, Likely likely) throws E {
    List<String> parts = unit.partsOf(form);
    if (parts.isEmpty() || part(String.join(" ", parts), share, likely)) {
      return;
    }
    part(parts.getFirst(), share / 2, likely);
    part(parts.getLast(), share / 2, likely);
  }

  private void byTopic(Likely likely) throws E {
    for (String topic : reading.topics()) {
      for (long row : source.inTopic(topic, limits.batch() / 2)) {
        likely.add(row, OF_TOPIC);
      }
    }
  }

  private boolean part(String form, double share, Likely likely) throws E {
    Optional<String> expression = rarest(List.of(form.split(" ")));
    if (expression.isEmpty()) {
      return false;
    }
    String all = filtered(expression.get(), filters);
    List<Long> rows = source.newest(all, Long.MAX_VALUE, limits.batch() / 2);
    rows.forEach(row -> likely.add(row, share));
    return !rows.isEmpty();
  }

  private void weigh() throws E {
    for (Unit unit : reading.units()) {
      int holders = 0;
      for (String form : unit.forms().limit(2).toList()) {
        Optional<String> expression = Terms.match(form);
        holders += expression.isPresent() ? source.count(expression.get(), limits.counted()) : 0;
      }
      double rare = Math.log(1 + (titles.size() + 1.0) / (holders + 0.5));
      weights.put(unit.word(), rare * (unit.readAs().isEmpty() ? 1 : 1.5));
    }
  }

  private static String filtered(String expression, List<String> filters) {
    return filters.isEmpty()
        ? expression
        : "(" + expression + ") AND " + String.join(" AND ", filters);
  }
}
