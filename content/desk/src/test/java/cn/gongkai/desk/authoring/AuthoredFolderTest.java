package cn.gongkai.desk.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.DisclosureLevel;
import cn.gongkai.content.model.InterpretationForm;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.model.Synonym;
import cn.gongkai.desk.problem.Problem;
import cn.gongkai.desk.sample.SampleFolder;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthoredFolderTest {

  @TempDir Path temp;
  private SampleFolder folder;

  @BeforeEach
  void writeFolder() throws IOException {
    folder = SampleFolder.in(temp.resolve("authored"));
  }

  private Authored.Content content() throws IOException {
    Authored authored = AuthoredFolder.read(folder.root());
    assertThat(authored).isInstanceOf(Authored.Content.class);
    return (Authored.Content) authored;
  }

  private List<Problem> problems() throws IOException {
    Authored authored = AuthoredFolder.read(folder.root());
    assertThat(authored).isInstanceOf(Authored.Refused.class);
    return ((Authored.Refused) authored).problems().stream().filter(Problem::blocks).toList();
  }

  private Item item(String id) throws IOException {
    return content().items().stream()
        .map(Entry::entity)
        .filter(i -> i.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSampleIsReadWhole() throws IOException {
    Authored.Content content = content();
    assertThat(content.items()).hasSize(3);
    assertThat(content.columns()).hasSize(4);
    assertThat(content.media()).hasSize(2);
    assertThat(content.site().entity().tiles()).hasSize(2);
  }

  @Test
  void aCountyMayHaveSynonymsOfItsOwn() throws IOException {
    assertThat(content().synonyms()).isEmpty();
    folder.write("synonyms.yaml", "- {said: [敬老饭], written: [老年助餐, 长者食堂]}\n");
    assertThat(content().synonyms())
        .extracting(Entry::entity)
        .containsExactly(new Synonym(List.of("敬老饭"), List.of("老年助餐", "长者食堂")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{written: [老年助餐]}",
        "{said: [饭], written: [老年助餐]}",
        "{said: [敬老饭], written: [十七个字的词是太长了没有人会这样说话]}"
      })
  void aSynonymThatCannotBeIsRefused(String line) throws IOException {
    folder.write("synonyms.yaml", "- {said: [好的], written: [好的词]}\n- " + line + "\n");
    assertThat(problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("MODEL-SYNONYM");
              assertThat(problem.file()).isEqualTo("synonyms.yaml");
              assertThat(problem.line()).isEqualTo(2);
            });
  }

  @Test
  void chineseLabelsAreReadAsKeysAndANumberIsRepairedWithAWarning() throws IOException {
    Item item = item(SampleFolder.POLICY);
    assertThat(item.metadata().documentNumber()).hasToString("Optional[源政发〔2023〕6号]");
    assertThat(item.metadata().signedOn()).contains(LocalDate.of(2023, 5, 28));
    assertThat(item.metadata().publishedAt())
        .isEqualTo(OffsetDateTime.parse("2023-05-30T09:12:00+08:00"));
    assertThat(item.metadata().themes()).containsExactly("1703");
    assertThat(content().warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("AUTHORED-NUMBER-REPAIRED");
              assertThat(warning.file()).isEqualTo("items/zc/zc-2023-06.md");
              assertThat(warning.line()).isEqualTo(5);
            });
  }

  @Test
  void attachmentsCarryTheirPagesAndWhatTheyReallyAre() throws IOException {
    var attachment = item(SampleFolder.POLICY).attachments().getFirst();
    assertThat(attachment.pages()).contains(1);
    assertThat(attachment.blob().mediaType()).isEqualTo("application/pdf");
    assertThat(attachment.blob().length())
        .isEqualTo(Files.size(folder.root().resolve("files/table.pdf")));
  }

  @Test
  void anInterpretationPointsToItsDocumentAndHoldsItsQuestions() throws IOException {
    Item item = item("jd-2023-06");
    assertThat(item.relations().getFirst().kind()).isEqualTo(Relation.Kind.INTERPRETS);
    assertThat(item.details())
        .isInstanceOfSatisfying(
            Details.Interpretation.class,
            d -> assertThat(d.form()).isEqualTo(InterpretationForm.PICTURE));
    assertThat(item.body().get(0))
        .isInstanceOfSatisfying(
            Block.Image.class,
            image -> {
              assertThat(image.width()).isEqualTo(600);
              assertThat(image.caption()).contains("两档标准");
            });
    assertThat(item.body().get(1))
        .isInstanceOfSatisfying(
            Block.Question.class,
            question -> {
              assertThat(question.question()).isEqualTo("到哪里办？");
              assertThat(question.answer()).hasSize(2);
            });
  }

  @Test
  void aTownshipsItemIsOfTownshipLevel() throws IOException {
    assertThat(item(SampleFolder.TOWN_NEWS).metadata().level()).isEqualTo(DisclosureLevel.TOWNSHIP);
  }

  @Test
  void everyProblemOfTheFolderIsToldAtOnceWithFileAndLine() throws IOException {
    folder.write(
        "items/zc/bad.md",
        """
        ---
        column: zcwj
        titel: 写错了的字段
        publishedAt: 2023-02-30
        themes: [没有的主题]
        attachments:
          - {file: ../../files/missing.pdf, name: 附件}
        ---
        第一段。

        <script>alert(1)</script>
        """);
    folder.write("items/zc/also-bad.md", "没有字段\n");
    assertThat(problems())
        .extracting(Problem::file, Problem::line, Problem::code)
        .contains(
            tuple("items/zc/also-bad.md", 1, "AUTHORED-FRONT-MATTER"),
            tuple("items/zc/bad.md", 3, "AUTHORED-KEY"),
            tuple("items/zc/bad.md", 4, "AUTHORED-DATE"),
            tuple("items/zc/bad.md", 5, "AUTHORED-THEME"),
            tuple("items/zc/bad.md", 7, "AUTHORED-FILE-MISSING"),
            tuple("items/zc/bad.md", 11, "AUTHORED-HTML-ELEMENT"));
    assertThat(problems())
        .filteredOn(p -> p.code().equals("AUTHORED-KEY"))
        .singleElement()
        .satisfies(p -> assertThat(p.reason()).contains("titel").contains("title"));
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.api.Assertions.tuple(values);
  }

  @ParameterizedTest
  @CsvSource({
    "'publisher2: x', AUTHORED-KEY",
    "'validity: 也许', AUTHORED-TERM",
    "'indexNumber: 113703233130158448/2024-1', AUTHORED-INDEX-NUMBER",
    "'documentNumber: 六号文', AUTHORED-DOCUMENT-NUMBER",
    "'division: 37', AUTHORED-DIVISION",
    "'sourceUrl: javascript:alert(1)', AUTHORED-ADDRESS",
    "'column: x', AUTHORED-KEY-TWICE",
    "'标题: 再写一次', AUTHORED-KEY-TWICE",
    "'id: 中文', AUTHORED-ID",
    "'division: \"370323104\"', AUTHORED-TOWN-ID",
    "'id: 370323104-x', AUTHORED-TOWN-ID",
    "'relations: [{explains: zc-1}]', AUTHORED-RELATION",
    "'code: {target: \"http://www.yiyuan.gov.cn/\"}', AUTHORED-REQUIRED",
    "'answer: {question: 问, office: 局, repliedOn: 2023-13-01}', AUTHORED-DATE",
    "'abstract: [a', AUTHORED-YAML",
    "'keywords: &k [a]', AUTHORED-YAML-ANCHOR",
  })
  void aWrongFieldIsRefused(String field, String code) throws IOException {
    folder.writeItem("wrong", field + "\n", "正文。\n");
    assertThat(problems()).extracting(Problem::code).contains(code);
  }

  @Test
  void datesInWrongOrderAreRefused() throws IOException {
    folder.writeItem("wrong", "effectiveOn: 2023-06-02\nexpiresOn: 2023-06-01\n", "正文。\n");
    assertThat(problems()).extracting(Problem::code).contains("AUTHORED-DATE-ORDER");
  }

  @Test
  void twoDetailMapsAreRefused() throws IOException {
    folder.writeItem(
        "wrong",
        "answer: {question: 问, office: 局, repliedOn: 2023-01-01}\nevent: {place: 厅}\n",
        "正文。\n");
    assertThat(problems()).extracting(Problem::code).contains("AUTHORED-DETAILS-TWO");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../outside.png",
        "/../outside.png",
        "/files/../../outside.png",
        "%2e%2e/%2e%2e/%2e%2e/outside.png",
        "file:///etc/passwd",
        "..\\\\..\\\\outside.png"
      })
  void noReferenceLeadsOutOfTheFolder(String reference) throws IOException {
    folder.writePng("../outside.png", 10, 10);
    folder.writeItem("wrong", "", "![看外面](" + reference + ")\n");
    assertThat(problems())
        .extracting(Problem::code)
        .containsAnyOf("AUTHORED-PATH", "AUTHORED-FILE-MISSING", "AUTHORED-PICTURE-INLINE");
  }

  @Test
  void symbolicLinksAreNotFollowed() throws IOException {
    folder.writePng("../outside.png", 10, 10);
    Files.createSymbolicLink(folder.root().resolve("files/link.png"), temp.resolve("outside.png"));
    folder.writeItem("wrong", "", "![看外面](/files/link.png)\n");
    assertThat(problems()).extracting(Problem::code).containsExactly("AUTHORED-FILE-MISSING");
  }

  @Test
  void aFileIsWhatItsBytesSay() throws IOException {
    Files.copy(folder.root().resolve("files/table.pdf"), folder.root().resolve("files/false.png"));
    folder.write("files/text.png", "not a picture");
    folder.write("files/empty.png", "");
    folder.writeItem("a1", "", "![图一说明](/files/false.png)\n");
    folder.writeItem("b1", "", "![图二说明](/files/text.png)\n");
    folder.writeItem("c1", "", "![图三说明](/files/empty.png)\n");
    assertThat(problems())
        .extracting(Problem::code)
        .containsExactly("AUTHORED-MEDIA-NAME", "AUTHORED-MEDIA-TYPE", "AUTHORED-FILE-EMPTY");
  }

  @Test
  void aPictureTooLargeIsRefused() throws IOException {
    folder.writePng("files/wide.png", 4001, 10);
    folder.writeItem("a1", "", "![很宽的图](/files/wide.png)\n");
    assertThat(problems()).extracting(Problem::code).containsExactly("AUTHORED-PICTURE-LARGE");
  }

  @Test
  void aFileInAnotherEncodingIsRefused() throws IOException {
    Files.write(
        folder.root().resolve("items/zc/gbk.md"), "---\n标题".getBytes(Charset.forName("GBK")));
    assertThat(problems()).extracting(Problem::code).containsExactly("AUTHORED-ENCODING");
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkDoNotMatter() throws IOException {
    String text = Files.readString(folder.item(SampleFolder.POLICY));
    Item before = item(SampleFolder.POLICY);
    Files.writeString(folder.item(SampleFolder.POLICY), "\ufeff" + text.replace("\n", "\r\n"));
    assertThat(item(SampleFolder.POLICY)).isEqualTo(before);
  }

  @Test
  void aGazetteKnowsItsPagesAndItsContentsStayWithinThem() throws IOException {
    folder.writePdf("files/gb.pdf", "one", "two", "three");
    String gazette =
        """
        gazette:
          year: 2023
          number: 3
          pdf: /files/gb.pdf
          contents:
            - {section: 县政府文件, title: 通知, pages: 2-3, item: zc-2023-06}
            - {section: 大事记, title: 大事记, pages: %s}
        """;
    folder.writeItem("gb", gazette.formatted("3"), "<!-- page 1 -->\n\n正文。\n");
    assertThat(item("gb").details())
        .isInstanceOfSatisfying(
            Details.GazetteIssue.class,
            issue -> {
              assertThat(issue.pages()).isEqualTo(3);
              assertThat(issue.contents()).hasSize(2);
            });
    assertThat(item("gb").body().getFirst()).isEqualTo(new Block.PageMark(1));
    folder.writeItem("gb", gazette.formatted("3-4"), "正文。\n");
    assertThat(problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("AUTHORED-PAGES-OUTSIDE");
              assertThat(problem.line()).isEqualTo(12);
            });
  }

  @Test
  void problemsOfAFiguresFileAreToldInThatFile() throws IOException {
    folder.write(
        "items/zc/nb.yaml",
        """
        proactive: {normative.issued: 5, fee: 6849.5}
        applications:
          - {key: new_received, label: 新收, values: [1, 2, 3]}
        disputes: []
        """);
    folder.writeItem("nb", "annualReport: {year: 2023, figures: nb.yaml}\n", "正文。\n");
    assertThat(problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).isEqualTo("items/zc/nb.yaml");
              assertThat(problem.line()).isEqualTo(3);
              assertThat(problem.code()).isEqualTo("AUTHORED-FIGURES-ROW");
            });
  }

  @Test
  void aFolderWithoutItsListsIsRefused() throws IOException {
    Files.delete(folder.root().resolve("columns.yaml"));
    Files.delete(folder.root().resolve("site.yaml"));
    assertThat(problems())
        .extracting(Problem::file, Problem::code)
        .contains(
            tuple("columns.yaml", "AUTHORED-FILE-MISSING"),
            tuple("site.yaml", "AUTHORED-FILE-MISSING"));
  }

  @Test
  void noMoreProblemsAreListedThanTheLimit() throws IOException {
    for (int i = 0; i < 5; i++) {
      folder.write("items/zc/bad" + i + ".md", "x");
    }
    AuthoredLimits few =
        new AuthoredLimits(
            100, 1000, 12, 3, AuthoredLimits.STANDARD.media(), AuthoredLimits.STANDARD.text());
    Authored.Refused refused = (Authored.Refused) AuthoredFolder.read(folder.root(), few);
    assertThat(refused.problems()).hasSize(3);
    assertThat(refused.unlisted()).isEqualTo(3);
  }
}
