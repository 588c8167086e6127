package cn.gongkai.desk.publish;

import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.sign.Repository;
import cn.gongkai.content.release.sign.SigningKeys;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.desk.authoring.Authored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is different in every channel between the site and the authored folder, and which of it
/// townships have signed themselves.
///
/// @param diffs of all channels, the county's first
/// @param taken releases of townships that wait, by channel
record Comparison(List<ChannelDiff> diffs, SortedMap<Channel, TownInbox.Waiting> taken) {

  /// Who signs what, and what waits to be published.
  record Signers(SigningKeys keys, Repository repository, TownInbox inbox) {}

  /// @throws PublishException `PUBLISH-TOWN-DIFFERS` where the folder says something else than the
  ///   township, which alone can sign it
  static Comparison of(Authored.Content content, SiteState state, Signers signers, Instant asOf)
      throws PublishException, ReleaseException {
    Map<Channel, List<Entity>> authored = new TreeMap<>();
    authored.put(Channel.COUNTY, new ArrayList<>());
    state.channels().keySet().forEach(channel -> authored.put(channel, new ArrayList<>()));
    content
        .entries()
        .map(entry -> (Entity) entry.entity())
        .forEach(
            entity ->
                authored
                    .computeIfAbsent(Channel.of(entity.ref()), k -> new ArrayList<>())
                    .add(entity));
    List<ChannelDiff> diffs = new ArrayList<>();
    SortedMap<Channel, TownInbox.Waiting> taken = new TreeMap<>();
    for (Map.Entry<Channel, List<Entity>> each : authored.entrySet()) {
      Channel channel = each.getKey();
      PublishedState before = state.of(channel);
      Optional<TownInbox.Waiting> waiting = signers.inbox().find(channel, signers.repository());
      if (waiting.isPresent()) {
        taken.put(channel, waiting.get());
        diffs.add(ChannelDiff.signed(before, each.getValue(), waiting.get().state(), asOf));
        continue;
      }
      ChannelDiff diff = ChannelDiff.of(before, each.getValue(), asOf);
      if (!diff.isEmpty() && signers.keys().isElsewhere(channel)) {
        throw differs(channel, diff.refs().findFirst().orElseThrow());
      }
      diffs.add(diff);
    }
    return new Comparison(diffs, taken);
  }

  private static PublishException differs(Channel channel, Object what) {
    return new PublishException(
        "PUBLISH-TOWN-DIFFERS",
        "the folder says something else than what " + channel + " has signed: " + what);
  }

  /// Requires that the waiting releases are what the folder says.
  ///
  /// @throws PublishException `PUBLISH-TOWN-DIFFERS`
  void requireSigned(ReleaseRows rows) throws PublishException {
    for (ChannelDiff diff : diffs) {
      TownInbox.Waiting waiting = taken.get(diff.before().channel());
      if (waiting == null) {
        continue;
      }
      ChannelHead signed = waiting.channel().head();
      ChannelHead ours = rows.head(waiting.town(), signed.sequence(), signed.asOf(), diff.after());
      if (!ours.digest().equals(signed.digest())) {
        throw differs(waiting.town(), firstDifference(diff, waiting));
      }
    }
  }

  private static Object firstDifference(ChannelDiff diff, TownInbox.Waiting waiting) {
    for (EntityRef ref : diff.refs().toList()) {
      LiveEntity signed = waiting.state().live().get(ref);
      LiveEntity ours = diff.after().get(ref);
      if (signed == null ? ours != null : ours == null || !ours.hash().equals(signed.hash())) {
        return ref;
      }
    }
    return waiting.state().live().size() + " items signed";
  }

  /// Channels that the county signs.
  List<ChannelDiff> ours(SigningKeys keys) throws ReleaseException {
    List<ChannelDiff> ours = new ArrayList<>();
    for (ChannelDiff diff : diffs) {
      Channel channel = diff.before().channel();
      if (!taken.containsKey(channel) && !keys.isElsewhere(channel)) {
        ours.add(diff);
      }
    }
    return ours;
  }

  /// True where there is something to publish.
  boolean isRelease() {
    return hasChanged() || !taken.isEmpty();
  }

  boolean hasChanged() {
    return diffs.stream().anyMatch(diff -> !diff.isEmpty());
  }

  List<PublishedChannel> takenChannels() {
    return taken.values().stream().map(TownInbox.Waiting::channel).toList();
  }

  Map<Channel, byte[]> roleFiles() {
    return taken.values().stream()
        .collect(Collectors.toMap(TownInbox.Waiting::town, TownInbox.Waiting::roleFile));
  }

  /// Every entity that was compared and lives once the changes are applied.
  Map<EntityRef, LiveEntity> after() {
    Map<EntityRef, LiveEntity> after = new HashMap<>();
    diffs.forEach(diff -> after.putAll(diff.after()));
    return after;
  }

  /// What has changed, channel by channel.
  List<PublishOutcome.ChannelChange> summary() {
    List<PublishOutcome.ChannelChange> changes = new ArrayList<>();
    for (ChannelDiff diff : diffs) {
      TownInbox.Waiting waiting = taken.get(diff.before().channel());
      if (waiting != null) {
        changes.add(diff.summary(waiting.channel().head().sequence()));
      } else if (!diff.isEmpty()) {
        changes.add(diff.summary(diff.before().sequence() + diff.size()));
      }
    }
    return changes;
  }
}
