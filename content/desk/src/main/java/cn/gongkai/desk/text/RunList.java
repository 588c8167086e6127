package cn.gongkai.desk.text;

import cn.gongkai.content.model.Link;
import cn.gongkai.content.model.Run;
import cn.gongkai.content.model.Run.Style;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gathers runs: joins neighbours of one style and trims the ends, so that the same text always
/// gives the same runs.
final class RunList {

  private final List<Run> runs = new ArrayList<>();

  void add(String text, Set<Style> styles, Optional<Link> link) {
    if (text.isEmpty()) {
      return;
    }
    Run last = runs.isEmpty() ? null : runs.getLast();
    if (last != null && last.styles().equals(styles) && last.link().equals(link)) {
      runs.set(runs.size() - 1, new Run(last.text() + text, styles, link));
    } else {
      runs.add(new Run(text, styles.isEmpty() ? Set.of() : EnumSet.copyOf(styles), link));
    }
  }

  /// Joins lines of a source: between Chinese characters nothing, between words a space.
  void addSoftBreak(Set<Style> styles, Optional<Link> link) {
    if (!runs.isEmpty()) {
      String before = runs.getLast().text();
      char last = before.charAt(before.length() - 1);
      if (last < 0x80 && !Character.isWhitespace(last)) {
        add(" ", styles, link);
      }
    }
  }

  boolean endsWithSpace() {
    if (runs.isEmpty()) {
      return true;
    }
    String text = runs.getLast().text();
    return Character.isWhitespace(text.charAt(text.length() - 1));
  }

  boolean isEmpty() {
    return trimmed().isEmpty();
  }

  /// Without blanks, ideographic ones included, at both ends: indentation is for the screen to do.
  List<Run> trimmed() {
    List<Run> trimmed = new ArrayList<>(runs);
    while (!trimmed.isEmpty()) {
      Run first = trimmed.getFirst();
      String text = first.text().stripLeading();
      trimmed.removeFirst();
      if (!text.isEmpty()) {
        trimmed.addFirst(new Run(text, first.styles(), first.link()));
        break;
      }
    }
    while (!trimmed.isEmpty()) {
      Run last = trimmed.getLast();
      String text = last.text().stripTrailing();
      trimmed.removeLast();
      if (!text.isEmpty()) {
        trimmed.addLast(new Run(text, last.styles(), last.link()));
        break;
      }
    }
    return List.copyOf(trimmed);
  }
}
