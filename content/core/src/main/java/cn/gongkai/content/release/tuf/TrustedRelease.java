package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.Authority;
import cn.gongkai.content.release.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What may be shown: every channel whose signed role has been verified, in one consistent state.
///
/// @param channels the county's first
/// @param authorities who may sign each of them, and each of those refused
/// @param refused channels that stay as they are, and why: a stolen or careless township's key
///   harms no other
/// @param freshUntil when the first of the top-level files expires
/// @param fresh false where that has passed: authentic, freshness unknown
/// @param clockBehind true where the clock shows less than a time that has been signed
public record TrustedRelease(
    List<PublishedChannel> channels,
    Map<Channel, Authority> authorities,
    List<RefusedChannel> refused,
    Instant freshUntil,
    boolean fresh,
    boolean clockBehind) {

  /// A channel of which nothing new is accepted.
  public record RefusedChannel(Channel channel, String code, String expected, String actual) {}

  public TrustedRelease {
    channels = List.copyOf(channels);
    authorities = Map.copyOf(authorities);
    refused = List.copyOf(refused);
  }

  /// @param channel one of [#channels]
  public Authority authority(Channel channel) {
    return findAuthority(channel).orElseThrow();
  }

  /// Who may sign a channel, also where it is refused.
  public Optional<Authority> findAuthority(Channel channel) {
    return Optional.ofNullable(authorities.get(channel));
  }

  public Optional<PublishedChannel> find(Channel channel) {
    return channels.stream().filter(c -> c.channel().equals(channel)).findFirst();
  }
}
