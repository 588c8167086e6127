package cn.gongkai.content.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.content.model.InvalidValue;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.ShortPath;
import java.io.ByteArrayInputStream;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

  private static final String PAGE =
      "http://zwgk.yiyuan.gov.cn/" + ShortPath.of(new ItemId("zc-2023-06")).page();

  @Test
  void aPhonePageFitsTwentyNineModules() {
    assertThat(PAGE).hasSize(41);
    assertThat(QrCode.encode(PAGE).modules()).isEqualTo(29);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 7, 10})
  void whatIsDrawnReadsBack(int modulePixels) {
    assertThat(QrRaster.draw(QrCode.encode(PAGE), modulePixels).decode()).contains(PAGE);
  }

  /// With the mask the standard prefers these are not found or read as something else.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8088/m/0vsmy89d.html",
        "http://localhost:8088/m/62cndetx.html",
        "http://localhost:8088/m/a69t773f.html"
      })
  void aTextThatLooksLikeAPatternGetsAnotherMask(String text) {
    QrCode code = QrCode.encode(text);
    for (int pixels : new int[] {3, 4, 5, 6, 7, 8, 10, 11}) {
      assertThat(QrRaster.draw(code, pixels).decode()).contains(text);
    }
  }

  @Test
  void everyPhonePageReadsBack() {
    for (int i = 0; i < 300; i++) {
      String page = "http://zwgk.yiyuan.gov.cn/" + ShortPath.of(new ItemId("item-" + i)).page();
      assertThat(QrRaster.draw(QrCode.encode(page), 5).decode()).contains(page);
    }
  }

  @Test
  void anyAsciiTextReadsBack() {
    long seed = 20231123L;
    Random random = new Random(seed);
    for (int n = 0; n < 200; n++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(QrCode.CHARACTERS_MAX);
      for (int i = 0; i < length; i++) {
        text.append((char) (0x20 + random.nextInt(0x5f)));
      }
      assertThat(QrRaster.draw(QrCode.encode(text.toString()), 3).decode())
          .as("seed %d, text %d", seed, n)
          .contains(text.toString());
    }
  }

  @Test
  void chineseReadsBack() {
    assertThat(QrRaster.draw(QrCode.encode("沂源县政务公开"), 4).decode()).contains("沂源县政务公开");
  }

  @ParameterizedTest
  @CsvSource({"0.248, 10", "0.369, 7", "0.496, 7"})
  void modulesAreWholePixelsOfAtLeastTwoAndAHalfMillimetres(double panel, int pixels) {
    QrSize size = QrCode.encode(PAGE).sizeOn(panel);
    assertThat(size.modulePixels()).isEqualTo(pixels);
    assertThat(size.sidePixels()).isEqualTo(37 * pixels).isGreaterThanOrEqualTo(240);
    assertThat(size.modulePixels() * panel).isGreaterThanOrEqualTo(0.99 * 2.5);
  }

  @ParameterizedTest
  @CsvSource({"0.05", "0.248", "0.5", "1.5"})
  void noCodeIsSmallerThanEightyMillimetres(double panel) {
    QrSize size = QrCode.encode("short").sizeOn(panel);
    assertThat(size.millimetres()).isGreaterThanOrEqualTo(0.99 * 80);
    assertThat(size.sidePixels()).isGreaterThanOrEqualTo(240);
  }

  @Test
  void theQuietZoneIsLight() throws Exception {
    QrRaster raster = QrRaster.draw(QrCode.encode(PAGE), 3);
    var image = ImageIO.read(new ByteArrayInputStream(raster.png()));
    assertThat(image.getWidth()).isEqualTo(raster.side());
    for (int i = 0; i < raster.side(); i++) {
      for (int edge = 0; edge < 12; edge++) {
        assertThat(image.getRGB(i, edge)).isEqualTo(0xffffffff);
        assertThat(image.getRGB(edge, i)).isEqualTo(0xffffffff);
        assertThat(image.getRGB(raster.side() - 1 - edge, i)).isEqualTo(0xffffffff);
      }
    }
  }

  @Test
  void theSvgHasEveryDarkModule() {
    QrCode code = QrCode.encode("x");
    String svg = QrSvg.draw(code, "\"<&");
    int dark = 0;
    for (int y = 0; y < code.modules(); y++) {
      for (int x = 0; x < code.modules(); x++) {
        dark += code.isDark(x, y) ? 1 : 0;
      }
    }
    int drawn = 0;
    var runs = java.util.regex.Pattern.compile("h(\\d+)v1h-\\1z").matcher(svg);
    while (runs.find()) {
      drawn += Integer.parseInt(runs.group(1));
    }
    assertThat(drawn).isEqualTo(dark);
    assertThat(svg).contains("aria-label=\"&quot;&lt;&amp;\"");
  }

  @Test
  void aTextTooLongIsRefused() {
    assertThatThrownBy(() -> QrCode.encode("x".repeat(301)))
        .isInstanceOf(InvalidValue.class)
        .extracting(e -> ((InvalidValue) e).code())
        .isEqualTo("QR-TEXT");
    assertThatThrownBy(() -> QrCode.encode("")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aPictureWithoutACodeHoldsNone() {
    assertThat(QrRaster.decode(new byte[100 * 100], 100, 100)).isEmpty();
  }
}
