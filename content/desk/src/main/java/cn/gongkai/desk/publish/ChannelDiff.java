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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is different between a channel as published and as authored. Revisions go up here, and only
/// for items that differ.
///
/// The text of what changed is made again where it is needed and not held: the first time it is all
/// there is.
///
/// @param puts what is new or differs, with its new revision
/// @param deletes what is gone
/// @param after every entity that was compared and lives once the changes are applied
record ChannelDiff(
    PublishedState before,
    List<Entity> puts,
    List<Change.Delete> deletes,
    SortedMap<EntityRef, LiveEntity> after,
    int added) {

  /// Of staff interest only; the public page says no more than that it was withdrawn.
  private static final String REASON = "不再在发布文件夹中";

  static ChannelDiff of(PublishedState before, Collection<Entity> authored, Instant now) {
    return compare(
        before,
        authored,
        now,
        (entity, old) -> old == null ? entity : withRevision(entity, old.revision()),
        (entity, old) -> old == null ? entity : withRevision(entity, old.revision() + 1));
  }

  /// As [#of], of a channel whose township has counted the revisions.
  ///
  /// @param next what the township has signed
  static ChannelDiff signed(
      PublishedState before, Collection<Entity> authored, PublishedState next, Instant now) {
    Revised signed =
        (entity, old) -> {
          LiveEntity there = next.live().get(entity.ref());
          return there == null ? entity : withRevision(entity, there.revision());
        };
    return compare(before, authored, now, signed, signed);
  }

  private interface Revised {
    Entity of(Entity entity, @Nullable LiveEntity old);
  }

  /// @param kept the entity as it is if nothing has changed
  /// @param changed the entity as it is if something has
  private static ChannelDiff compare(
      PublishedState before,
      Collection<Entity> authored,
      Instant now,
      Revised kept,
      Revised changed) {
    List<Entity> puts = new ArrayList<>();
    SortedMap<EntityRef, LiveEntity> after = new TreeMap<>(HeadDigest.ORDER);
    int added = 0;
    List<Entity> sorted =
        authored.stream().sorted(Comparator.comparing(Entity::ref, HeadDigest.ORDER)).toList();
    for (Entity entity : sorted) {
      LiveEntity old = before.live().get(entity.ref());
      Entity same = kept.of(entity, old);
      String json = EntityJson.write(same);
      if (old != null && HeadDigest.hash(json).equals(old.hash())) {
        after.put(entity.ref(), old);
        continue;
      }
      added += old == null ? 1 : 0;
      Entity put = changed.of(entity, old);
      puts.add(put);
      after.put(entity.ref(), LiveEntity.of(put, old == null ? json : EntityJson.write(put)));
    }
    List<Change.Delete> deletes =
        before.live().keySet().stream()
            .filter(ref -> !after.containsKey(ref))
            .map(ref -> new Change.Delete(ref, REASON, now))
            .toList();
    return new ChannelDiff(before, puts, deletes, after, added);
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
    return size() == 0;
  }

  /// How many changes there are.
  int size() {
    return puts.size() + deletes.size();
  }

  /// The changes in the order of their numbers, each made when it is asked for.
  Stream<Change> changes() {
    return Stream.concat(
        puts.stream().map(put -> new Change.Put(put, EntityJson.write(put))), deletes.stream());
  }

  /// Names of everything that changed.
  Stream<EntityRef> refs() {
    return Stream.concat(puts.stream().map(Entity::ref), deletes.stream().map(Change::ref));
  }

  /// Items that are no longer there.
  List<EntityRef> withdrawnItems() {
    return deletes.stream().map(Change::ref).filter(ref -> ref.kind() == EntityKind.ITEM).toList();
  }

  /// @param sequence where the channel stands after the changes
  PublishOutcome.ChannelChange summary(long sequence) {
    return new PublishOutcome.ChannelChange(
        before.channel(), sequence, added, puts.size() - added, deletes.size());
  }
}
