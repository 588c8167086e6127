package cn.gongkai.desk.text;

import cn.gongkai.content.model.Link;
import cn.gongkai.content.model.Run;
import cn.gongkai.content.model.Run.Style;
import cn.gongkai.desk.problem.Problems;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Reads the inside of one Markdown paragraph, heading or cell into runs.
final class MarkdownInline {

  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z]+)\\s*/?>");

  private final Problems problems;
  private final ToIntFunction<Node> lines;
  private final RunList runs = new RunList();
  private final Deque<Style> opened = new ArrayDeque<>();

  MarkdownInline(Problems problems, ToIntFunction<Node> lines) {
    this.problems = problems;
    this.lines = lines;
  }

  List<Run> read(Node parent) {
    children(parent, EnumSet.noneOf(Style.class), Optional.empty());
    if (!opened.isEmpty()) {
      problems.block(lines.applyAsInt(parent), "AUTHORED-HTML-OPEN", opened.peek());
    }
    return runs.trimmed();
  }

  /// The words of a node without styles.
  static String plain(Node parent) {
    StringBuilder words = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      words.append(node instanceof Text text ? text.getLiteral() : plain(node));
    }
    return words.toString();
  }

  private void children(Node parent, Set<Style> styles, Optional<Link> link) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      read(node, styles, link);
    }
  }

  private void read(Node node, Set<Style> styles, Optional<Link> link) {
    switch (node) {
      case Text text -> {
        if (text.getLiteral().contains("**")) {
          problems.block(lines.applyAsInt(text), "AUTHORED-EMPHASIS");
        }
        runs.add(text.getLiteral(), with(styles), link);
      }
      case StrongEmphasis strong -> children(strong, plus(styles, Style.BOLD), link);
      case Emphasis emphasis -> children(emphasis, plus(styles, Style.EMPHASIS), link);
      case SoftLineBreak soft -> runs.addSoftBreak(with(styles), link);
      case HardLineBreak hard -> runs.add("\n", with(styles), link);
      case Code code -> runs.add(code.getLiteral(), with(styles), link);
      case org.commonmark.node.Link to -> {
        int line = lines.applyAsInt(to);
        children(to, styles, Links.find(to.getDestination(), line, problems));
      }
      case HtmlInline html -> tag(html, link, styles);
      case org.commonmark.node.Image image ->
          problems.block(lines.applyAsInt(image), "AUTHORED-PICTURE-INLINE");
      default -> problems.block(lines.applyAsInt(node), "AUTHORED-MARKDOWN");
    }
  }

  private void tag(HtmlInline html, Optional<Link> link, Set<Style> styles) {
    String literal = html.getLiteral();
    if (literal.startsWith("<!--")) {
      return;
    }
    Matcher matcher = TAG.matcher(literal);
    String name = matcher.matches() ? matcher.group(2).toLowerCase(Locale.ROOT) : "";
    Optional<Style> style = Styles.find(name);
    if (name.equals("br")) {
      runs.add("\n", with(styles), link);
    } else if (style.isPresent() && matcher.group(1).isEmpty()) {
      opened.push(style.get());
    } else if (style.isEmpty() || !opened.removeFirstOccurrence(style.get())) {
      problems.block(lines.applyAsInt(html), "AUTHORED-HTML-ELEMENT", literal);
    }
  }

  private Set<Style> with(Set<Style> styles) {
    Set<Style> all = EnumSet.noneOf(Style.class);
    all.addAll(styles);
    all.addAll(opened);
    return all;
  }

  private static Set<Style> plus(Set<Style> styles, Style style) {
    Set<Style> more = EnumSet.of(style);
    more.addAll(styles);
    return more;
  }
}
