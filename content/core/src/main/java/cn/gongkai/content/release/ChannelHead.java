package cn.gongkai.content.release;

import java.time.Instant;

/// Where a channel stands after a release.
///
/// @param sequence number of its newest change, 0 for an empty channel
/// @param asOf when the desk published it: what a terminal shows as 内容更新于
/// @param digest lower-case hex of SHA-256 over the lines `kind/key SP sha256-of-json LF` of all
///   live entities, sorted by kind and key: recomputed from the store it proves what a terminal
///   holds
/// @param entities how many entities are live
public record ChannelHead(
    Channel channel, long sequence, Instant asOf, String digest, int entities) {}
