package cn.gongkai.kiosk.ui.reader;

import cn.gongkai.kiosk.media.ClipCards;
import cn.gongkai.kiosk.qr.QrCard;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.blocks.BlockNodes;
import cn.gongkai.kiosk.ui.pages.PageViewer;
import java.util.List;

/// The stylesheets of everything a reading screen is made of.
public final class ReaderSheets {

  private ReaderSheets() {}

  public static List<String> all() {
    return List.of(
        Styles.sheet(BlockNodes.class, "blocks.css"),
        Styles.sheet(PageViewer.class, "pages.css"),
        Styles.sheet(ClipCards.class, "media.css"),
        Styles.sheet(QrCard.class, "qr.css"),
        Styles.sheet(ReaderSheets.class, "reader.css"));
  }
}
