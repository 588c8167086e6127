package cn.gongkai.kiosk.data;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Hall;
import cn.gongkai.content.model.Site;
import cn.gongkai.content.model.Synonym;
import cn.gongkai.content.model.Topic;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The small things of one release, all in memory: the site, its column tree, halls, topics and
/// words. Screens are built from it without waiting.
///
/// @param generation of the release
/// @param columns in no particular order
/// @param filled columns that hold something, themselves or below them
public record Outline(
    long generation,
    Site site,
    List<Column> columns,
    Map<ColumnId, Filled> filled,
    List<Hall> halls,
    List<Topic> topics,
    List<Synonym> synonyms) {

  /// How much a column and those below it hold.
  ///
  /// @param newest publication time of the newest item (更新于)
  public record Filled(long items, OffsetDateTime newest) {}

  public Outline {
    columns = List.copyOf(columns);
    filled = Map.copyOf(filled);
    halls = List.copyOf(halls);
    synonyms = List.copyOf(synonyms);
    topics = topics.stream().sorted(Comparator.comparingInt(Topic::order)).toList();
  }

  public Optional<Column> findColumn(ColumnId id) {
    return columns.stream().filter(column -> column.id().equals(id)).findFirst();
  }

  public Optional<Filled> findFilled(ColumnId id) {
    return Optional.ofNullable(filled.get(id));
  }

  public Optional<Topic> findTopic(String id) {
    return topics.stream().filter(topic -> topic.id().equals(id)).findFirst();
  }

  public Optional<Hall> findHall(String id) {
    return halls.stream().filter(hall -> hall.id().equals(id)).findFirst();
  }

  /// Columns directly below one that hold something, in their order.
  public List<Column> filledChildren(ColumnId parent) {
    return columns.stream()
        .filter(column -> column.parent().filter(parent::equals).isPresent())
        .filter(column -> filled.containsKey(column.id()))
        .sorted(Comparator.comparingInt(Column::order))
        .toList();
  }

  /// The home screen's columns in the county's order, those that hold something.
  public List<Column> tiles() {
    return site.tiles().stream()
        .filter(filled::containsKey)
        .flatMap(id -> findColumn(id).stream())
        .toList();
  }

  /// Name of a column, its id where it is unknown.
  public String columnName(ColumnId id) {
    return findColumn(id).map(Column::name).orElse(id.value());
  }
}
