package cn.gongkai.desk.gate;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.authoring.Source;
import cn.gongkai.desk.media.MediaFile;
import cn.gongkai.desk.media.MediaKind;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/// Numbers of persons in the text of PDFs, where most of them are leaked: lists of recipients.
final class PdfCheck implements Check {

  @Override
  public void check(Authored.Content content, Findings findings) {
    Map<String, Optional<List<OnPage>>> read = new HashMap<>();
    for (Entry<Item> entry : content.items()) {
      Source source = entry.source();
      for (BlobRef blob : entry.entity().blobs()) {
        MediaFile media = content.media().get(blob.sha256());
        if (media == null || media.kind() != MediaKind.PDF) {
          continue;
        }
        String name = String.valueOf(media.path().getFileName());
        int line = source.lineWith(name);
        Optional<List<OnPage>> found = read.computeIfAbsent(blob.sha256(), k -> read(media));
        if (found.isEmpty()) {
          findings.add(Rule.PDF_TEXT, source, line, name);
          continue;
        }
        for (OnPage on : found.get()) {
          String place = name + " 第" + on.page() + "页：" + on.found().masked();
          findings.add(on.found().rule(), source, line, place);
        }
      }
    }
  }

  private record OnPage(int page, PersonalNumbers.Found found) {}

  private static Optional<List<OnPage>> read(MediaFile media) {
    try (PDDocument pdf = Loader.loadPDF(media.path().toFile())) {
      return Optional.of(
          IntStream.rangeClosed(1, pdf.getNumberOfPages())
              .boxed()
              .flatMap(
                  page ->
                      text(pdf, page)
                          .lines()
                          .flatMap(line -> PersonalNumbers.in(line).stream())
                          .distinct()
                          .map(found -> new OnPage(page, found)))
              .toList());
    } catch (IOException | UnreadableText e) {
      return Optional.empty();
    }
  }

  private static String text(PDDocument pdf, int page) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      return stripper.getText(pdf);
    } catch (IOException e) {
      throw new UnreadableText(e);
    }
  }

  private static final class UnreadableText extends RuntimeException {
    UnreadableText(IOException cause) {
      super(cause);
    }
  }
}
