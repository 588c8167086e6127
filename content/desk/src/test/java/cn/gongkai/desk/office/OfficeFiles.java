package cn.gongkai.desk.office;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes office files part by part, as the programs that make them do.
public final class OfficeFiles {

  private static final String W =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String S =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private OfficeFiles() {}

  /// A DOCX with the given children of its body.
  public static OfficeFiles word(String body) {
    return new OfficeFiles().with("word/document.xml", document(body));
  }

  static String document(String body) {
    return "<w:document" + W + "><w:body>" + body + "</w:body></w:document>";
  }

  static String part(String name, String children) {
    return "<w:" + name + W + ">" + children + "</w:" + name + ">";
  }

  /// An XLSX with two sheets, of which the second is hidden, and texts its cells refer to.
  public static OfficeFiles spreadsheet(String shown, String hidden, String... strings) {
    StringBuilder shared = new StringBuilder();
    for (String string : strings) {
      shared.append("<si><t>").append(string).append("</t></si>");
    }
    return new OfficeFiles()
        .with("[Content_Types].xml", "<Types/>")
        .with(
            "xl/workbook.xml",
            "<workbook"
                + S
                + "><sheets><sheet name=\"公示\" sheetId=\"1\" r:id=\"rId1\"/>"
                + "<sheet name=\"底册\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId2\"/>"
                + "</sheets></workbook>")
        .with(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/>"
                + "</Relationships>")
        .with("xl/sharedStrings.xml", "<sst" + S + ">" + shared + "</sst>")
        .with("xl/worksheets/sheet1.xml", sheet(shown))
        .with("xl/worksheets/sheet2.xml", sheet(hidden));
  }

  private static String sheet(String rows) {
    return "<worksheet" + S + ">" + rows + "</worksheet>";
  }

  /// An OFD of two pages; the parts of the pages are not in their order.
  static OfficeFiles ofd(String first, String second) {
    return new OfficeFiles()
        .with("OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>")
        .with("Doc_0/Pages/Page_0/Content.xml", "<Page><Layer>" + second + "</Layer></Page>")
        .with("Doc_0/Pages/Page_7/Content.xml", "<Page><Layer>" + first + "</Layer></Page>")
        .with(
            "Doc_0/Document.xml",
            "<Document><Pages><Page ID=\"1\" BaseLoc=\"Pages/Page_7/Content.xml\"/>"
                + "<Page ID=\"2\" BaseLoc=\"Pages/Page_0/Content.xml\"/></Pages></Document>");
  }

  public OfficeFiles with(String part, String xml) {
    return with(part, xml.getBytes(StandardCharsets.UTF_8));
  }

  OfficeFiles with(String part, byte[] bytes) {
    parts.put(part, bytes);
    return this;
  }

  public Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return file;
  }
}
