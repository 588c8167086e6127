package cn.gongkai.kiosk.screen.particulars;

import cn.gongkai.content.model.Details;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.text.Wording;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Where a campaign stands on a day.
enum CampaignState {
  /// 未开始: it opens later.
  COMING,
  /// 进行中: residents can take part.
  OPEN,
  /// 已结束: closed, nothing said yet about what came of it.
  CLOSED,
  /// 已反馈: closed and answered.
  ANSWERED;

  static CampaignState on(LocalDate day, Details.Campaign campaign) {
    if (day.isBefore(campaign.opensOn())) {
      return COMING;
    }
    if (!day.isAfter(campaign.closesOn())) {
      return OPEN;
    }
    return campaign.feedback().isPresent() ? ANSWERED : CLOSED;
  }

  String words() {
    return ContentText.of("campaign." + name());
  }

  /// How long it is still open, or when it was.
  String detail(LocalDate day, Details.Campaign campaign) {
    return switch (this) {
      case COMING -> ContentText.of("campaign.opens", Wording.day(campaign.opensOn()));
      case OPEN ->
          ContentText.of(
              "campaign.left",
              Long.toString(ChronoUnit.DAYS.between(day, campaign.closesOn()) + 1));
      case CLOSED, ANSWERED -> ContentText.of("campaign.closed", Wording.day(campaign.closesOn()));
    };
  }
}
