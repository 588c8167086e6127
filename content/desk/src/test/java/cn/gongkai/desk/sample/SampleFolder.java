package cn.gongkai.desk.sample;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// Writes a small authored folder that can be published as it is, and changes it.
public final class SampleFolder {

  public static final String POLICY = "zc-2023-06";
  public static final String TOWN_NEWS = "370323104-2023-xinwen";

  private final Path root;

  private SampleFolder(Path root) {
    this.root = root;
  }

  public static SampleFolder in(Path root) throws IOException {
    SampleFolder folder = new SampleFolder(root);
    folder.write(
        "site.yaml",
        """
        name: 沂源县政务公开
        baseUrl: http://localhost:8080/
        division: "370323"
        tiles: [zcwj, zcjd]
        attract: [zc-2023-06]
        hosts: [example.org]
        contact:
          office: 沂源县大数据中心
          telephone: 0533-0000000
        """);
    folder.write(
        "columns.yaml",
        """
        - {id: zcwj, name: 政策文件, presentation: DOCUMENTS, icon: file, abstract: 县里的文件}
        - {id: zcjd, name: 政策解读, presentation: INTERPRETATIONS, icon: bulb}
        - {id: bumen, parent: zcwj, name: 部门文件, presentation: DOCUMENTS, icon: file}
        - {id: dongtai, name: 镇街动态, presentation: NEWS, icon: news}
        """);
    folder.write(
        "halls.yaml",
        """
        - {id: center, name: 县政务服务中心, division: "370323"}
        """);
    folder.write(
        "topics.yaml",
        """
        - {id: yanglao, name: 养老, icon: heart, words: [老年钱]}
        """);
    folder.writePdf("files/table.pdf", "Subsidy table");
    folder.writePng("files/picture.png", 600, 400);
    folder.write(
        "items/zc/zc-2023-06.md",
        """
        ---
        column: zcwj
        title: 示例：关于发放高龄津贴的通知
        publisher: 沂源县人民政府
        发文字号: 源政发[2023]6号
        publishedAt: 2023-05-30 09:12
        成文日期: 2023年5月28日
        effectiveOn: 2023-06-01
        expiresOn: 2028-05-31
        themes: [民政、扶贫、救灾-社会福利]
        genre: 通知
        topics: [yanglao]
        abstract: 八十岁以上老人按月领取津贴。
        attachments:
          - {file: ../../files/table.pdf, name: 附件：补助标准表}
        ---
        # 一、范围

        八十岁以上的老人，
        按月领取**高龄津贴**。

        | 年龄 | 每月（元） |
        |:-----|-----:|
        | 80–89 岁 | 100 |
        """);
    folder.write(
        "items/jd/jd-2023-06.md",
        """
        ---
        column: zcjd
        title: 示例：一图看懂高龄津贴
        publisher: 沂源县民政局
        publishedAt: 2023-06-01
        relations:
          - interprets: zc-2023-06
        interpretation: {form: 图解, oneSentence: 八十岁起每月领一百元。}
        ---
        ![高龄津贴按年龄分两档，八十到八十九岁每月一百元](/files/picture.png "两档标准")

        问：到哪里办？

        答：到村委会。

        带上身份证。
        """);
    folder.write(
        "items/towns/370323104-2023-xinwen.md",
        """
        ---
        column: dongtai
        title: 示例：悦庄镇便民服务中心延长服务时间
        publisher: 悦庄镇人民政府
        division: "370323104"
        publishedAt: 2023-07-01 08:00
        ---
        周六上午照常办理。
        """);
    return folder;
  }

  public Path root() {
    return root;
  }

  public Path item(String id) {
    String folder =
        id.startsWith("zc") ? "items/zc/" : id.startsWith("jd") ? "items/jd/" : "items/towns/";
    return root.resolve(folder + id + ".md");
  }

  public void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /// An item in 政策文件 with a body.
  public void writeItem(String id, String extra, String body) throws IOException {
    String front =
        """
        ---
        column: zcwj
        title: 示例
        publisher: 沂源县人民政府
        publishedAt: 2023-05-30
        """;
    write("items/zc/" + id + ".md", front + extra + "---\n" + body);
  }

  public void replace(String id, String old, String with) throws IOException {
    String text = Files.readString(item(id));
    if (!text.contains(old)) {
      throw new IllegalArgumentException(id + " does not contain: " + old);
    }
    Files.writeString(item(id), text.replace(old, with));
  }

  public void delete(String id) throws IOException {
    Files.delete(item(id));
  }

  public void writePng(String name, int width, int height) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(image, "png", file.toFile());
  }

  public void writePdf(String name, String... pages) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    try (PDDocument pdf = new PDDocument()) {
      for (String text : pages) {
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          content.newLineAtOffset(50, 700);
          content.showText(text);
          content.endText();
        }
      }
      pdf.save(file.toFile());
    }
  }
}
