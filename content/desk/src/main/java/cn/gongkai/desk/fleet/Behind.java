package cn.gongkai.desk.fleet;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How what a terminal holds differs from what is published.
///
/// @param changes of all channels that it has not got
/// @param by how much newer the published content is
/// @param otherDigest a channel of the same number has another digest
/// @param ahead it holds more than is published
record Behind(long changes, Optional<Duration> by, boolean otherDigest, boolean ahead) {

  boolean isNone() {
    return changes == 0 && !otherDigest && !ahead;
  }

  static Behind of(List<ChannelHead> heads, List<ChannelHead> expected) {
    Map<Channel, ChannelHead> held = new HashMap<>();
    heads.forEach(head -> held.putIfAbsent(head.channel(), head));
    long changes = 0;
    boolean other = false;
    boolean ahead = false;
    Optional<Duration> by = Optional.empty();
    for (ChannelHead published : expected) {
      Optional<ChannelHead> mine = Optional.ofNullable(held.get(published.channel()));
      long sequence = mine.map(ChannelHead::sequence).orElse(0L);
      if (sequence < published.sequence()) {
        changes += published.sequence() - sequence;
        Instant from = mine.map(ChannelHead::asOf).orElse(published.asOf());
        Duration late = Duration.between(from, published.asOf());
        by = by.filter(it -> it.compareTo(late) > 0).or(() -> Optional.of(late));
      } else if (sequence > published.sequence()) {
        ahead = true;
      } else if (mine.filter(it -> !it.digest().equals(published.digest())).isPresent()) {
        other = true;
      }
    }
    return new Behind(changes, by, other, ahead);
  }
}
