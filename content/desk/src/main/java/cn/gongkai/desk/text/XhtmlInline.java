package cn.gongkai.desk.text;

import cn.gongkai.content.model.Link;
import cn.gongkai.content.model.Run;
import cn.gongkai.content.model.Run.Style;
import cn.gongkai.desk.problem.Problems;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Reads the inside of an XHTML paragraph, heading or cell into runs.
final class XhtmlInline {

  private final Problems problems;
  private final XhtmlRules rules;

  XhtmlInline(Problems problems, XhtmlRules rules) {
    this.problems = problems;
    this.rules = rules;
  }

  List<Run> read(List<Node> nodes) {
    RunList runs = new RunList();
    nodes.forEach(node -> read(node, EnumSet.noneOf(Style.class), Optional.empty(), runs));
    return runs.trimmed();
  }

  private void read(Node node, Set<Style> styles, Optional<Link> link, RunList runs) {
    if (node instanceof TextNode text) {
      text(text.getWholeText(), styles, link, runs);
    } else if (node instanceof Element element) {
      element(element, styles, link, runs);
    }
  }

  private void element(Element element, Set<Style> styles, Optional<Link> link, RunList runs) {
    String name = element.normalName();
    Set<Style> inner = EnumSet.noneOf(Style.class);
    inner.addAll(styles);
    Styles.find(name).ifPresent(inner::add);
    Optional<Link> target = link;
    switch (name) {
      case "br" -> runs.add("\n", styles, link);
      case "a" -> {
        if (element.hasAttr("href")) {
          target = Links.find(element.attr("href"), rules.line(element), problems);
        }
      }
      case "p", "div", "li" -> {
        // A block inside a cell: its own line there.
        if (!runs.isEmpty()) {
          runs.add("\n", styles, link);
        }
      }
      default -> {
        if (!XhtmlRules.isInline(element)) {
          problems.block(rules.line(element), "AUTHORED-HTML-PLACE", name);
          return;
        }
      }
    }
    for (Node child : element.childNodes()) {
      read(child, inner, target, runs);
    }
  }

  /// White space of the source: a line break between Chinese characters is nothing, any other
  /// stretch is one space.
  private static void text(String text, Set<Style> styles, Optional<Link> link, RunList runs) {
    StringBuilder kept = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int from = i;
      while (i < text.length() && " \t\r\n\f".indexOf(text.charAt(i)) >= 0) {
        i++;
      }
      if (i == from) {
        kept.append(text.charAt(i++));
        continue;
      }
      boolean broken = text.substring(from, i).indexOf('\n') >= 0;
      char before = kept.isEmpty() ? ' ' : kept.charAt(kept.length() - 1);
      char after = i < text.length() ? text.charAt(i) : ' ';
      boolean blank = kept.isEmpty() && runs.endsWithSpace();
      boolean chinese = broken && (before >= 0x2e80 || after >= 0x2e80);
      if (!blank && !chinese) {
        kept.append(' ');
      }
    }
    runs.add(kept.toString(), styles, link);
  }
}
