package cn.gongkai.desk.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.desk.media.MediaKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeTextTest {

  @TempDir Path temp;

  private final List<String> told = new ArrayList<>();

  private List<String> read(OfficeFiles files, MediaKind kind) throws IOException {
    return read(files, kind, OfficeLimits.STANDARD);
  }

  private List<String> read(OfficeFiles files, MediaKind kind, OfficeLimits limits)
      throws IOException {
    Path file = files.write(temp.resolve("file"));
    return OfficeText.read(file, kind, limits, p -> told.add(p.place() + "|" + p.text()));
  }

  private static String run(String text) {
    return "<w:r><w:t>" + text + "</w:t></w:r>";
  }

  @Test
  void aParagraphIsReadAcrossItsRuns() throws IOException {
    assertThat(
            read(
                OfficeFiles.word("<w:p>" + run("138") + run("1234") + run("5678") + "</w:p>"),
                MediaKind.DOCX))
        .isEmpty();
    assertThat(told).containsExactly("正文|13812345678");
  }

  @Test
  void everyPartOfALetterIsRead() throws IOException {
    OfficeFiles file =
        OfficeFiles.word(
                "<w:p>"
                    + run("外")
                    + "<w:txbx><w:p>"
                    + run("框里")
                    + "</w:p></w:txbx></w:p>"
                    + "<w:p><w:del><w:r><w:delText>删掉的</w:delText></w:r></w:del></w:p>"
                    + "<w:tbl><w:tr><w:tc><w:p>"
                    + run("表里")
                    + "</w:p></w:tc></w:tr></w:tbl>")
            .with("word/header2.xml", OfficeFiles.part("hdr", "<w:p>" + run("眉") + "</w:p>"))
            .with("word/footer1.xml", OfficeFiles.part("ftr", "<w:p>" + run("脚") + "</w:p>"))
            .with("word/footnotes.xml", OfficeFiles.part("n", "<w:p>" + run("注") + "</w:p>"))
            .with("word/comments.xml", OfficeFiles.part("c", "<w:p>" + run("批") + "</w:p>"))
            .with("word/_rels/document.xml.rels", "<R><Rel Target=\"tel:110\"/></R>")
            .with("docProps/custom.xml", "<P><v>暗记</v></P>");
    assertThat(read(file, MediaKind.DOCX)).isEmpty();
    assertThat(told)
        .containsExactly(
            "正文|框里",
            "正文|外",
            "修订中删去的文字|删掉的",
            "正文|表里",
            "页眉|眉",
            "页脚|脚",
            "脚注或尾注|注",
            "批注|批",
            "看不见的部分|tel:110",
            "看不见的部分|暗记");
  }

  @Test
  void cellsAreReadWhereverTheyAreHidden() throws IOException {
    OfficeFiles file =
        OfficeFiles.spreadsheet(
                "<cols><col min=\"3\" max=\"4\" hidden=\"1\"/></cols><sheetData>"
                    + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
                    + "<c r=\"C1\" t=\"s\"><v>1</v></c></row>"
                    + "<row r=\"2\" hidden=\"1\"><c r=\"B2\" t=\"inlineStr\"><is><r><t>行</t></r>"
                    + "<r><t>里</t></r></is></c></row>"
                    + "<row r=\"3\"><c r=\"A3\"><v>1.3812345678E10</v></c>"
                    + "<c r=\"B3\"><v>2.5</v></c>"
                    + "<c r=\"C3\" t=\"str\"><f>\"公式\"&amp;A1</f><v>算出</v></c></row></sheetData>",
                "<sheetData><row r=\"1\"><c r=\"B7\" t=\"s\"><v>2</v></c></row></sheetData>",
                "姓名",
                "列里",
                "底",
                "删了的")
            .with("xl/comments1.xml", "<comments><t>旁注</t></comments>")
            .with("xl/pivotCache/pivotCacheRecords1.xml", "<r><s v=\"缓存\"/></r>");
    assertThat(read(file, MediaKind.XLSX)).isEmpty();
    assertThat(told)
        .contains(
            "工作表“公示”A1|姓名",
            "工作表“公示”隐藏的行或列 C1|列里",
            "工作表“公示”隐藏的行或列 B2|行里",
            "工作表“公示”A3|13812345678",
            "工作表“公示”隐藏的行或列 C3|\"公式\"&A1",
            "工作表“公示”隐藏的行或列 C3|算出",
            "隐藏的工作表“底册”B7|底",
            "表格里已看不见、还没清掉的文字|删了的",
            "批注|旁注",
            "数据透视表或外部链接留下的数据|缓存")
        .noneMatch(text -> text.endsWith("|2.5"));
  }

  @Test
  void linesOfAnOfdAreReadWithTheirPage() throws IOException {
    OfficeFiles file =
        OfficeFiles.ofd(
            "<TextObject><TextCode>138</TextCode><TextCode>12345678</TextCode></TextObject>",
            "<TextObject><TextCode>第二</TextCode></TextObject>");
    assertThat(read(file, MediaKind.OFD)).isEmpty();
    assertThat(told).contains("第1页|13812345678", "第2页|第二");
  }

  @Test
  void aFileWithinTheFileIsReadToo() throws IOException {
    byte[] inner =
        Files.readAllBytes(
            OfficeFiles.word("<w:p>" + run("里层") + "</w:p>").write(temp.resolve("inner")));
    OfficeFiles file = OfficeFiles.word("").with("word/embeddings/a.docx", inner);
    assertThat(read(file, MediaKind.DOCX)).isEmpty();
    assertThat(told).containsExactly("嵌在里面的文件 word/embeddings/a.docx 正文|里层");
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    OfficeFiles file =
        OfficeFiles.word("<w:p>" + run("好") + "</w:p>")
            .with("word/vbaProject.bin", "x")
            .with("word/embeddings/old.doc", "x")
            .with("word/embeddings/broken.xlsx", "x")
            .with("word/header1.xml", "<w:hdr><w:p>")
            .with("word/media/image1.png", "x");
    assertThat(read(file, MediaKind.DOCX))
        .containsExactly(
            "word/vbaProject.bin",
            "word/embeddings/old.doc",
            "word/embeddings/broken.xlsx",
            "word/header1.xml");
    assertThat(told).contains("正文|好");
  }

  @Test
  void nothingOutsideTheFileIsRead() throws IOException {
    Path secret = Files.writeString(temp.resolve("secret"), "秘密");
    String entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a>&x;</a>";
    read(OfficeFiles.word("").with("word/document.xml", entity), MediaKind.DOCX);
    assertThat(told).noneMatch(text -> text.contains("秘密"));
  }

  @ParameterizedTest
  @CsvSource({"2000, 1000000", "1000000, 2500"})
  void aPartThatUnpacksToTooMuchIsNamed(long partBytes, long bytes) throws IOException {
    OfficeFiles file = OfficeFiles.word("<w:p>" + run("字".repeat(1000)) + "</w:p>");
    assertThat(read(file, MediaKind.DOCX, new OfficeLimits(10, partBytes, bytes, 2)))
        .containsExactly("word/document.xml");
  }

  @Test
  void aFileOfTooManyPartsIsRefused() {
    OfficeFiles file = OfficeFiles.word("").with("a.xml", "<a/>").with("b.xml", "<b/>");
    assertThatThrownBy(() -> read(file, MediaKind.DOCX, new OfficeLimits(2, 1000, 1000, 2)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void damagedFilesAreToldOrRefusedAndNothingElse() throws IOException {
    long seed = 20261123;
    Random random = new Random(seed);
    byte[] sound =
        Files.readAllBytes(
            OfficeFiles.spreadsheet(
                    "<cols><col min=\"1\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\">"
                        + "<c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>",
                    "<sheetData/>",
                    "甲")
                .write(temp.resolve("sound")));
    Path file = temp.resolve("damaged");
    for (int i = 0; i < 3000; i++) {
      byte[] damaged =
          Arrays.copyOf(
              sound, random.nextInt(10) == 0 ? random.nextInt(sound.length) : sound.length);
      for (int k = 0; k < 1 + random.nextInt(4) && damaged.length > 0; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);
      try {
        OfficeText.read(file, MediaKind.XLSX, OfficeLimits.STANDARD, p -> {});
      } catch (IOException e) {
        assertThat(e).as("seed %d round %d", seed, i).isNotNull();
      }
    }
  }
}
