package cn.gongkai.kiosk.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PanelTest {

  private static final List<Panel> REFERENCE =
      List.of(Panel.portrait43(), Panel.portrait32(), Panel.landscape21());

  @Test
  void bodyCharactersCanBeReadWithoutGlassesOnEveryReferencePanel() {
    assertThat(REFERENCE)
        .allSatisfy(
            panel -> {
              double least = panel.sizeClass() == SizeClass.SM ? 7 : 9;
              assertThat(panel.mm(panel.bodyPx())).isGreaterThanOrEqualTo(least);
              assertThat(panel.bodyPx()).isBetween(28.0, 30.0);
            });
  }

  @Test
  void sizeClassesFollowTheDiagonal() {
    assertThat(REFERENCE)
        .extracting(Panel::sizeClass)
        .containsExactly(SizeClass.LG, SizeClass.MD, SizeClass.SM);
  }

  @Test
  void aFourThousandLinePanelShowsTheSameMillimetres() {
    Panel fine = new Panel(0.248, 2160, 3840, 800);
    assertThat(fine.mm(fine.bodyPx())).isBetween(13.5, 14.5);
  }

  @Test
  void reachModeEndsAtElevenHundredMillimetresWhereThereIsRoom() {
    Panel low = new Panel(0.496, 1080, 1920, 550);
    assertThat(550 + low.mm(low.reachPx())).isBetween(1099.0, 1101.0);
  }

  @Test
  void reachModeKeepsEnoughRoomToReadIn() {
    Panel high = new Panel(0.496, 1080, 1920, 1000);
    assertThat(high.reachPx()).isEqualTo(1920 * 0.42);
  }

  @Test
  void theBottomBarIsLiftedIntoTheReachBand() {
    Panel low = new Panel(0.496, 1080, 1920, 700);
    assertThat(700 + low.mm(low.reachInsetPx())).isBetween(799.0, 801.0);
    assertThat(Panel.portrait43().reachInsetPx()).isZero();
  }

  @Test
  void nonsenseFromTheCommandLineIsRefused() {
    assertThatThrownBy(() -> new Panel(0, 1080, 1920, 800))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Panel(Double.NaN, 1080, 1920, 800))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Panel(0.5, 10, 1920, 800))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void touchSizesInTheSheetAreTwentyMillimetres() {
    assertThat(PanelSheet.css(Panel.landscape21()))
        .contains(".touch { -fx-min-width: 81.0px; }")
        .contains(".kiosk.text-200 { -fx-font-size: 58.0px; }");
  }
}
