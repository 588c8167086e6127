package cn.gongkai.kiosk.screen.particulars;

import cn.gongkai.content.model.Details;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.text.Wording;
import cn.gongkai.kiosk.ui.reader.CommonParts;
import cn.gongkai.kiosk.ui.reader.Nodes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// What is offered, for whom, on what terms, with what papers, where.
final class ServiceCard {

  private final VBox sheet = Nodes.column("fact-sheet");

  private ServiceCard() {}

  static Region of(Details.Service service, LocalDate today) {
    ServiceCard card = new ServiceCard();
    card.fact(
        FluentUiRegularAL.BUILDING_GOVERNMENT_24,
        "service.provider",
        Optional.of(service.provider() + "（" + service.field() + "）"));
    card.fact(FluentUiRegularMZ.PEOPLE_24, "service.audience", service.audience());
    card.list("service.conditions", service.conditions());
    card.list("service.materials", service.materials());
    card.fact(FluentUiRegularAL.CALENDAR_MONTH_28, "service.period", period(service, today));
    card.fact(FluentUiRegularMZ.PHONE_28, "service.telephone", service.telephone());
    card.fact(FluentUiRegularAL.LOCATION_24, "service.address", service.address());
    card.fact(FluentUiRegularAL.CLOCK_24, "service.hours", service.hours());
    return ParticularNodes.boxed(card.sheet);
  }

  /// When one can apply, and whether that is over.
  static Optional<String> period(Details.Service service, LocalDate today) {
    Optional<String> words =
        service.opensOn().isPresent() && service.closesOn().isPresent()
            ? Optional.of(
                ContentText.of(
                    "service.between",
                    Wording.day(service.opensOn().get()),
                    Wording.day(service.closesOn().get())))
            : service
                .closesOn()
                .map(day -> ContentText.of("service.until", Wording.day(day)))
                .or(
                    () ->
                        service
                            .opensOn()
                            .map(day -> ContentText.of("service.from", Wording.day(day))));
    boolean over = service.closesOn().filter(today::isAfter).isPresent();
    return words.map(text -> over ? text + ContentText.of("service.over") : text);
  }

  private void fact(Ikon sign, String key, Optional<String> value) {
    value.ifPresent(
        text -> sheet.getChildren().add(CommonParts.fact(sign, ContentText.of(key), text)));
  }

  private void list(String key, List<String> entries) {
    if (entries.isEmpty()) {
      return;
    }
    VBox words = Nodes.column("fact-list", Nodes.words(ContentText.of(key), "fact-list-head"));
    for (int i = 0; i < entries.size(); i++) {
      HBox row =
          Nodes.row(
              "fact-list-row",
              Nodes.tag(Integer.toString(i + 1), "fact-list-number"),
              Nodes.growing(Nodes.words(entries.get(i), "fact-list-words")));
      words.getChildren().add(row);
    }
    sheet.getChildren().add(words);
  }
}
