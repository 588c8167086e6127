package cn.gongkai.desk.media;

import cn.gongkai.desk.problem.Problems;
import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Reads the facts of files: kind, size in pixels, pages, hashes. A file is read once, however
/// often it is used, or twice where two threads come to it together. Safe for several threads.
public final class MediaReader {

  private final MediaLimits limits;
  private final Map<Path, Optional<MediaFile>> read = new ConcurrentHashMap<>();

  public MediaReader(MediaLimits limits) {
    this.limits = limits;
  }

  /// The facts of a file that lies where it may; problems are reported at the place that uses it.
  public Optional<MediaFile> read(Path file, int line, Problems problems) {
    Optional<MediaFile> known = read.get(file);
    if (known != null && known.isPresent()) {
      return known;
    }
    Optional<MediaFile> facts = facts(file, line, problems);
    read.put(file, facts);
    return facts;
  }

  /// Every fit file read so far, by SHA-256.
  public Map<String, MediaFile> files() {
    Map<String, MediaFile> files = new HashMap<>();
    read.values().forEach(file -> file.ifPresent(f -> files.putIfAbsent(f.blob().sha256(), f)));
    return files;
  }

  private Optional<MediaFile> facts(Path file, int line, Problems problems) {
    String name = String.valueOf(file.getFileName());
    try {
      long bytes = Files.size(file);
      if (bytes == 0) {
        problems.block(line, "AUTHORED-FILE-EMPTY", name);
        return Optional.empty();
      }
      Optional<MediaKind> kind = MediaSniffer.sniff(file);
      if (kind.isEmpty()) {
        problems.block(line, "AUTHORED-MEDIA-TYPE", name);
        return Optional.empty();
      }
      if (!kind.get().allows(extension(name))) {
        problems.block(line, "AUTHORED-MEDIA-NAME", name, kind.get().extension());
        return Optional.empty();
      }
      long most = limits.bytesFor(kind.get());
      if (bytes > most) {
        problems.block(line, "AUTHORED-FILE-LARGE", name, bytes >> 10, most >> 10);
        return Optional.empty();
      }
      return measured(file, kind.get(), line, problems);
    } catch (IOException e) {
      problems.block(line, "AUTHORED-FILE-UNREADABLE", name);
      return Optional.empty();
    }
  }

  private Optional<MediaFile> measured(Path file, MediaKind kind, int line, Problems problems)
      throws IOException {
    String name = String.valueOf(file.getFileName());
    Optional<Dimension> size = Optional.empty();
    Optional<Integer> pages = Optional.empty();
    if (kind.isPicture()) {
      size = findSize(file);
      if (size.isEmpty()) {
        problems.block(line, "AUTHORED-PICTURE-BROKEN", name);
        return Optional.empty();
      }
      int side = Math.max(size.get().width, size.get().height);
      if (side > limits.pictureSide()) {
        problems.block(line, "AUTHORED-PICTURE-LARGE", name, side, limits.pictureSide());
        return Optional.empty();
      }
    } else if (kind == MediaKind.PDF) {
      pages = findPages(file);
      if (pages.isEmpty() || pages.get() < 1 || pages.get() > limits.documentPages()) {
        problems.block(line, "AUTHORED-PDF", name);
        return Optional.empty();
      }
    }
    return Optional.of(
        new MediaFile(
            file,
            BlobHash.of(file, kind.mediaType()),
            kind,
            size.map(s -> s.width),
            size.map(s -> s.height),
            pages));
  }

  /// From the picture's header; the pixels are not decoded.
  private static Optional<Dimension> findSize(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return Optional.of(new Dimension(reader.getWidth(0), reader.getHeight(0)));
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> findPages(Path file) {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      return pdf.isEncrypted() ? Optional.empty() : Optional.of(pdf.getNumberOfPages());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
