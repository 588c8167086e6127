package cn.gongkai.kiosk.data;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.Topic;
import cn.gongkai.content.search.Synonyms;
import cn.gongkai.content.search.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// The names a resident may mean before anything is searched: life topics, columns that hold
/// something, and words of residents. Found by their beginning in characters, pinyin, first letters
/// or any mixture, see [Spelling]. Immutable; made anew for each release.
public final class Names {

  private static final int WORD_MAX = 10;

  /// A name and what it leads to.
  public sealed interface Name {

    String text();

    record OfTopic(Topic topic) implements Name {
      @Override
      public String text() {
        return topic.name();
      }
    }

    record OfColumn(Column column) implements Name {
      @Override
      public String text() {
        return column.name();
      }
    }

    /// A word that is searched for as it stands.
    record OfWord(String text) implements Name {}
  }

  private record Entry(Name name, Spelling spelling) {}

  private record Match(Entry entry, int quality) {}

  private final long generation;
  private final List<Entry> entries;

  private Names(long generation, List<Entry> entries) {
    this.generation = generation;
    this.entries = List.copyOf(entries);
  }

  /// Reads the pinyin of some two thousand words: about a tenth of a second, off the screen's
  /// thread.
  static Names of(Outline outline) {
    List<Entry> entries = new ArrayList<>();
    SequencedSet<String> words = new LinkedHashSet<>();
    for (Topic topic : outline.topics()) {
      entries.add(new Entry(new Name.OfTopic(topic), Spelling.of(topic.name())));
      words.addAll(topic.words());
    }
    outline.columns().stream()
        .filter(column -> outline.findFilled(column.id()).isPresent())
        .forEach(
            column ->
                entries.add(new Entry(new Name.OfColumn(column), Spelling.of(column.name()))));
    Synonyms known = Synonyms.standard().with(outline.topics(), outline.synonyms());
    known.words().stream().sorted().forEach(words::add);
    outline.topics().forEach(topic -> words.remove(topic.name()));
    words.stream()
        .filter(word -> word.length() <= WORD_MAX)
        .forEach(word -> entries.add(new Entry(new Name.OfWord(word), Spelling.of(word))));
    return new Names(outline.generation(), entries);
  }

  long generation() {
    return generation;
  }

  /// Names that begin as typed, the nearest first: those typed whole, then topics, words and
  /// columns, shorter ones first. Nothing for nothing.
  public List<Name> find(String typed, int limit) {
    String wanted = Terms.normalise(typed).replace(" ", "").replace("'", "");
    if (wanted.isEmpty()) {
      return List.of();
    }
    return entries.stream()
        .map(entry -> new Match(entry, entry.spelling().quality(wanted)))
        .filter(match -> match.quality() > 0)
        .sorted(Comparator.comparingInt(Names::rank))
        .limit(limit)
        .map(match -> match.entry().name())
        .toList();
  }

  private static int rank(Match match) {
    int kind =
        switch (match.entry().name()) {
          case Name.OfTopic ignored -> 0;
          case Name.OfWord ignored -> 1;
          case Name.OfColumn ignored -> 2;
        };
    return -match.quality() * 1000 + kind * 100 + match.entry().name().text().length();
  }
}
