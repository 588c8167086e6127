package cn.gongkai.desk.fleet;

import cn.gongkai.content.model.Hall;
import cn.gongkai.content.release.ChannelHead;
import java.util.List;

/// What a site publishes now: what every terminal should show, and where there should be one.
///
/// @param site name of the site, or where it lies
/// @param heads of all channels
/// @param halls of `halls.yaml`
public record Expected(String site, List<ChannelHead> heads, List<Hall> halls) {
  public Expected {
    heads = List.copyOf(heads);
    halls = List.copyOf(halls);
  }
}
