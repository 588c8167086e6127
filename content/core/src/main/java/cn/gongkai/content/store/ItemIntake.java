package cn.gongkai.content.store;

import cn.gongkai.content.model.Item;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The items of one transaction on their way into [ItemRows]: their texts are packed on another
/// thread while the rows of those before are written. Order counts only between changes of the same
/// item, and there it is kept.
final class ItemIntake implements AutoCloseable {

  private final ItemRows rows;
  private final Packer packer = new Packer();
  private final Ahead<ItemTexts> ahead = new Ahead<>();
  private final Set<String> waiting = new HashSet<>();

  ItemIntake(ItemRows rows) {
    this.rows = rows;
  }

  /// @throws StoreException also for an item put before
  void put(Item item, String json) throws StoreException {
    if (waiting.contains(item.key())) {
      writeAll();
    }
    waiting.add(item.key());
    ahead.add(json.length(), () -> ItemTexts.of(item, json, packer));
    while (ahead.isFull() && writeOne()) {
      // room for the next one
    }
  }

  void remove(String key) throws StoreException {
    if (waiting.contains(key)) {
      writeAll();
    }
    rows.remove(key);
  }

  /// Writes what waits, shows what can be shown and makes it findable.
  void finish() throws StoreException {
    writeAll();
    rows.finish();
  }

  private void writeAll() throws StoreException {
    while (writeOne()) {
      // the next one
    }
  }

  private boolean writeOne() throws StoreException {
    Optional<ItemTexts> texts = ahead.take();
    if (texts.isEmpty()) {
      return false;
    }
    waiting.remove(texts.get().item().key());
    rows.put(texts.get());
    return true;
  }

  /// Gives up what has not been written.
  @Override
  public void close() {
    ahead.closeWith(packer::close);
  }
}
