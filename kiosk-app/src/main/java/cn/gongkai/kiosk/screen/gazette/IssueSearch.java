package cn.gongkai.kiosk.screen.gazette;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Finds words in the running text of one issue and says on which printed pages they stand.
///
/// Letters are taken as the first letters of the words' pinyin, since a terminal's keyboard may
/// have nothing else.
final class IssueSearch {

  /// Pages listed for one search.
  static final int PAGES_MAX = 60;

  private static final int AROUND = 14;

  /// A page with the first place found on it.
  ///
  /// @param excerpt some words around the place
  /// @param found the words found, as they stand in the text
  /// @param places how many there are on the page
  record Hit(int page, String excerpt, String found, int places) {}

  private record Page(int number, String text, String letters) {}

  private final List<Page> pages;

  /// @param initials for each character of a text the first letter of its pinyin, or itself; as
  ///   many characters as it was given
  IssueSearch(List<Block> body, UnaryOperator<String> initials) {
    Map<Integer, StringBuilder> texts = new LinkedHashMap<>();
    int page = 1;
    for (Block block : body) {
      if (block instanceof Block.PageMark mark) {
        page = mark.page();
      } else {
        texts
            .computeIfAbsent(page, n -> new StringBuilder())
            .append(PlainText.of(List.of(block)).replace('\n', ' '))
            .append(' ');
      }
    }
    pages = new ArrayList<>();
    texts.forEach(
        (number, text) ->
            pages.add(
                new Page(
                    number,
                    text.toString(),
                    initials.apply(text.toString()).toLowerCase(Locale.ROOT))));
  }

  /// Pages that hold the words, in order; nothing for no words.
  List<Hit> find(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    for (Page page : pages) {
      String plain = page.text().toLowerCase(Locale.ROOT);
      boolean direct = plain.length() == page.text().length() && plain.contains(wanted);
      boolean sameLength = page.letters().length() == page.text().length();
      String in = direct ? plain : sameLength ? page.letters() : "";
      int at = in.indexOf(wanted);
      if (at >= 0 && hits.size() < PAGES_MAX) {
        hits.add(hit(page, in, wanted, at));
      }
    }
    return List.copyOf(hits);
  }

  private static Hit hit(Page page, String in, String wanted, int first) {
    int places = 0;
    for (int at = first; at >= 0; at = in.indexOf(wanted, at + wanted.length())) {
      places++;
    }
    int end = first + wanted.length();
    String text = page.text();
    int from = Math.max(0, first - AROUND);
    int until = Math.min(text.length(), end + AROUND);
    String excerpt =
        (from > 0 ? "…" : "")
            + text.substring(from, until).strip()
            + (until < text.length() ? "…" : "");
    return new Hit(page.number(), excerpt, text.substring(first, end), places);
  }
}
