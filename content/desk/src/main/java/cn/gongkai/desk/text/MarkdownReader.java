package cn.gongkai.desk.text;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Block.Align;
import cn.gongkai.content.model.Run;
import cn.gongkai.desk.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Reads Markdown (CommonMark with tables of GFM) with the desk's conventions into blocks. One
/// reader reads one file.
public final class MarkdownReader {

  static final Pattern PAGE_MARK = Pattern.compile("\\s*page\\s+(\\d{1,5})\\s*");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--(.*)-->\\s*");

  /// CommonMark does not see the end of `**答：**是` because no space follows the punctuation, and in
  /// Chinese none ever does: such stretches are turned into elements beforehand.
  private static final Pattern BOLD =
      Pattern.compile("(?<![\\\\*])\\*\\*(?=[^\\s*])([^*\n]+?)(?<=\\S)\\*\\*(?!\\*)");

  private static final int HEADING_MAX = 4;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  private final Problems problems;
  private final TextLimits limits;
  private final MediaBlocks media;
  private final XhtmlReader xhtml;
  private int firstLine = 1;

  public MarkdownReader(MediaSource source, Problems problems, TextLimits limits) {
    this.problems = problems;
    this.limits = limits;
    this.media = new MediaBlocks(source, problems);
    this.xhtml = new XhtmlReader(source, problems, limits);
  }

  /// @param line line of the file on which the text begins, from 1
  public List<Block> read(String markdown, int line) {
    firstLine = line;
    if (markdown.length() > limits.characters()) {
      problems.block(line, "AUTHORED-TEXT-LARGE", limits.characters());
      return List.of();
    }
    String bold = BOLD.matcher(markdown).replaceAll("<b>$1</b>");
    return Questions.fold(children(PARSER.parse(bold), 0), problems);
  }

  private List<Questions.Placed> children(Node parent, int depth) {
    List<Questions.Placed> blocks = new ArrayList<>();
    if (depth > limits.depth()) {
      problems.block(line(parent), "AUTHORED-DEPTH", limits.depth());
      return blocks;
    }
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      int line = line(node);
      block(node, line, depth).forEach(block -> blocks.add(new Questions.Placed(block, line)));
    }
    return blocks;
  }

  private List<Block> plainChildren(Node parent, int depth) {
    return children(parent, depth).stream().map(Questions.Placed::block).toList();
  }

  private List<Block> block(Node node, int line, int depth) {
    return switch (node) {
      case Heading heading -> heading(heading);
      case Paragraph paragraph -> paragraph(paragraph, line);
      case BlockQuote quote -> note(plainChildren(quote, depth + 1));
      case BulletList list -> List.of(listing(list, false, depth));
      case OrderedList list -> List.of(listing(list, true, depth));
      case TableBlock table ->
          new MarkdownTable(this::runs, problems, limits)
              .read(table, line).stream().map(Block.class::cast).toList();
      case HtmlBlock html -> html(html, line);
      case FencedCodeBlock code -> refused(line, "AUTHORED-CODE");
      case IndentedCodeBlock code -> refused(line, "AUTHORED-INDENT");
      case ThematicBreak rule -> List.of();
      case LinkReferenceDefinition definition -> List.of();
      default -> refused(line, "AUTHORED-MARKDOWN");
    };
  }

  private List<Block> refused(int line, String code) {
    problems.block(line, code);
    return List.of();
  }

  private List<Block> heading(Heading heading) {
    List<Run> runs = runs(heading);
    return runs.isEmpty()
        ? List.of()
        : List.of(new Block.Heading(Math.min(heading.getLevel(), HEADING_MAX), runs));
  }

  private List<Block> paragraph(Paragraph paragraph, int line) {
    if (paragraph.getFirstChild() instanceof Image image && image.getNext() == null) {
      Optional<String> caption =
          Optional.ofNullable(image.getTitle()).filter(title -> !title.isBlank());
      String words = MarkdownInline.plain(image);
      return media.read(image.getDestination(), words, caption, line).stream().toList();
    }
    List<Run> runs = runs(paragraph);
    return runs.isEmpty() ? List.of() : List.of(new Block.Paragraph(Align.JUSTIFIED, runs));
  }

  private static List<Block> note(List<Block> blocks) {
    return blocks.isEmpty() ? List.of() : List.of(new Block.Note(blocks));
  }

  private Block listing(ListBlock list, boolean ordered, int depth) {
    List<List<Block>> entries = new ArrayList<>();
    for (Node entry = list.getFirstChild(); entry != null; entry = entry.getNext()) {
      entries.add(plainChildren(entry, depth + 1));
    }
    return new Block.Listing(ordered, entries);
  }

  private List<Block> html(HtmlBlock html, int line) {
    Matcher comment = COMMENT.matcher(html.getLiteral());
    if (!comment.matches()) {
      return xhtml.blocks(html.getLiteral(), line).stream().map(Questions.Placed::block).toList();
    }
    return pageMark(comment.group(1)).stream().toList();
  }

  /// The page mark that a comment is; other comments say nothing to residents.
  static Optional<Block> pageMark(String comment) {
    Matcher mark = PAGE_MARK.matcher(comment);
    return mark.matches() && Integer.parseInt(mark.group(1)) > 0
        ? Optional.of(new Block.PageMark(Integer.parseInt(mark.group(1))))
        : Optional.empty();
  }

  private List<Run> runs(Node parent) {
    return new MarkdownInline(problems, this::line).read(parent);
  }

  private int line(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      List<SourceSpan> spans = at.getSourceSpans();
      if (!spans.isEmpty()) {
        return firstLine + spans.getFirst().getLineIndex();
      }
    }
    return firstLine;
  }
}
