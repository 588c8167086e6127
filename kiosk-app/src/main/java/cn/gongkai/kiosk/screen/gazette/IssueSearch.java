package cn.gongkai.kiosk.screen.gazette;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Finds words in the running text of one issue and says on which printed pages they stand.
///
/// Words on their way are found as well: letters stand for the beginning of a syllable, so `gljt`,
/// `gaolingjt` and `高龄jt` all find 高龄津贴.
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

  /// @param plain the text in small letters
  /// @param syllables of each character, empty where it has none; none at all where the text could
  ///   not be read aloud
  private record Page(int number, String text, String plain, List<String> syllables) {}

  private final List<Page> pages;

  /// @param syllables for each character of a text its pinyin, or nothing
  IssueSearch(List<Block> body, Function<String, String[]> syllables) {
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
    texts.forEach((number, text) -> pages.add(page(number, text.toString(), syllables)));
  }

  private static Page page(int number, String text, Function<String, String[]> syllables) {
    String small = text.toLowerCase(Locale.ROOT);
    String[] read = syllables.apply(text);
    return new Page(
        number,
        text,
        small.length() == text.length() ? small : text,
        read.length == text.length() ? List.of(read) : List.of());
  }

  /// Pages that hold the words, in order; nothing for no words.
  List<Hit> find(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    List<Hit> hits = new ArrayList<>();
    for (Page page : pages) {
      if (!wanted.isEmpty() && hits.size() < PAGES_MAX) {
        find(page, wanted, hits);
      }
    }
    return List.copyOf(hits);
  }

  private static void find(Page page, String wanted, List<Hit> hits) {
    boolean asWritten = page.plain().contains(wanted);
    int first = -1;
    int end = -1;
    int places = 0;
    int at = 0;
    while (at < page.text().length()) {
      int until = asWritten ? written(page, at, wanted) : heard(page, at, wanted, 0);
      if (until >= 0 && places++ == 0) {
        first = at;
        end = until;
      }
      at = Math.max(at + 1, until);
    }
    if (places > 0) {
      hits.add(hit(page, first, end, places));
    }
  }

  private static int written(Page page, int at, String wanted) {
    return page.plain().startsWith(wanted, at) ? at + wanted.length() : -1;
  }

  /// @return where the words end that begin here and are meant by the rest of what is wanted, -1
  ///   where none are
  private static int heard(Page page, int at, String wanted, int from) {
    if (from == wanted.length()) {
      return at;
    }
    if (at >= page.syllables().size()) {
      return -1;
    }
    if (page.plain().charAt(at) == wanted.charAt(from)) {
      int end = heard(page, at + 1, wanted, from + 1);
      if (end >= 0) {
        return end;
      }
    }
    for (int letters = common(page.syllables().get(at), wanted, from); letters > 0; letters--) {
      int end = heard(page, at + 1, wanted, from + letters);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  private static int common(String syllable, String wanted, int from) {
    int letters = 0;
    while (letters < syllable.length()
        && from + letters < wanted.length()
        && syllable.charAt(letters) == wanted.charAt(from + letters)) {
      letters++;
    }
    return letters;
  }

  private static Hit hit(Page page, int first, int end, int places) {
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
