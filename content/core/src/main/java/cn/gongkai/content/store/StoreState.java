package cn.gongkai.content.store;

import cn.gongkai.content.release.ChannelHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the store holds as a whole.
///
/// @param generation grows by one with every applied release; a reader that sees another number
///   reloads what it shows
/// @param heads one for each channel
/// @param asOf the newest of their times; empty before the first release
/// @param appliedAt when the last release was applied, by the terminal's clock
public record StoreState(
    long generation, List<ChannelHead> heads, Optional<Instant> asOf, Optional<Instant> appliedAt) {
  public StoreState {
    heads = List.copyOf(heads);
  }
}
