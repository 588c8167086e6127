package cn.gongkai.content.search;

import cn.gongkai.content.search.Ranking.Piece;
import cn.gongkai.content.search.SearchResult.Span;
import cn.gongkai.content.search.TitleIndex.Match;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What of a title first letters stand for: a word, or a piece of one by chance.
record Pieces(TitleIndex titles, Synonyms synonyms) {

  /// So little was typed of each character that most titles hold it by chance, in the middle of
  /// words: those that hold it as words come first, with that place.
  List<Match> wordsFirst(List<Match> matches, int limit) {
    Map<Piece, List<Match>> sorted = new EnumMap<>(Piece.class);
    for (Match match : matches) {
      String title = titles.title(match.order());
      Map<Piece, Span> places = new EnumMap<>(Piece.class);
      match.marks().forEach(mark -> places.putIfAbsent(of(title, mark), mark));
      Map.Entry<Piece, Span> best = places.entrySet().iterator().next();
      sorted
          .computeIfAbsent(best.getKey(), piece -> new ArrayList<>())
          .add(new Match(match.order(), match.row(), List.of(best.getValue()), 1));
    }
    return sorted.values().stream().flatMap(List::stream).limit(limit).toList();
  }

  Piece of(String title, Span mark) {
    if (!WordParts.isOfWholeWords(title, mark)) {
      return Piece.INSIDE_WORDS;
    }
    boolean known = synonyms.knows(title.substring(mark.start(), mark.end()));
    return known ? Piece.KNOWN_WORD : Piece.WORDS;
  }
}
