package cn.gongkai.content.store;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.HeadDigest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The desk's side of a test: remembers what is live as a plain map and releases changes of it.
final class Releases {

  static final Instant NOW = Instant.parse("2023-11-20T00:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  final Map<EntityRef, Entity> live = new TreeMap<>(HeadDigest.ORDER);
  private final List<Change> changes = new ArrayList<>();
  private final Set<Channel> channels = new LinkedHashSet<>();
  private final Set<Channel> bases = new LinkedHashSet<>();
  private long sequence;

  Releases put(Entity... entities) {
    for (Entity entity : entities) {
      live.put(entity.ref(), entity);
      changes.add(new Change.Put(entity, EntityJson.write(entity)));
      channels.add(Channel.of(entity.ref()));
    }
    return this;
  }

  Releases put(Draft... entries) {
    for (Draft entry : entries) {
      put(entry.make());
    }
    return this;
  }

  Releases delete(EntityRef ref) {
    live.remove(ref);
    changes.add(new Change.Delete(ref, "含个人信息", NOW));
    channels.add(Channel.of(ref));
    return this;
  }

  /// The next release replaces the channel's state by what is live.
  Releases base(Channel channel) {
    changes.removeIf(change -> Channel.of(change.ref()).equals(channel));
    channels.add(channel);
    bases.add(channel);
    for (Entity entity : live.values()) {
      if (Channel.of(entity.ref()).equals(channel)) {
        changes.add(new Change.Put(entity, EntityJson.write(entity)));
      }
    }
    return this;
  }

  /// Forgets an entity without saying so: only a base makes it go.
  Releases forget(EntityRef ref) {
    live.remove(ref);
    return this;
  }

  /// What the next release says, in order.
  List<Change> changes() {
    return List.copyOf(changes);
  }

  void fill(ContentWriter.Apply apply) throws StoreException {
    for (Channel channel : bases) {
      apply.startFromBase(channel);
    }
    for (Change change : changes) {
      apply.change(Channel.of(change.ref()), change);
    }
  }

  void applyTo(ContentWriter writer) throws StoreException {
    try (ContentWriter.Apply apply = writer.begin()) {
      fill(apply);
      apply.commit(heads());
    }
    done();
  }

  void done() {
    changes.clear();
    channels.clear();
    bases.clear();
  }

  List<ChannelHead> heads() {
    sequence++;
    return channels.stream().map(this::head).toList();
  }

  ChannelHead head(Channel channel) {
    HeadDigest digest = new HeadDigest();
    live.forEach(
        (ref, entity) -> {
          if (Channel.of(ref).equals(channel)) {
            digest.add(ref, HeadDigest.hash(EntityJson.write(entity)));
          }
        });
    return digest.toHead(channel, sequence, Instant.parse("2023-11-19T23:00:00Z"));
  }

  static BlobRef blob(String content) {
    try {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      String sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      return new BlobRef(sha, bytes.length, "text/plain", List.of());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static BlobRef deliver(ContentWriter writer, String content) throws Exception {
    BlobRef blob = blob(content);
    Path incoming = writer.incoming(blob);
    Files.writeString(incoming, content);
    writer.acceptBlob(blob, incoming);
    return blob;
  }
}
