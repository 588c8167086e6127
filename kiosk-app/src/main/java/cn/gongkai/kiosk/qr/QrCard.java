package cn.gongkai.kiosk.qr;

import cn.gongkai.kiosk.text.ContentText;
import java.net.URI;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A white card with a code, what it is for, and its plain address for those who type it.
public final class QrCard extends VBox {

  private static final int LINE_CHARACTERS = 26;
  private static final double ADDRESS_WIDER = 1.12;

  private final Optional<QrView> view;

  private QrCard(Optional<QrView> view) {
    this.view = view;
    getStyleClass().add("qr-card");
    setAlignment(Pos.TOP_CENTER);
  }

  /// A card of the smallest size that can be photographed.
  ///
  /// @param caption what the resident gets, in a few words
  public static QrCard of(URI address, String caption, double mmPerPixel) {
    return of(address, caption, mmPerPixel, 0);
  }

  /// A card as large as the given square allows, never below the smallest size.
  public static QrCard of(URI address, String caption, double mmPerPixel, double pixels) {
    String text = address.toASCIIString();
    Optional<QrView> view =
        QrModules.find(text)
            .map(code -> new QrView(code, QrSize.within(code, mmPerPixel, pixels), caption));
    QrCard card = new QrCard(view);
    Label words = wrapped(caption, "qr-caption");
    view.ifPresent(card.getChildren()::add);
    if (view.isEmpty()) {
      card.getChildren().add(wrapped(ContentText.of("qr.tooLong"), "qr-caption"));
    }
    Label plain = wrapped(broken(text), "qr-address");
    card.getChildren().addAll(words, plain);
    double wide = Math.max(QrSize.SIDE_PIXELS_MIN, view.map(QrView::sidePixels).orElse(0));
    words.setMaxWidth(wide);
    plain.setMaxWidth(wide * ADDRESS_WIDER);
    card.setMaxWidth(Region.USE_PREF_SIZE);
    card.setMinHeight(Region.USE_PREF_SIZE);
    return card;
  }

  private static Label wrapped(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(styleClass);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// A long address breaks after its host, not in the middle of a word.
  static String broken(String address) {
    int path = address.indexOf('/', address.indexOf("//") + 2);
    return address.length() > LINE_CHARACTERS && path > 0
        ? address.substring(0, path + 1) + "\n" + address.substring(path + 1)
        : address;
  }

  /// The code; empty where the address is too long for one.
  public Optional<QrView> view() {
    return view;
  }
}
