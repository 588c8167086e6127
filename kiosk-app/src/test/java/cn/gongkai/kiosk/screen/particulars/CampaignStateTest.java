package cn.gongkai.kiosk.screen.particulars;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Details;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CampaignStateTest {

  private static final LocalDate OPENS = LocalDate.of(2023, 11, 1);
  private static final LocalDate CLOSES = LocalDate.of(2023, 11, 30);

  private static Details.Campaign campaign(Optional<String> feedback) {
    return new Details.Campaign(OPENS, CLOSES, Optional.empty(), feedback);
  }

  @Test
  void firstAndLastDayAreOpen() {
    Details.Campaign open = campaign(Optional.of("已整理"));
    assertThat(CampaignState.on(OPENS.minusDays(1), open)).isEqualTo(CampaignState.COMING);
    assertThat(CampaignState.on(OPENS, open)).isEqualTo(CampaignState.OPEN);
    assertThat(CampaignState.on(CLOSES, open)).isEqualTo(CampaignState.OPEN);
    assertThat(CampaignState.on(CLOSES.plusDays(1), open)).isEqualTo(CampaignState.ANSWERED);
  }

  @Test
  void withoutFeedbackItIsOnlyClosed() {
    assertThat(CampaignState.on(CLOSES.plusDays(1), campaign(Optional.empty())))
        .isEqualTo(CampaignState.CLOSED);
  }

  @Test
  void theLastDayIsOneDayLeft() {
    Details.Campaign open = campaign(Optional.empty());
    assertThat(CampaignState.OPEN.detail(CLOSES, open)).isEqualTo("还有 1 天");
  }

  @Test
  void aServiceWhoseTimeIsOverSaysSo() {
    Details.Service service =
        new Details.Service(
            "人社局",
            "就业",
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(CLOSES),
            Optional.empty());
    assertThat(ServiceCard.period(service, CLOSES)).contains("2023年11月30日 截止");
    assertThat(ServiceCard.period(service, CLOSES.plusDays(1)).orElseThrow()).contains("已截止");
  }
}
