package cn.gongkai.content.store;

import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.search.ItemWords;

/// An item as its rows hold it: all that can be made of it without the database.
///
/// @param characters of its words
record ItemTexts(Item item, int characters, byte[] card, byte[] body, byte[] json) {

  /// @param json the item's signed text
  static ItemTexts of(Item item, String json, Packer packer) {
    String words = ItemWords.of(item);
    return new ItemTexts(
        item,
        words.length(),
        packer.pack(EntityJson.write(item.summary())),
        packer.pack(words),
        packer.pack(json, words));
  }
}
