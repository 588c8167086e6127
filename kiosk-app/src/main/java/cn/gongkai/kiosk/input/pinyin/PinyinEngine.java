package cn.gongkai.kiosk.input.pinyin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns what is typed into Chinese words. Immutable and thread-safe; a decoding is bounded by its
/// limits, takes milliseconds and belongs off the screen's thread.
public final class PinyinEngine {

  private static final int SHORT_INPUT = 6;
  private static final int CONTEXT_MAX = 4;

  private final Lexicon general;
  private final Optional<Lexicon> site;
  private final DecoderLimits limits;
  private final Map<Layout, Spellings> spellings;
  private final Continuations generalGoesOn;
  private final Optional<Continuations> siteGoesOn;

  private PinyinEngine(
      Lexicon general,
      Optional<Lexicon> site,
      DecoderLimits limits,
      Map<Layout, Spellings> spellings,
      Continuations generalGoesOn,
      Optional<Continuations> siteGoesOn) {
    this.general = general;
    this.site = site;
    this.limits = limits;
    this.spellings = spellings;
    this.generalGoesOn = generalGoesOn;
    this.siteGoesOn = siteGoesOn;
  }

  /// @param pairs sounds that may be typed for one another
  public static PinyinEngine of(Lexicon general, Set<FuzzyPair> pairs, DecoderLimits limits) {
    return new PinyinEngine(
        general,
        Optional.empty(),
        limits,
        spellings(general, pairs),
        new Continuations(general),
        Optional.empty());
  }

  private static Map<Layout, Spellings> spellings(Lexicon general, Set<FuzzyPair> pairs) {
    Map<Layout, Spellings> spellings = new EnumMap<>(Layout.class);
    for (Layout layout : Layout.values()) {
      spellings.put(layout, Spellings.of(general.syllables(), layout, pairs));
    }
    return spellings;
  }

  /// The same engine with other accents.
  ///
  /// @param pairs sounds that may be typed for one another
  public PinyinEngine accented(Set<FuzzyPair> pairs) {
    return spelt(spellings(general, pairs));
  }

  /// The same engine with the accents of another of the same lexicon. Costs nothing.
  public PinyinEngine accentedLike(PinyinEngine other) {
    return spelt(other.spellings);
  }

  private PinyinEngine spelt(Map<Layout, Spellings> spellings) {
    return new PinyinEngine(general, site, limits, spellings, generalGoesOn, siteGoesOn);
  }

  /// The same engine that also knows, and prefers, the words of a site.
  ///
  /// @param site made with the syllables of this engine
  public PinyinEngine with(Lexicon site) {
    if (site.syllables() != general.syllables()) {
      throw new IllegalArgumentException("a site's lexicon must share the engine's syllables");
    }
    return new PinyinEngine(
        general,
        Optional.of(site),
        limits,
        spellings,
        generalGoesOn,
        Optional.of(new Continuations(site)));
  }

  /// The same engine without the words of any site.
  public PinyinEngine alone() {
    return new PinyinEngine(
        general, Optional.empty(), limits, spellings, generalGoesOn, Optional.empty());
  }

  public boolean knowsSite() {
    return site.isPresent();
  }

  public Syllables syllables() {
    return general.syllables();
  }

  /// What an input may mean. Never throws, whatever the input.
  public Decoded decode(String typed, Layout layout) {
    Spellings table = spellings.get(layout);
    String input = layout.cleaned(typed, limits.inputMax());
    if (table == null || input.isEmpty()) {
      return Decoded.NOTHING;
    }
    Lattice plain = new Lattice(input, table, false);
    boolean brief = layout == Layout.LETTERS && input.length() <= SHORT_INPUT;
    Lattice lattice = brief || !plain.complete() ? new Lattice(input, table, true) : plain;
    List<Lexicon> lexicons = new ArrayList<>();
    site.ifPresent(lexicons::add);
    lexicons.add(general);
    Decoder decoder = new Decoder(lexicons, limits, lattice, input);
    List<Candidate> candidates = decoder.candidates();
    return new Decoded(input, Spelled.of(decoder.best(), input, layout), candidates);
  }

  /// How what is written may go on, as words of the site and of the lexicon begin with its last
  /// characters: the more of them, the earlier. Takes a millisecond at most.
  public List<Candidate> continuations(String written) {
    Set<String> found = new LinkedHashSet<>();
    int most = limits.continuationsMax();
    for (int length = Math.min(CONTEXT_MAX, written.length()); length > 0; length--) {
      String end = written.substring(written.length() - length);
      siteGoesOn.ifPresent(words -> found.addAll(words.of(end, most)));
      found.addAll(generalGoesOn.of(end, most));
    }
    return found.stream().limit(most).map(text -> new Candidate(text, 0, true)).toList();
  }
}
