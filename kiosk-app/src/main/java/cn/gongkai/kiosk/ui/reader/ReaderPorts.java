package cn.gongkai.kiosk.ui.reader;

import cn.gongkai.content.model.ItemId;
import cn.gongkai.kiosk.media.PlayingWatch;
import cn.gongkai.kiosk.pdf.PageStore;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.ui.blocks.BlobFiles;
import cn.gongkai.kiosk.work.Lane;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/// What reading screens need from outside.
///
/// @param openItem goes to an item's screen
/// @param openPages goes to a page of a gazette issue
/// @param openCode goes to a big code
/// @param marks words to mark in texts, as a search left them
/// @param lanes for work that must not hold up the screen
public record ReaderPorts(
    BlobFiles blobs,
    PageStore pages,
    PlayingWatch playing,
    Panel panel,
    Consumer<ItemId> openItem,
    OpenPages openPages,
    Consumer<ItemId> openCode,
    ObservableValue<List<String>> marks,
    Supplier<Lane> lanes) {

  /// Goes to a page of a gazette issue.
  @FunctionalInterface
  public interface OpenPages {
    void open(ItemId issue, int page, boolean reflowed);
  }
}
