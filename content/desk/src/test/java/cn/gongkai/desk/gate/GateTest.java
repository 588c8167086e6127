package cn.gongkai.desk.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.AuthoredFolder;
import cn.gongkai.desk.office.OfficeFiles;
import cn.gongkai.desk.problem.Problem;
import cn.gongkai.desk.problem.ProblemText;
import cn.gongkai.desk.sample.SampleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

  /// Made up, with a valid check digit (GB 11643).
  private static final String IDENTITY = "370323199001010012";

  @TempDir Path temp;
  private SampleFolder folder;

  @BeforeEach
  void writeFolder() throws IOException {
    folder = SampleFolder.in(temp.resolve("authored"));
  }

  private Verdict verdict() throws IOException {
    Authored authored = AuthoredFolder.read(folder.root());
    assertThat(authored).isInstanceOf(Authored.Content.class);
    return Gate.check((Authored.Content) authored);
  }

  private List<String> codes() throws IOException {
    return verdict().problems().stream().map(Problem::code).toList();
  }

  @Test
  void theSamplePasses() throws IOException {
    assertThat(verdict().problems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void everyRuleHasASentence(Rule rule) {
    assertThat(ProblemText.reason(rule.code(), "甲", "乙", "丙", "丁")).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "根据《[具体地名]镇信息公开指南》, GATE-PLACEHOLDER",
    "XX镇人民政府, GATE-PLACEHOLDER",
    "××村, GATE-PLACEHOLDER",
    "（此处填写单位）, GATE-PLACEHOLDER",
    "自20241月1日起, GATE-LOST-CHARACTER",
    "至202412月31日止, GATE-LOST-CHARACTER",
    "国务院令第711), GATE-LOST-CHARACTER",
    "2023年2月30日, GATE-DATE",
    "2023-04-31 公布, GATE-DATE",
    "机密★10年, GATE-SECRECY",
    "份号：000012, GATE-SECRECY",
    "内部资料 注意保存, GATE-SECRECY",
    "此件不公开, GATE-SECRECY",
    "联系人电话13812345678。, GATE-MOBILE",
    "电话 138 1234 5678, GATE-MOBILE",
    "卡号6222021234567890128, GATE-BANK-CARD",
    "卡号 6222 0212 3456 7890 128, GATE-BANK-CARD",
    "身份证370323199001010012, GATE-ID-NUMBER"
  })
  void tracesInTheTextBlockWithTheirLine(String text, String code) throws IOException {
    folder.writeItem("bad", "", "第一段。\n\n" + text + "\n");
    assertThat(verdict().problems())
        .extracting(Problem::file, Problem::line, Problem::code)
        .contains(tuple("items/zc/bad.md", 9, code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024年1月1日起施行",
        "2024年2月29日",
        "国务院令第711号",
        "XXL 号衣服",
        "电话 0533-3228369",
        "索引号 113703233130158447/2024-5428775",
        "统一社会信用代码 113703233130158447",
        "[原文](http://www.yiyuan.gov.cn/) 见填写说明",
        "身份证 370323199001010015",
        "保密工作是本职",
        "金额 12345678901234567890 元"
      })
  void whatIsInOrderPasses(String text) throws IOException {
    folder.writeItem("good", "", text + "\n");
    assertThat(verdict().problems()).isEmpty();
  }

  @Test
  void aNumberIsToldMasked() throws IOException {
    folder.writeItem("bad", "", "身份证" + IDENTITY + "，电话13812345678\n");
    assertThat(verdict().problems())
        .extracting(Problem::reason)
        .allSatisfy(
            reason -> assertThat(reason).doesNotContain(IDENTITY).doesNotContain("13812345678"))
        .anySatisfy(reason -> assertThat(reason).contains("370323********0012"))
        .anySatisfy(reason -> assertThat(reason).contains("138****5678"));
  }

  @Test
  void aNumberBrokenUpByMarkupIsStillFound() throws IOException {
    folder.writeItem("bad", "", "电话138**1234**5678\n");
    assertThat(codes()).containsExactly("GATE-MOBILE");
  }

  @Test
  void numbersInsideAPdfAreFoundWithTheirPage() throws IOException {
    folder.writePdf("files/table.pdf", "nothing", "name 370323199001010012");
    assertThat(verdict().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("GATE-ID-NUMBER");
              assertThat(problem.reason()).contains("table.pdf 第2页").doesNotContain(IDENTITY);
              assertThat(problem.file()).isEqualTo("items/zc/zc-2023-06.md");
              assertThat(problem.line()).isEqualTo(15);
            });
  }

  @Test
  void numbersInAHiddenSheetAreFound() throws IOException {
    attach(
        OfficeFiles.spreadsheet(
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>",
            "<sheetData><row r=\"1\"><c r=\"C9\" t=\"s\"><v>1</v></c>"
                + "<c r=\"D9\"><v>3.7032319900101E17</v></c></row></sheetData>",
            "领取人",
            IDENTITY));
    assertThat(verdict().problems())
        .extracting(Problem::code, Problem::reason)
        .containsExactly(
            tuple("GATE-ID-NUMBER", "出现居民身份证号 list.xlsx 隐藏的工作表“底册”C9：370323********0012，请去标识化"),
            tuple("GATE-ID-NUMBER", "出现居民身份证号 list.xlsx 隐藏的工作表“底册”D9：370323********0000，请去标识化"));
  }

  @Test
  void aLongListIsToldByItsFirstLinesAndACount() throws IOException {
    StringBuilder rows = new StringBuilder("<sheetData><row>");
    for (int i = 1; i <= 500; i++) {
      rows.append("<c r=\"A").append(i).append("\" t=\"s\"><v>0</v></c>");
    }
    attach(OfficeFiles.spreadsheet(rows + "</row></sheetData>", "", IDENTITY));
    assertThat(verdict().problems())
        .hasSize(21)
        .last()
        .satisfies(problem -> assertThat(problem.reason()).contains("list.xlsx 另有 480 处"));
  }

  @Test
  void anOfficeFileThatCannotBeReadNeedsAReason() throws IOException {
    attach(OfficeFiles.spreadsheet("", "").with("xl/vbaProject.bin", "x"));
    assertThat(verdict().problems())
        .extracting(Problem::code, Problem::reason)
        .containsExactly(
            tuple(
                "GATE-OFFICE-TEXT",
                "“list.xlsx”里的 xl/vbaProject.bin 读不出来，没法查有没有个人信息；请打开检查，确认没有后写明理由"));
  }

  private void attach(OfficeFiles file) throws IOException {
    file.write(folder.root().resolve("files/list.xlsx"));
    folder.writeItem("list", "attachments: [{file: /files/list.xlsx, name: 名单}]\n", "正文。\n");
  }

  @Test
  void anOverrideWithAReasonSetsAFindingAside() throws IOException {
    folder.writeItem(
        "tel", "overrides: [{code: GATE-MOBILE, reason: 对外公布的值班手机}]\n", "值班电话13812345678\n");
    Verdict verdict = verdict();
    assertThat(verdict.passes()).isTrue();
    assertThat(verdict.overridden())
        .singleElement()
        .satisfies(o -> assertThat(o.reason()).isEqualTo("对外公布的值班手机"));
  }

  @Test
  void nobodyCanSetAnIdentityNumberAside() throws IOException {
    folder.writeItem(
        "bad", "overrides: [{code: GATE-ID-NUMBER, reason: x}]\n", "身份证" + IDENTITY + "\n");
    assertThat(verdict().passes()).isFalse();
    assertThat(codes()).contains("GATE-ID-NUMBER", "GATE-OVERRIDE");
  }

  @Test
  void onlyWhatIsDisclosedProactivelyGoesOut() throws IOException {
    folder.writeItem("bad", "disclosureMode: 依申请公开\n", "正文。\n");
    assertThat(codes()).containsExactly("GATE-DISCLOSURE");
  }

  @Test
  void twoItemsOfOneIdAreRefused() throws IOException {
    folder.writeItem("other", "id: zc-2023-06\n", "正文。\n");
    assertThat(codes()).containsExactly("GATE-DUPLICATE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"relations: [{cites: zc-1999-01}]\n", "topics: [gone]\n", "subtitle: x\n"})
  void whatIsReferredToMustBeThere(String extra) throws IOException {
    String body = extra.startsWith("subtitle") ? "[看](item:zc-1999-01)\n" : "正文。\n";
    folder.writeItem("bad", extra, body);
    assertThat(codes()).containsExactly("GATE-DANGLING");
  }

  @Test
  void tilesAndColumnsMustBeThere() throws IOException {
    Path site = folder.root().resolve("site.yaml");
    Files.writeString(site, Files.readString(site).replace("[zcwj, zcjd]", "[zcwj, gone]"));
    Path columns = folder.root().resolve("columns.yaml");
    Files.writeString(columns, Files.readString(columns).replace("id: dongtai", "id: other"));
    assertThat(verdict().problems())
        .extracting(Problem::file, Problem::code)
        .containsExactly(
            tuple("items/towns/370323104-2023-xinwen.md", "GATE-DANGLING"),
            tuple("site.yaml", "GATE-DANGLING"));
  }

  @Test
  void columnsThatRunInACircleAreRefused() throws IOException {
    Path columns = folder.root().resolve("columns.yaml");
    Files.writeString(
        columns, Files.readString(columns).replace("{id: zcwj,", "{id: zcwj, parent: bumen,"));
    assertThat(codes()).containsExactly("GATE-COLUMN-CYCLE", "GATE-COLUMN-CYCLE");
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.yiyuan.gov.cn/a, ''",
    "https://service.example.org/a, ''",
    "http://localhost:8080/m/x.html, ''",
    "https://evil.example.com/a, GATE-LINK-HOST",
    "https://www.yiyuan.gov.cn.evil.com/, GATE-LINK-HOST",
    "https://notgov.cn/, GATE-LINK-HOST",
    "https://t.cn/abc, GATE-LINK-SHORTENED",
    "https://www.yiyuan.gov.cn/?token=1, GATE-LINK-PERSONAL"
  })
  void codesLeadOnlyWhereTheyMay(String target, String code) throws IOException {
    folder.writeItem(
        "code",
        "code: {target: '%s', subject: 办事指南, owner: 局, opens: 页}\n".formatted(target),
        "正文。\n");
    assertThat(codes()).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void aCodeTooLongForAScreenIsRefused() throws IOException {
    String target = "http://www.yiyuan.gov.cn/" + "x".repeat(300);
    folder.writeItem(
        "code",
        "code: {target: '%s', subject: 办事指南, owner: 局, opens: 页}\n".formatted(target),
        "正文。\n");
    assertThat(codes()).containsExactly("GATE-CODE");
  }

  @Test
  void pageMarksGoUpAndStayWithinThePdf() throws IOException {
    folder.writePdf("files/gb.pdf", "one", "two");
    String gazette = "gazette: {year: 2023, number: 3, pdf: /files/gb.pdf, contents: []}\n";
    folder.writeItem("gb", gazette, "<!-- page 1 -->\n\n甲\n\n<!-- page 2 -->\n\n乙\n");
    assertThat(codes()).isEmpty();
    folder.writeItem("gb", gazette, "<!-- page 2 -->\n\n甲\n\n<!-- page 1 -->\n\n乙\n");
    assertThat(codes()).containsExactly("GATE-PAGE-MARKS");
    folder.writeItem("gb", gazette, "<!-- page 3 -->\n\n甲\n");
    assertThat(codes()).containsExactly("GATE-PAGE-MARKS");
  }

  @Test
  void theWordsOfAPictureSayWhatItShows() throws IOException {
    folder.writeItem("pic", "", "![图片1](/files/picture.png)\n");
    assertThat(codes()).containsExactly("GATE-ALTERNATIVE");
  }

  @Test
  void anInterpretationOfNothingIsWorthAWarning() throws IOException {
    folder.writeItem("jd", "interpretation: {form: 文字, oneSentence: 一句}\n", "正文。\n");
    Verdict verdict = verdict();
    assertThat(verdict.passes()).isTrue();
    assertThat(verdict.problems()).extracting(Problem::code).containsExactly("GATE-INTERPRETS");
  }
}
