package cn.gongkai.desk.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Tells what a file is from its first bytes; the name is not asked.
final class MediaSniffer {

  private static final int HEAD_BYTES = 512;

  private MediaSniffer() {}

  static Optional<MediaKind> sniff(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    String latin = new String(head, StandardCharsets.ISO_8859_1);
    if (latin.startsWith("%PDF-")) {
      return Optional.of(MediaKind.PDF);
    }
    if (latin.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(MediaKind.PNG);
    }
    if (latin.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(MediaKind.JPEG);
    }
    if (latin.startsWith("GIF87a") || latin.startsWith("GIF89a")) {
      return Optional.of(MediaKind.GIF);
    }
    if (latin.startsWith("WEBVTT") || latin.startsWith("\u00ef\u00bb\u00bfWEBVTT")) {
      return Optional.of(MediaKind.VTT);
    }
    if (latin.startsWith("ftyp", 4)) {
      return Optional.of(latin.startsWith("M4A", 8) ? MediaKind.M4A : MediaKind.MP4);
    }
    if (isMp3(latin)) {
      return Optional.of(MediaKind.MP3);
    }
    return latin.startsWith("PK\u0003\u0004") ? sniffZip(file) : Optional.empty();
  }

  private static boolean isMp3(String latin) {
    boolean tagged = latin.startsWith("ID3");
    boolean frame =
        latin.length() > 1 && latin.charAt(0) == 0xff && (latin.charAt(1) & 0xe6) == 0xe2;
    return tagged || frame;
  }

  private static Optional<MediaKind> sniffZip(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (has(zip, "OFD.xml")) {
        return Optional.of(MediaKind.OFD);
      }
      if (has(zip, "word/document.xml")) {
        return Optional.of(MediaKind.DOCX);
      }
      return has(zip, "xl/workbook.xml") ? Optional.of(MediaKind.XLSX) : Optional.empty();
    } catch (IOException e) {
      // A broken archive is simply not one of the kinds we know.
      return Optional.empty();
    }
  }

  private static boolean has(ZipFile zip, String name) {
    ZipEntry entry = zip.getEntry(name);
    return entry != null;
  }
}
