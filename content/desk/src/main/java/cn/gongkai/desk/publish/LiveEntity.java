package cn.gongkai.desk.publish;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.HeadDigest;
import java.util.List;

/// What is remembered of a published entity: enough to see whether it has changed, not its text.
///
/// @param hash of its JSON
/// @param revision of an item; 1 for anything else
/// @param blobs by SHA-256
record LiveEntity(String hash, int revision, List<String> blobs) {

  static LiveEntity of(Entity entity, String json) {
    String hash = HeadDigest.hash(json);
    return entity instanceof Item item
        ? new LiveEntity(hash, item.revision(), item.blobs().stream().map(BlobRef::sha256).toList())
        : new LiveEntity(hash, 1, List.of());
  }
}
