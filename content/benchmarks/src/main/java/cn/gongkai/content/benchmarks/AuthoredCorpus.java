package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// The [Corpus] as an authored folder, and what comes to it on a day: 75 texts of 3 KB, five of
/// them with a PDF of 500 KB.
final class AuthoredCorpus {

  static final int TEXTS = 75;
  static final int PDFS = 5;

  private static final int COLUMNS = 20;
  private static final int TEXT_BYTES = 3 << 10;
  private static final int PDF_BYTES = 500_000;
  private static final int FOLDER = 1_000;

  private final Path root;
  private final Vocabulary vocabulary;
  private final Random random;

  AuthoredCorpus(Path root, long seed) throws IOException {
    this.root = root;
    this.vocabulary = new Vocabulary();
    this.random = new Random(seed);
  }

  Path root() {
    return root;
  }

  void write(int items, long seed) throws IOException {
    write("site.yaml", SITE);
    write("halls.yaml", "- {id: center, name: 县政务服务中心, division: \"370323\"}\n");
    write("topics.yaml", "- {id: yanglao, name: 养老, icon: heart, words: [老年钱]}\n");
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < COLUMNS; i++) {
      columns.append(
          "- {id: lm%d, name: 栏目%d, presentation: DOCUMENTS, icon: file}\n".formatted(i, i));
    }
    write("columns.yaml", columns.toString());
    Corpus corpus = new Corpus(vocabulary, items, seed);
    for (int n = 0; corpus.hasNext(); n++) {
      Item item = corpus.next();
      write("items/%04d/%s.md".formatted(n / FOLDER, item.id()), markdown(item));
    }
  }

  private static final String SITE =
      """
      name: 沂源县政务公开
      baseUrl: https://gongkai.example/
      division: "370323"
      tiles: [lm0, lm1]
      staleAfterHours: 48
      contact: {office: 沂源县大数据中心, telephone: 0533-3241234}
      """;

  private static String markdown(Item item) {
    String text =
        item.body().stream()
            .map(block -> ((Block.Paragraph) block).runs())
            .map(runs -> runs.stream().map(Run::text).collect(Collectors.joining()))
            .collect(Collectors.joining("\n\n"));
    String number =
        item.metadata().documentNumber().map(n -> "documentNumber: " + n + "\n").orElse("");
    return page(
        item.column().value(),
        item.title(),
        item.metadata().publisher(),
        item.metadata().publishedAt().toLocalDateTime().toString().replace('T', ' '),
        number,
        text.replace("\n", "\n\n"));
  }

  private static String page(
      String column, String title, String publisher, String at, String more, String text) {
    return "---\ncolumn: %s\ntitle: '%s'\npublisher: %s\npublishedAt: %s\n%s---\n%s\n"
        .formatted(column, title, publisher, at, more, text);
  }

  /// Adds what a day brings.
  ///
  /// @param day from 1; each has other texts
  void addDay(int day) throws IOException {
    String date = "2024-%02d-%02d".formatted(1 + day / 28, 1 + day % 28);
    for (int n = 0; n < TEXTS; n++) {
      String id = "day-%03d-%02d".formatted(day, n);
      String more = "";
      if (n < PDFS) {
        pdf(root.resolve("files").resolve(id + ".pdf"));
        more = "attachments: [{file: /files/" + id + ".pdf, name: 附件}]\n";
      }
      String title = "关于" + vocabulary.draw(split()) + vocabulary.draw(split()) + "的通知";
      String at = date + " 09:%02d".formatted(n % 60);
      write(
          "items/day-%03d/%s.md".formatted(day, id),
          page("lm" + n % COLUMNS, title, "沂源县人民政府", at, more, text()));
    }
  }

  /// Takes away one item of those written first, or the next one that is still there.
  void withdraw(int place) throws IOException {
    Path folder = root.resolve("items/%04d".formatted(place / FOLDER));
    try (Stream<Path> files = Files.list(folder)) {
      Files.delete(files.min(Comparator.naturalOrder()).orElseThrow());
    }
  }

  private java.util.SplittableRandom split() {
    return new java.util.SplittableRandom(random.nextLong());
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    while (text.toString().getBytes(StandardCharsets.UTF_8).length < TEXT_BYTES - 400) {
      text.append(vocabulary.draw(split()));
      text.append(random.nextInt(12) == 0 ? "。\n\n" : random.nextInt(3) == 0 ? "，" : "");
    }
    return text.append("。").toString();
  }

  /// One page, and what cannot be packed any further: 500,000 bytes in all.
  private void pdf(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    byte[] noise = new byte[PDF_BYTES];
    random.nextBytes(noise);
    byte[] pdf = pdf(file, noise);
    while (pdf.length != PDF_BYTES) {
      noise = Arrays.copyOf(noise, noise.length + PDF_BYTES - pdf.length);
      pdf = pdf(file, noise);
    }
    Files.write(file, pdf);
  }

  private static byte[] pdf(Path file, byte[] noise) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage();
      pdf.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        content.showText("Page of " + file.getFileName());
        content.endText();
      }
      COSStream stream = pdf.getDocument().createCOSStream();
      try (var out = stream.createOutputStream()) {
        out.write(noise);
      }
      page.getCOSObject().setItem(COSName.getPDFName("GkNoise"), stream);
      pdf.setDocumentId(1L);
      pdf.save(bytes);
    }
    return bytes.toByteArray();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
