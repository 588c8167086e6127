package cn.gongkai.desk.office;

import cn.gongkai.desk.media.MediaKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;

/// Reads every text of an office file (ECMA-376, GB/T 33190): hidden sheets, rows and columns,
/// comments, text that was struck out, caches of pivot tables and files within the file too. Most
/// leaks of lists are there.
public final class OfficeText {

  /// Holds no words: pictures, fonts, settings of printers, thumbnails.
  private static final Pattern WORDLESS =
      Pattern.compile(
          ".*\\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|ttf|otf|odttf|esl|dat)"
              + "|.*/printerSettings\\d*\\.bin|.*/");

  private static final Pattern XML = Pattern.compile(".*\\.(xml|rels|vml|svg)");

  private final OfficeLimits limits;
  private final Consumer<Passage> passages;
  private final List<String> unread = new ArrayList<>();

  private OfficeText(OfficeLimits limits, Consumer<Passage> passages) {
    this.limits = limits;
    this.passages = passages;
  }

  /// Hands over the texts of a file, one after the other.
  ///
  /// @return parts that could not be read, such as a program or an older file within the file
  /// @throws IOException where the file cannot be read, is no such file, or unpacks to too much
  public static List<String> read(
      Path file, MediaKind kind, OfficeLimits limits, Consumer<Passage> passages)
      throws IOException {
    OfficeText text = new OfficeText(limits, passages);
    text.read(file, kind, 1);
    return List.copyOf(text.unread);
  }

  /// Whether files of this kind are read here.
  public static boolean reads(MediaKind kind) {
    return switch (kind) {
      case DOCX, XLSX, OFD -> true;
      case PDF, PNG, JPEG, GIF, VTT, MP4, M4A, MP3 -> false;
    };
  }

  private void read(Path file, MediaKind kind, int depth) throws IOException {
    try (OfficeArchive archive = OfficeArchive.open(file, limits)) {
      PartReader reader = reader(kind, archive);
      for (String part : archive.parts()) {
        if (XML.matcher(part).matches()) {
          readPart(reader, part);
        } else if (!WORDLESS.matcher(part).matches()) {
          readInside(archive, part, depth);
        }
      }
      reader.finish();
    } catch (SAXException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private PartReader reader(MediaKind kind, OfficeArchive archive)
      throws IOException, SAXException {
    return switch (kind) {
      case DOCX -> new WordText(archive, passages);
      case XLSX -> new SheetText(archive, Workbook.read(archive), passages);
      case OFD -> new OfdText(archive, OfdPages.read(archive), passages);
      case PDF, PNG, JPEG, GIF, VTT, MP4, M4A, MP3 ->
          throw new IllegalArgumentException("no office file: " + kind);
    };
  }

  private void readPart(PartReader reader, String part) {
    try {
      reader.read(part);
    } catch (SAXException | IOException e) {
      unread.add(part);
    }
  }

  private void readInside(OfficeArchive archive, String part, int depth) throws IOException {
    Optional<MediaKind> kind = kindOf(part);
    if (kind.isEmpty() || depth >= limits.depth()) {
      unread.add(part);
      return;
    }
    Path copy = Files.createTempFile("gongkai-office-", ".part");
    try {
      archive.copy(part, copy);
      Consumer<Passage> inside =
          p ->
              passages.accept(
                  new Passage(Places.of("inside", part, p.place()), p.text(), p.number()));
      OfficeText text = new OfficeText(limits, inside);
      text.read(copy, kind.get(), depth + 1);
      text.unread.forEach(u -> unread.add(part + "/" + u));
    } catch (IOException e) {
      unread.add(part);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static Optional<MediaKind> kindOf(String part) {
    String name = part.toLowerCase(Locale.ROOT);
    if (name.endsWith(".docx")) {
      return Optional.of(MediaKind.DOCX);
    }
    return name.endsWith(".xlsx") ? Optional.of(MediaKind.XLSX) : Optional.empty();
  }
}
