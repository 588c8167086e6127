package cn.gongkai.kiosk.qr;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.theme.Panel;
import java.util.List;
import org.junit.jupiter.api.Test;

class QrSizeTest {

  private static final String PHONE_PAGE = "https://gk.yiyuan.gov.cn/m/7k3f9q8z.html";

  @Test
  void modulesAreLargeEnoughOnEveryReferencePanel() {
    QrModules code = QrModules.find(PHONE_PAGE).orElseThrow();
    for (Panel panel : List.of(Panel.portrait43(), Panel.portrait32(), Panel.landscape21())) {
      QrSize size = QrSize.of(code, panel.mmPerPixel());
      assertThat(size.pixelsPerModule() * panel.mmPerPixel()).isGreaterThanOrEqualTo(2.5);
      assertThat(size.sidePixels()).isGreaterThanOrEqualTo(240);
      assertThat(panel.mm(size.sidePixels())).isGreaterThanOrEqualTo(80);
    }
  }

  @Test
  void aPhonePageTakesTwentyNineModules() {
    assertThat(QrModules.find(PHONE_PAGE).orElseThrow().side()).isEqualTo(29);
  }

  @Test
  void aLargeSquareIsFilledWithWholePixels() {
    QrModules code = QrModules.find(PHONE_PAGE).orElseThrow();
    QrSize size = QrSize.within(code, 0.496, 700);
    assertThat(size.sidePixels()).isBetween(700 - size.modules(), 700);
    assertThat(size.sidePixels() % size.modules()).isZero();
  }

  @Test
  void aSmallSquareNeverMakesACodeTooSmall() {
    QrModules code = QrModules.find(PHONE_PAGE).orElseThrow();
    assertThat(QrSize.within(code, 0.248, 50)).isEqualTo(QrSize.of(code, 0.248));
  }

  @Test
  void whatCannotBePhotographedHasNoCode() {
    assertThat(QrModules.find("")).isEmpty();
    assertThat(QrModules.find("https://x.cn/" + "a".repeat(300))).isEmpty();
    assertThat(QrModules.find("https://x.cn/" + "a".repeat(190))).isPresent();
  }

  @Test
  void longAddressesBreakAfterTheirHost() {
    assertThat(QrCard.broken(PHONE_PAGE)).isEqualTo("https://gk.yiyuan.gov.cn/\nm/7k3f9q8z.html");
    assertThat(QrCard.broken("https://flk.npc.gov.cn/")).isEqualTo("https://flk.npc.gov.cn/");
  }
}
