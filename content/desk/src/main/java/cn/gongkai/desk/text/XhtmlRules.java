package cn.gongkai.desk.text;

import cn.gongkai.content.model.Block.Align;
import cn.gongkai.desk.problem.Problems;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// The allow-list of elements and attributes, and where in the file an element stands.
final class XhtmlRules {

  private static final Set<String> INLINE =
      Set.of(
          "a", "b", "strong", "i", "em", "u", "s", "del", "strike", "sup", "sub", "span", "br",
          "font");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "blockquote",
          "aside",
          "table",
          "caption",
          "colgroup",
          "col",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "th",
          "td",
          "img",
          "video",
          "audio",
          "figure",
          "figcaption",
          "div",
          "section",
          "article",
          "center",
          "hr");

  /// Elements that end only where the source says so: one left open swallows what follows.
  private static final Set<String> CLOSED =
      Set.of(
          "table",
          "ul",
          "ol",
          "blockquote",
          "aside",
          "div",
          "figure",
          "a",
          "b",
          "strong",
          "sup",
          "sub");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "align",
          "valign",
          "style",
          "class",
          "id",
          "title",
          "href",
          "target",
          "rel",
          "src",
          "alt",
          "width",
          "height",
          "colspan",
          "rowspan",
          "scope",
          "border",
          "cellspacing",
          "cellpadding",
          "start",
          "type",
          "lang",
          "xml:lang",
          "xmlns",
          "poster",
          "controls",
          "nowrap",
          "bgcolor",
          "color",
          "face",
          "size",
          "span");

  private static final Pattern TEXT_ALIGN =
      Pattern.compile("text-align\\s*:\\s*(left|right|center|justify)");

  private final Problems problems;
  private final int firstLine;

  XhtmlRules(Problems problems, int firstLine) {
    this.problems = problems;
    this.firstLine = firstLine;
  }

  static boolean isInline(Element element) {
    return INLINE.contains(element.normalName());
  }

  int line(Node node) {
    int line = node.sourceRange().start().lineNumber();
    return line < 1 ? firstLine : firstLine + line - 1;
  }

  /// Reports everything under a node that may not be there.
  void check(Node node) {
    switch (node) {
      case Element element -> {
        String name = element.normalName();
        if (!INLINE.contains(name) && !BLOCKS.contains(name)) {
          problems.block(line(element), "AUTHORED-HTML-ELEMENT", "<" + name + ">");
          return;
        }
        if (CLOSED.contains(name) && element.endSourceRange().isImplicit()) {
          problems.block(line(element), "AUTHORED-HTML-OPEN", name);
        }
        element.attributes().forEach(attribute -> check(attribute, element));
        element.childNodes().forEach(this::check);
      }
      case DataNode data -> problems.block(line(data), "AUTHORED-HTML-ELEMENT", "<script>");
      default -> {}
    }
  }

  private void check(Attribute attribute, Element element) {
    String key = attribute.getKey().toLowerCase(Locale.ROOT);
    if (key.startsWith("/")) {
      return;
    }
    if (!ATTRIBUTES.contains(key)) {
      problems.block(line(element), "AUTHORED-HTML-ATTRIBUTE", element.normalName(), key);
    }
  }

  static Align align(Element element, Align otherwise) {
    Matcher style = TEXT_ALIGN.matcher(element.attr("style").toLowerCase(Locale.ROOT));
    String align = style.find() ? style.group(1) : element.attr("align").toLowerCase(Locale.ROOT);
    return switch (align) {
      case "left" -> Align.LEFT;
      case "right" -> Align.RIGHT;
      case "center" -> Align.CENTER;
      case "justify" -> Align.JUSTIFIED;
      default -> otherwise;
    };
  }
}
