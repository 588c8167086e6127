package cn.gongkai.kiosk.screen.home;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Topic;
import cn.gongkai.kiosk.work.Fault;
import java.util.List;

/// What the first screen shows.
sealed interface HomeState {

  /// No content yet.
  record Loading() implements HomeState {}

  /// @param town name of the hall's own division; empty in the county's hall
  /// @param ownNews the newest of that division
  /// @param newest the newest of all, without those of `ownNews`
  record Ready(
      List<Tile> tiles, List<Topic> topics, String town, List<Item> ownNews, List<Item> newest)
      implements HomeState {
    public Ready {
      tiles = List.copyOf(tiles);
      topics = List.copyOf(topics);
      ownNews = List.copyOf(ownNews);
      newest = List.copyOf(newest);
    }
  }

  record Failed(Fault fault) implements HomeState {}

  /// A big tile.
  ///
  /// @param facts count and 更新于, in words
  record Tile(ColumnId column, String name, String icon, String about, String facts) {}
}
