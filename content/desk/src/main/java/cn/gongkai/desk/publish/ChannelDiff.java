package cn.gongkai.desk.publish;

import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.HeadDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is different between a channel as published and as authored. Revisions go up here, and only
/// for items that differ.
///
/// @param after every entity that was compared and lives once the changes are applied
record ChannelDiff(
    PublishedState before,
    List<Change> changes,
    SortedMap<EntityRef, LiveEntity> after,
    int added,
    int changed,
    int withdrawn) {

  /// Of staff interest only; the public page says no more than that it was withdrawn.
  private static final String REASON = "不再在发布文件夹中";

  static ChannelDiff of(PublishedState before, Collection<Entity> authored, Instant now) {
    return compare(
        before,
        authored,
        now,
        (entity, old) -> {
          if (old == null) {
            return entity;
          }
          Entity same = withRevision(entity, old.revision());
          boolean changed = !HeadDigest.hash(EntityJson.write(same)).equals(old.hash());
          return changed ? withRevision(entity, old.revision() + 1) : same;
        });
  }

  /// As [#of], of a channel whose township has counted the revisions.
  ///
  /// @param next what the township has signed
  static ChannelDiff signed(
      PublishedState before, Collection<Entity> authored, PublishedState next, Instant now) {
    return compare(
        before,
        authored,
        now,
        (entity, old) -> {
          LiveEntity signed = next.live().get(entity.ref());
          return signed == null ? entity : withRevision(entity, signed.revision());
        });
  }

  private interface Revised {
    Entity of(Entity entity, @Nullable LiveEntity old);
  }

  private static ChannelDiff compare(
      PublishedState before, Collection<Entity> authored, Instant now, Revised revised) {
    List<Change> changes = new ArrayList<>();
    SortedMap<EntityRef, LiveEntity> after = new TreeMap<>(HeadDigest.ORDER);
    int added = 0;
    int changed = 0;
    List<Entity> sorted =
        authored.stream().sorted(Comparator.comparing(Entity::ref, HeadDigest.ORDER)).toList();
    for (Entity entity : sorted) {
      LiveEntity old = before.live().get(entity.ref());
      Entity same = revised.of(entity, old);
      String json = EntityJson.write(same);
      if (old != null && HeadDigest.hash(json).equals(old.hash())) {
        after.put(entity.ref(), old);
        continue;
      }
      added += old == null ? 1 : 0;
      changed += old == null ? 0 : 1;
      changes.add(new Change.Put(same, json));
      after.put(entity.ref(), LiveEntity.of(same, json));
    }
    int withdrawn = 0;
    for (EntityRef ref : before.live().keySet()) {
      if (!after.containsKey(ref)) {
        withdrawn++;
        changes.add(new Change.Delete(ref, REASON, now));
      }
    }
    return new ChannelDiff(before, changes, after, added, changed, withdrawn);
  }

  static Entity withRevision(Entity entity, int revision) {
    return entity instanceof Item item
        ? new Item(
            item.id(),
            item.column(),
            item.title(),
            item.subtitle(),
            item.metadata(),
            item.topics(),
            item.details(),
            item.relations(),
            item.attachments(),
            item.body(),
            revision)
        : entity;
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  /// Items that are no longer there.
  List<EntityRef> withdrawnItems() {
    return changes.stream()
        .filter(Change.Delete.class::isInstance)
        .map(Change::ref)
        .filter(ref -> ref.kind() == EntityKind.ITEM)
        .toList();
  }

  /// @param sequence where the channel stands after the changes
  PublishOutcome.ChannelChange summary(long sequence) {
    return new PublishOutcome.ChannelChange(before.channel(), sequence, added, changed, withdrawn);
  }
}
