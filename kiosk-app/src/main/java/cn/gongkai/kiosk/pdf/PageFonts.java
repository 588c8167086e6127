package cn.gongkai.kiosk.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our own faces in place of fonts a PDF names but does not carry. Without it SimSun,
/// FangSong_GB2312 and STSong-Light come out as boxes, whatever fonts the system has.
public final class PageFonts implements FontMapper {

  private static final Pattern SANS =
      Pattern.compile(".*(hei|sans|gothic|kai|yuan|arial|helvetica|deng).*");
  private static final Pattern LATIN =
      Pattern.compile(".*(times|arial|helvetica|courier|symbol|dingbat|calibri|cambria).*");

  private static final Logger LOG = LoggerFactory.getLogger(PageFonts.class);
  private static final int DEPTH_MAX = 4;

  private final TrueTypeFont sans;
  private final TrueTypeFont serif;
  private final FontMapper others;

  private PageFonts(TrueTypeFont sans, TrueTypeFont serif, FontMapper others) {
    this.sans = sans;
    this.serif = serif;
    this.others = others;
  }

  /// Makes the two faces stand in for all missing ones, in this process. Called once, before the
  /// first file is opened.
  ///
  /// @param sans for 黑体, 楷体 and Latin sans serif
  /// @param serif for 宋体, 仿宋 and everything else
  /// @throws IOException where a face cannot be read
  public static void install(Path sans, Path serif) throws IOException {
    FontMappers.set(new PageFonts(read(sans), read(serif), FontMappers.instance()));
  }

  /// Installs the faces found in a folder, at any depth. Without them missing fonts show as boxes,
  /// which is logged and costs nothing else (`KIOSK-FONTS`).
  ///
  /// @return true where they were found
  public static boolean installFrom(Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEPTH_MAX)) {
      List<Path> faces = files.filter(Files::isRegularFile).toList();
      Optional<Path> sans = face(faces, "NotoSansSC_400Regular.ttf");
      Optional<Path> serif = face(faces, "NotoSerifSC_400Regular.ttf");
      if (sans.isPresent() && serif.isPresent()) {
        install(sans.get(), serif.get());
        return true;
      }
      LOG.warn("KIOSK-FONTS: {} has no faces for printed pages", folder);
    } catch (IOException e) {
      LOG.warn("KIOSK-FONTS: {} cannot be read", folder, e);
    }
    return false;
  }

  private static Optional<Path> face(List<Path> files, String name) {
    return files.stream().filter(file -> file.endsWith(name)).findFirst();
  }

  private static TrueTypeFont read(Path face) throws IOException {
    return new TTFParser().parse(new RandomAccessReadBufferedFile(face.toFile()));
  }

  private TrueTypeFont pick(String name) {
    return SANS.matcher(name.toLowerCase(Locale.ROOT)).matches() ? sans : serif;
  }

  /// The fourteen standard Latin fonts have stand-ins of their own.
  private static Optional<String> latin(String name) {
    return Optional.ofNullable(name)
        .filter(n -> LATIN.matcher(n.toLowerCase(Locale.ROOT)).matches());
  }

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
    if (latin(name).isPresent()) {
      FontMapping<TrueTypeFont> found = others.getTrueTypeFont(name, descriptor);
      if (found != null) {
        return found;
      }
    }
    return new FontMapping<>(pick(String.valueOf(name)), true);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
    if (latin(name).isPresent()) {
      FontMapping<FontBoxFont> found = others.getFontBoxFont(name, descriptor);
      if (found != null) {
        return found;
      }
    }
    return new FontMapping<>(pick(String.valueOf(name)), true);
  }

  @Override
  public CIDFontMapping getCIDFont(
      String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
    return new CIDFontMapping(null, pick(String.valueOf(name)), true);
  }
}
