package cn.gongkai.kiosk.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cn.gongkai.kiosk.reading.FixturePdf;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.work.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageStoreTest {

  private static boolean faces;

  @TempDir Path folder;

  private final PageStore store = new PageStore(PdfLimits.DEFAULT, Background.sameThread());

  @BeforeAll
  static void faces() {
    Fx.start();
    faces =
        Optional.ofNullable(System.getenv("GONGKAI_FONTS"))
            .map(Path::of)
            .filter(Files::isDirectory)
            .map(PageFonts::installFrom)
            .orElse(false);
  }

  private static PageResult load(PageStore from, Path file, int page, int width) {
    AtomicReference<PageResult> result = new AtomicReference<>();
    from.request().load(new PageKey(file, page, width), result::set);
    return result.get();
  }

  private Path written(String font, int pages, String words) throws IOException {
    Path file = folder.resolve(font + pages + ".pdf");
    List<List<String>> all = IntStream.range(0, pages).mapToObj(i -> List.of(words)).toList();
    FixturePdf.write(file, font, all);
    return file;
  }

  private static int[] pixels(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }

  /// Boxes are all alike; glyphs are not.
  @ParameterizedTest
  @ValueSource(strings = {"SimSun", "FangSong_GB2312", "STSong-Light", "SimHei"})
  void fontsThatAreNotInTheFileShowGlyphsNotBoxes(String font) throws IOException {
    assumeThat(faces).as("GONGKAI_FONTS names the folder with the faces").isTrue();
    Path one = written(font, 1, "一一一一");
    Path other = folder.resolve("other.pdf");
    FixturePdf.write(other, font, List.of(List.of("龙龙龙龙")));
    int inkOfOne = ink(load(store, one, 1, 800));
    int inkOfOther = ink(load(store, other, 1, 800));
    assertThat(inkOfOne).isPositive();
    assertThat(inkOfOther).isGreaterThan(2 * inkOfOne);
  }

  private static int ink(PageResult result) {
    assertThat(result).isInstanceOf(PageResult.Shown.class);
    int[] pixels = pixels(((PageResult.Shown) result).image());
    return (int) Arrays.stream(pixels).filter(argb -> (argb & 0xff) < 128).count();
  }

  @Test
  void aPageIsAsWideAsAskedOnWhiteGround() throws IOException {
    Path file = written("SimSun", 1, "公报");
    PageResult result = load(store, file, 1, 640);
    Image image = ((PageResult.Shown) result).image();
    assertThat(image.getWidth()).isEqualTo(640);
    assertThat(image.getHeight()).isBetween(904.0, 906.0);
    assertThat(pixels(image)[0]).isEqualTo(0xffffffff);
  }

  @Test
  void aWiderPageThanAllowedIsRenderedAtTheLimit() throws IOException {
    Path file = written("SimSun", 1, "公报");
    PageResult result = load(store, file, 1, 100_000);
    Image image = ((PageResult.Shown) result).image();
    assertThat(image.getWidth()).isLessThanOrEqualTo(PdfLimits.DEFAULT.widthPixelsMax());
    assertThat(image.getHeight()).isLessThanOrEqualTo(PdfLimits.DEFAULT.heightPixelsMax());
  }

  @Test
  void neighboursAreRenderedAhead() throws IOException {
    Path file = written("SimSun", 4, "公报");
    load(store, file, 2, 640);
    assertThat(store.holds(new PageKey(file, 1, 640))).isTrue();
    assertThat(store.holds(new PageKey(file, 3, 640))).isTrue();
    assertThat(store.holds(new PageKey(file, 4, 640))).isFalse();
  }

  @Test
  void thumbnailsHaveNoneRenderedAhead() throws IOException {
    Path file = written("SimSun", 4, "公报");
    load(store, file, 2, 96);
    assertThat(store.holds(new PageKey(file, 3, 96))).isFalse();
  }

  @Test
  void heldImagesStayWithinTheirBytes() throws IOException {
    long bytes = 4L << 20;
    PdfLimits small = new PdfLimits(1 << 20, 100, 2000, 3000, bytes, 2, 320);
    PageStore bounded = new PageStore(small, Background.sameThread());
    Path file = written("SimSun", 12, "公报");
    for (int page = 1; page <= 12; page++) {
      load(bounded, file, page, 700);
    }
    assertThat(bounded.heldBytes()).isPositive().isLessThanOrEqualTo(bytes);
  }

  @Test
  void aMissingFileIsRefused() {
    assertThat(load(store, folder.resolve("none.pdf"), 1, 600))
        .isInstanceOf(PageResult.Refused.class);
  }

  @Test
  void aPageThatIsNotThereIsRefused() throws IOException {
    Path file = written("SimSun", 2, "公报");
    assertThat(load(store, file, 3, 600)).isInstanceOf(PageResult.Refused.class);
    assertThat(load(store, file, 0, 600)).isInstanceOf(PageResult.Refused.class);
    assertThat(load(store, file, 1, 600)).isInstanceOf(PageResult.Shown.class);
  }

  @Test
  void tooManyPagesOrBytesAreRefused() throws IOException {
    Path file = written("SimSun", 3, "公报");
    PdfLimits few = new PdfLimits(1 << 20, 2, 2000, 3000, 1 << 20, 2, 320);
    assertThat(load(new PageStore(few, Background.sameThread()), file, 1, 600))
        .isInstanceOf(PageResult.Refused.class);
    PdfLimits tiny = new PdfLimits(10, 20, 2000, 3000, 1 << 20, 2, 320);
    assertThat(load(new PageStore(tiny, Background.sameThread()), file, 1, 600))
        .isInstanceOf(PageResult.Refused.class);
  }

  /// Whatever is wrong with a file, it is refused or shown: nothing is thrown and nothing hangs.
  @Test
  void filesBrokenAnywhereNeverDoMoreThanBeingRefused() throws IOException {
    byte[] whole = Files.readAllBytes(written("SimSun", 1, "公报"));
    long seed = 11;
    Random chance = new Random(seed);
    for (int round = 0; round < 120; round++) {
      byte[] broken = Arrays.copyOf(whole, 1 + chance.nextInt(whole.length));
      for (int flips = chance.nextInt(20); flips > 0; flips--) {
        broken[chance.nextInt(broken.length)] = (byte) chance.nextInt();
      }
      Path file = folder.resolve("broken-" + round + ".pdf");
      Files.write(file, broken);
      assertThat(load(store, file, 1, 200)).as("seed %d round %d", seed, round).isNotNull();
    }
    Files.writeString(folder.resolve("text.pdf"), "这不是PDF");
    assertThat(load(store, folder.resolve("text.pdf"), 1, 200))
        .isInstanceOf(PageResult.Refused.class);
  }

  @Test
  void withdrawnPagesAreForgotten() throws IOException {
    Path file = written("SimSun", 1, "公报");
    load(store, file, 1, 400);
    store.clear();
    assertThat(store.holds(new PageKey(file, 1, 400))).isFalse();
    assertThat(store.heldBytes()).isZero();
  }
}
