package cn.gongkai.kiosk.screen.particulars;

import cn.gongkai.content.model.Details;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.text.Wording;
import cn.gongkai.kiosk.ui.reader.Nodes;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// A question and its reply as they are spoken.
final class Bubbles {

  private Bubbles() {}

  static Region question(Details.Answer answer) {
    VBox bubble =
        Nodes.column(
            "bubble-ask",
            Nodes.tag(
                answer
                    .askedVia()
                    .map(via -> ContentText.of("answer.asked.via", via))
                    .orElse(ContentText.of("answer.asked")),
                FluentUiRegularMZ.PERSON_24,
                "bubble-who"),
            Nodes.words(answer.question(), "bubble-words"));
    VBox outer = new VBox(bubble);
    outer.getStyleClass().add("bubble-left");
    return outer;
  }

  static Region replyHead(Details.Answer answer) {
    VBox head =
        Nodes.column(
            "bubble-reply",
            Nodes.tag(
                ContentText.of("answer.replied", answer.office()),
                FluentUiRegularAL.BUILDING_GOVERNMENT_24,
                "bubble-who"),
            Nodes.words(
                ContentText.of("answer.replied.on", Wording.day(answer.repliedOn())),
                "bubble-date"));
    VBox outer = new VBox(head);
    outer.getStyleClass().add("bubble-right");
    return outer;
  }
}
