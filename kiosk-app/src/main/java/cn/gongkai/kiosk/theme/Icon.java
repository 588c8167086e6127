package cn.gongkai.kiosk.theme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// Pictures of the terminal by what they mean; content names them in lower case with hyphens. They
/// never stand without a word.
public enum Icon {
  // columns
  ANSWERS(FluentUiRegularAL.COMMENT_MULTIPLE_24),
  APPLY(FluentUiRegularAL.CLIPBOARD_TEXT_24),
  CAMPAIGN(FluentUiRegularMZ.MEGAPHONE_28),
  CATALOGUE(FluentUiRegularAL.APPS_LIST_24),
  CREDIT(FluentUiRegularMZ.RIBBON_24),
  DECISION(FluentUiRegularAL.GAVEL_24),
  DIRECTORY(FluentUiRegularMZ.ORGANIZATION_28),
  DOCUMENT(FluentUiRegularAL.DOCUMENT_28),
  ENTERPRISE(FluentUiRegularAL.BUILDING_SKYSCRAPER_24),
  EVENT(FluentUiRegularAL.CALENDAR_MONTH_28),
  FINANCE(FluentUiRegularMZ.MONEY_24),
  GAZETTE(FluentUiRegularAL.BOOK_OPEN_24),
  GUIDE(FluentUiRegularAL.DIRECTIONS_24),
  INTERPRETATION(FluentUiRegularAL.LIGHTBULB_24),
  MEETING(FluentUiRegularMZ.PEOPLE_TEAM_28),
  NEWS(FluentUiRegularMZ.NEWS_28),
  POLICY(FluentUiRegularAL.DOCUMENT_ONE_PAGE_24),
  PROPOSAL(FluentUiRegularAL.HAND_RIGHT_28),
  QR(FluentUiRegularMZ.QR_CODE_28),
  REPORT(FluentUiRegularAL.DATA_BAR_VERTICAL_24),
  SERVICE(FluentUiRegularMZ.SERVICE_BELL_24),
  TOWN(FluentUiRegularAL.BUILDING_MULTIPLE_24),
  // life topics
  YANGLAO(FluentUiRegularMZ.PEOPLE_COMMUNITY_28),
  KANBING(FluentUiRegularMZ.STETHOSCOPE_24),
  SHANGXUE(FluentUiRegularAL.HAT_GRADUATION_24),
  ZHONGDI(FluentUiRegularAL.LEAF_TWO_24),
  JIANFANG(FluentUiRegularMZ.REAL_ESTATE_24),
  JIUYE(FluentUiRegularAL.BRIEFCASE_24),
  DIBAO(FluentUiRegularAL.HEART_24),
  BANQIYE(FluentUiRegularAL.BUILDING_SHOP_24),
  // the frame and controls
  BACK(FluentUiRegularAL.ARROW_LEFT_28),
  HOME(FluentUiRegularAL.HOME_28),
  SEARCH(FluentUiRegularMZ.SEARCH_28),
  TEXT_SIZE(FluentUiRegularMZ.TEXT_FONT_SIZE_24),
  CONTRAST(FluentUiRegularAL.CIRCLE_HALF_FILL_24),
  REACH(FluentUiRegularAL.ARROW_DOWN_28),
  REACH_OFF(FluentUiRegularAL.ARROW_UP_28),
  HELP(FluentUiRegularMZ.PERSON_SUPPORT_24),
  SPEAK(FluentUiRegularMZ.SPEAKER_1_28),
  PLAY(FluentUiRegularMZ.PLAY_24),
  PAUSE(FluentUiRegularMZ.PAUSE_24),
  ZOOM_IN(FluentUiRegularMZ.ZOOM_IN_24),
  ZOOM_OUT(FluentUiRegularMZ.ZOOM_OUT_24),
  NEXT(FluentUiRegularAL.CHEVRON_RIGHT_28),
  PREVIOUS(FluentUiRegularAL.CHEVRON_LEFT_28),
  DOWN(FluentUiRegularAL.CHEVRON_DOWN_28),
  UP(FluentUiRegularAL.CHEVRON_UP_28),
  CLOSE(FluentUiRegularAL.DISMISS_28),
  ERASE(FluentUiRegularAL.BACKSPACE_24),
  REFRESH(FluentUiRegularAL.ARROW_CLOCKWISE_24),
  FILTER(FluentUiRegularAL.FILTER_28),
  CHECK(FluentUiRegularAL.CHECKMARK_28),
  CALENDAR(FluentUiRegularAL.CALENDAR_MONTH_28),
  CLOCK(FluentUiRegularAL.CLOCK_28),
  CALL(FluentUiRegularMZ.PHONE_28),
  PHONE(FluentUiRegularMZ.PHONE_28),
  PLACE(FluentUiRegularAL.LOCATION_28),
  MAIL(FluentUiRegularMZ.MAIL_28),
  PERSON(FluentUiRegularMZ.PERSON_28),
  ATTACHMENT(FluentUiRegularAL.ATTACH_24),
  VIDEO(FluentUiRegularMZ.VIDEO_CLIP_24),
  AUDIO(FluentUiRegularMZ.SPEAKER_1_28),
  PICTURE(FluentUiRegularAL.IMAGE_28),
  QUESTION(FluentUiRegularMZ.QUESTION_CIRCLE_28),
  INFO(FluentUiRegularAL.INFO_28),
  WARNING(FluentUiRegularMZ.WARNING_24),
  OFFLINE(FluentUiRegularAL.CLOUD_OFFLINE_24),
  TOUCH(FluentUiRegularMZ.TAP_SINGLE_24),
  TOPIC(FluentUiRegularMZ.TAG_24);

  private final Ikon glyph;

  Icon(Ikon glyph) {
    this.glyph = glyph;
  }

  /// The icon content means by a name such as `gazette` or `zoom-in`.
  public static Optional<Icon> find(String name) {
    return Arrays.stream(values()).filter(icon -> icon.id().equals(name)).findFirst();
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Ikon glyph() {
    return glyph;
  }
}
