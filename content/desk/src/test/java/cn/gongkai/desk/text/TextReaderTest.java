package cn.gongkai.desk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Block.Align;
import cn.gongkai.content.model.Link;
import cn.gongkai.content.model.PlainText;
import cn.gongkai.content.model.Run;
import cn.gongkai.content.model.Run.Style;
import cn.gongkai.desk.media.MediaFile;
import cn.gongkai.desk.problem.Problem;
import cn.gongkai.desk.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {

  private final Problems problems = new Problems("a.md");

  private static final MediaSource NO_FILES =
      new MediaSource() {
        @Override
        public Optional<MediaFile> find(String reference, int line) {
          return Optional.empty();
        }

        @Override
        public Optional<MediaFile> findSibling(String reference, String extension, int line) {
          return Optional.empty();
        }

        @Override
        public Optional<String> findSiblingText(String reference, int line) {
          return Optional.empty();
        }
      };

  private List<Block> markdown(String text) {
    return new MarkdownReader(NO_FILES, problems, TextLimits.STANDARD).read(text, 1);
  }

  private List<Block> xhtml(String text) {
    return new XhtmlReader(NO_FILES, problems, TextLimits.STANDARD).read(text, 1);
  }

  private static Block paragraph(Run... runs) {
    return new Block.Paragraph(Align.JUSTIFIED, List.of(runs));
  }

  @Test
  void linesOfAParagraphJoinWithoutABlankBetweenChineseCharacters() {
    assertThat(markdown("第一行，\n第二行 ABC\nDEF。"))
        .containsExactly(paragraph(Run.of("第一行，第二行 ABC DEF。")));
    assertThat(xhtml("<p>第一行，\n  第二行 ABC\n  DEF。</p>"))
        .containsExactly(paragraph(Run.of("第一行，第二行 ABC DEF。")));
  }

  @Test
  void indentationByIdeographicSpacesIsLeftToTheScreen() {
    assertThat(markdown("　　各镇人民政府：")).containsExactly(paragraph(Run.of("各镇人民政府：")));
  }

  @Test
  void stylesAndLinksAreKept() {
    List<Block> expected =
        List.of(
            new Block.Paragraph(
                Align.JUSTIFIED,
                List.of(
                    Run.of("看"),
                    new Run(
                        "原文",
                        java.util.Set.of(Style.BOLD),
                        Optional.of(new Link.ToItem(new cn.gongkai.content.model.ItemId("zc-1")))),
                    Run.of("，H"),
                    new Run("2", java.util.Set.of(Style.SUBSCRIPT), Optional.empty()),
                    Run.of("O"))));
    assertThat(markdown("看[**原文**](item:zc-1)，H<sub>2</sub>O")).isEqualTo(expected);
    assertThat(xhtml("<p>看<a href=\"item:zc-1\"><b>原文</b></a>，H<sub>2</sub>O</p>"))
        .isEqualTo(expected);
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void aTableKeepsItsSpansAndHeadings() {
    List<Block> blocks =
        markdown(
            """
            <table><caption>表一</caption>
            <thead><tr><th rowspan="2">项目</th><th colspan="2">人数</th></tr>
            <tr><th>男</th><th>女</th></tr></thead>
            <tbody><tr><td>合计</td><td align="right">1</td><td align="right">2</td></tr></tbody>
            </table>
            """);
    assertThat(blocks)
        .singleElement()
        .isInstanceOfSatisfying(
            Block.Table.class,
            table -> {
              assertThat(table.caption()).contains("表一");
              assertThat(table.headerRows()).isEqualTo(2);
              assertThat(table.rows().getFirst().cells().get(1).columns()).isEqualTo(2);
              assertThat(table.rows().getFirst().cells().getFirst().rows()).isEqualTo(2);
              assertThat(table.rows().get(2).cells().get(1).align()).isEqualTo(Align.RIGHT);
            });
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void aSignatureStandsOnTheRight() {
    assertThat(markdown("<p align=\"right\">沂源县人民政府<br>2023年5月1日</p>"))
        .containsExactly(new Block.Paragraph(Align.RIGHT, List.of(Run.of("沂源县人民政府\n2023年5月1日"))));
  }

  @Test
  void quotesAreNotesAndListsMayBeNested() {
    assertThat(markdown("> 提示\n\n1. 一\n   - 甲\n2. 二"))
        .containsExactly(
            new Block.Note(List.of(paragraph(Run.of("提示")))),
            new Block.Listing(
                true,
                List.of(
                    List.of(
                        paragraph(Run.of("一")),
                        new Block.Listing(false, List.of(List.of(paragraph(Run.of("甲")))))),
                    List.of(paragraph(Run.of("二"))))));
  }

  @Test
  void anAnswerEndsAtTheNextQuestionOrHeading() {
    List<Block> blocks = markdown("问：甲？\n\n**答：**子。\n\n丑。\n\n问:乙？\n\n答:寅。\n\n# 完\n\n尾。");
    assertThat(blocks).hasSize(4);
    assertThat(blocks.get(0))
        .isEqualTo(
            new Block.Question("甲？", List.of(paragraph(Run.of("子。")), paragraph(Run.of("丑。")))));
    assertThat(blocks.get(1)).isInstanceOf(Block.Question.class);
    assertThat(blocks.get(2)).isInstanceOf(Block.Heading.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'<script>alert(1)</script>', AUTHORED-HTML-ELEMENT",
    "'<iframe src=\"http://x/\"></iframe>', AUTHORED-HTML-ELEMENT",
    "'<p onclick=\"x()\">a</p>', AUTHORED-HTML-ATTRIBUTE",
    "'<style>p{}</style>', AUTHORED-HTML-ELEMENT",
    "'<form><input></form>', AUTHORED-HTML-ELEMENT",
    "'<object data=\"x\"></object>', AUTHORED-HTML-ELEMENT",
    "'<p><a href=\"javascript:x()\">a</a></p>', AUTHORED-LINK",
    "'<p><a href=\"../files/x.pdf\">a</a></p>', AUTHORED-LINK",
    "'<table><tr><td>a</td></tr>', AUTHORED-HTML-OPEN",
    "'<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', AUTHORED-TABLE-SHAPE",
    "'<table><tr><td colspan=\"0\">a</td></tr></table>', AUTHORED-TABLE-SPAN",
    "'<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>', AUTHORED-HTML-PLACE",
    "'<p>问：甲？</p><p>乙。</p>', AUTHORED-QUESTION",
    "'<marquee>a</marquee>', AUTHORED-HTML-ELEMENT"
  })
  void whatCannotBeKeptIsAProblem(String html, String code) {
    xhtml(html);
    assertThat(problems.all()).extracting(Problem::code).contains(code);
    Problems second = new Problems("b.md");
    new MarkdownReader(NO_FILES, second, TextLimits.STANDARD).read("前。\n\n" + html, 1);
    assertThat(second.all()).extracting(Problem::code).contains(code);
    assertThat(second.all().getFirst().line()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "'```\ncode\n```', AUTHORED-CODE",
    "'    四个空格', AUTHORED-INDENT",
    "'文字![图](a.png)文字', AUTHORED-PICTURE-INLINE",
    "'![](a.png)', AUTHORED-ALTERNATIVE",
    "'[a](mailto:a@b.c)', AUTHORED-LINK",
    "'<b>没有结束', AUTHORED-HTML-OPEN",
    "'a<blink>b', AUTHORED-HTML-ELEMENT"
  })
  void markdownThatCannotBeKeptIsAProblem(String text, String code) {
    markdown(text);
    assertThat(problems.all()).extracting(Problem::code).contains(code);
  }

  @Test
  void nestingIsBounded() {
    markdown("> ".repeat(40) + "深");
    assertThat(problems.all()).extracting(Problem::code).contains("AUTHORED-DEPTH");
    Problems deep = new Problems("b.xhtml");
    new XhtmlReader(NO_FILES, deep, TextLimits.STANDARD)
        .read("<div>".repeat(40) + "深" + "</div>".repeat(40), 1);
    assertThat(deep.all()).extracting(Problem::code).contains("AUTHORED-DEPTH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>甲<p>乙", "<p>甲</p>\n\n乙", "甲<br/>乙", "<div><p>甲</p>乙</div>"})
  void looseHtmlIsReadAsFarAsItIsClear(String html) {
    assertThat(PlainText.of(xhtml(html)).replace("\n", "")).isEqualTo("甲乙");
  }

  @Property(tries = 300)
  void anyTextIsReadOrRefusedButNeverThrows(@ForAll String text) {
    assertThatCode(
            () -> {
              markdown(text);
              xhtml(text);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void anyMixtureOfMarksIsReadOrRefusedButNeverThrows() {
    long seed = 7L;
    Random random = new Random(seed);
    String[] parts = {
      "<p>",
      "</p>",
      "<table>",
      "<tr>",
      "<td rowspan=3>",
      "</td>",
      "</tr>",
      "</table>",
      "问：",
      "答：",
      "\n\n",
      "\n",
      "> ",
      "- ",
      "1. ",
      "# ",
      "| a | b |\n|---|---|\n",
      "**",
      "[",
      "](item:x1)",
      "![",
      "](a.png)",
      "<!-- page 2 -->",
      "<b>",
      "</b>",
      "<br>",
      "字",
      " ",
      "    ",
      "&nbsp;",
      "\\"
    };
    for (int n = 0; n < 3000; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      assertThatCode(
              () -> {
                markdown(text.toString());
                xhtml(text.toString());
              })
          .as("seed %d, text %d: %s", seed, n, text)
          .doesNotThrowAnyException();
    }
  }
}
