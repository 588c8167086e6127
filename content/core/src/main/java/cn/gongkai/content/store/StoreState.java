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
/// @param unreadable items of this generation that the reader had to leave out so far, because
///   their texts cannot be read (`STORE-TEXT`); 0 for a writer
/// @param appliedAt when the last release was applied, by the terminal's clock
public record StoreState(
    long generation,
    List<ChannelHead> heads,
    Optional<Instant> asOf,
    Optional<Instant> appliedAt,
    int unreadable) {
  public StoreState {
    heads = List.copyOf(heads);
  }

  StoreState leavingOut(int items) {
    return new StoreState(generation, heads, asOf, appliedAt, items);
  }
}
