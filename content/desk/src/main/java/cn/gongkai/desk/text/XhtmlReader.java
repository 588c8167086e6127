package cn.gongkai.desk.text;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Block.Align;
import cn.gongkai.content.model.Run;
import cn.gongkai.desk.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// Reads the allowed subset of XHTML into blocks. Scripts, frames, event handlers and unknown
/// elements are problems: text that a clerk sees in the source must not vanish unseen.
public final class XhtmlReader {

  private final Problems problems;
  private final TextLimits limits;
  private final MediaBlocks media;

  public XhtmlReader(MediaSource source, Problems problems, TextLimits limits) {
    this.problems = problems;
    this.limits = limits;
    this.media = new MediaBlocks(source, problems);
  }

  /// @param line line of the file on which the text begins, from 1
  public List<Block> read(String html, int line) {
    return Questions.fold(blocks(html, line), problems);
  }

  List<Questions.Placed> blocks(String html, int firstLine) {
    if (html.length() > limits.characters()) {
      problems.block(firstLine, "AUTHORED-TEXT-LARGE", limits.characters());
      return List.of();
    }
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    Element body = new Document("").appendElement("body");
    List<Node> nodes = parser.parseFragmentInput(html, body, "");
    XhtmlRules rules = new XhtmlRules(problems, firstLine);
    nodes.forEach(rules::check);
    return new Pass(rules).blocks(nodes, 0);
  }

  /// One pass over a fragment whose elements have been checked.
  private final class Pass {

    private final XhtmlRules rules;
    private final XhtmlInline inline;

    Pass(XhtmlRules rules) {
      this.rules = rules;
      this.inline = new XhtmlInline(problems, rules);
    }

    List<Questions.Placed> blocks(List<Node> nodes, int depth) {
      List<Questions.Placed> blocks = new ArrayList<>();
      if (depth > limits.depth()) {
        problems.block(rules.line(nodes.getFirst()), "AUTHORED-DEPTH", limits.depth());
        return blocks;
      }
      List<Node> loose = new ArrayList<>();
      for (Node node : nodes) {
        if (isInline(node)) {
          loose.add(node);
        } else {
          flush(loose, blocks);
          block(node, depth).forEach(b -> blocks.add(new Questions.Placed(b, rules.line(node))));
        }
      }
      flush(loose, blocks);
      return blocks;
    }

    private void flush(List<Node> loose, List<Questions.Placed> blocks) {
      List<Run> runs = inline.read(loose);
      if (!runs.isEmpty()) {
        Block paragraph = new Block.Paragraph(Align.JUSTIFIED, runs);
        blocks.add(new Questions.Placed(paragraph, rules.line(loose.getFirst())));
      }
      loose.clear();
    }

    private boolean isInline(Node node) {
      return node instanceof TextNode
          || node instanceof Element element && XhtmlRules.isInline(element);
    }

    private Stream<Block> block(Node node, int depth) {
      return switch (node) {
        case Comment comment -> MarkdownReader.pageMark(comment.getData()).stream();
        case Element element -> element(element, depth);
        default -> Stream.empty();
      };
    }

    private Stream<Block> element(Element element, int depth) {
      return switch (element.normalName()) {
        case "p" -> paragraph(element, depth);
        case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
        case "ul" -> listing(element, false, depth);
        case "ol" -> listing(element, true, depth);
        case "blockquote", "aside" -> note(element, depth);
        case "table" -> new XhtmlTable(problems, rules, inline, limits).read(element).stream();
        case "img", "video", "audio" -> media(element, Optional.empty());
        case "figure" -> figure(element, depth);
        case "div", "section", "article", "center" -> inside(element, depth);
        default -> Stream.empty();
      };
    }

    private Stream<Block> inside(Element element, int depth) {
      return blocks(element.childNodes(), depth + 1).stream().map(Questions.Placed::block);
    }

    private Stream<Block> paragraph(Element p, int depth) {
      if (p.children().stream().anyMatch(child -> !XhtmlRules.isInline(child))) {
        return inside(p, depth);
      }
      List<Run> runs = inline.read(p.childNodes());
      return runs.isEmpty()
          ? Stream.empty()
          : Stream.of(new Block.Paragraph(XhtmlRules.align(p, Align.JUSTIFIED), runs));
    }

    private Stream<Block> heading(Element h) {
      List<Run> runs = inline.read(h.childNodes());
      int level = Math.min(h.normalName().charAt(1) - '0', 4);
      return runs.isEmpty() ? Stream.empty() : Stream.of(new Block.Heading(level, runs));
    }

    private Stream<Block> listing(Element list, boolean ordered, int depth) {
      List<List<Block>> entries = new ArrayList<>();
      for (Element entry : list.children()) {
        if (entry.normalName().equals("li")) {
          entries.add(inside(entry, depth).toList());
        } else {
          problems.block(rules.line(entry), "AUTHORED-HTML-PLACE", entry.normalName());
        }
      }
      return entries.isEmpty() ? Stream.empty() : Stream.of(new Block.Listing(ordered, entries));
    }

    private Stream<Block> note(Element quote, int depth) {
      List<Block> blocks = inside(quote, depth).toList();
      return blocks.isEmpty() ? Stream.empty() : Stream.of(new Block.Note(blocks));
    }

    private Stream<Block> figure(Element figure, int depth) {
      Element caption = figure.selectFirst("figcaption");
      Element picture = figure.selectFirst("img, video, audio");
      if (picture == null) {
        return inside(figure, depth);
      }
      return media(picture, Optional.ofNullable(caption).map(Element::text));
    }

    private Stream<Block> media(Element element, Optional<String> caption) {
      String words = element.hasAttr("alt") ? element.attr("alt") : element.attr("title");
      Optional<String> title =
          caption
              .or(() -> Optional.of(element.attr("title")).filter(t -> element.hasAttr("alt")))
              .filter(t -> !t.isBlank());
      return media.read(element.attr("src"), words, title, rules.line(element)).stream();
    }
  }
}
