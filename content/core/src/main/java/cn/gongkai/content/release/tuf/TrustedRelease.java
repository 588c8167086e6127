package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What may be shown: every channel whose signed role has been verified, in one consistent state.
///
/// @param channels the county's first
/// @param refused channels that stay as they are, and why: a stolen or careless township's key
///   harms no other
/// @param freshUntil when the first of the top-level files expires
/// @param fresh false where that has passed: authentic, freshness unknown
/// @param clockBehind true where the clock shows less than a time that has been signed
public record TrustedRelease(
    List<PublishedChannel> channels,
    List<RefusedChannel> refused,
    Instant freshUntil,
    boolean fresh,
    boolean clockBehind) {

  /// A channel of which nothing new is accepted.
  public record RefusedChannel(Channel channel, String code, String expected, String actual) {}

  public TrustedRelease {
    channels = List.copyOf(channels);
    refused = List.copyOf(refused);
  }

  public Optional<PublishedChannel> find(Channel channel) {
    return channels.stream().filter(c -> c.channel().equals(channel)).findFirst();
  }
}
