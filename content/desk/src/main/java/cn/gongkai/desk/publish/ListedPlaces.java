package cn.gongkai.desk.publish;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.desk.index.IndexRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// Where in the lists of columns something changed: pages of older items than that stay as they
/// are.
final class ListedPlaces {

  /// The oldest first, the order of pages.
  private static final Comparator<LiveEntity.Place> OLDEST =
      Comparator.comparing(LiveEntity.Place::publishedAt)
          .thenComparing(LiveEntity.Place::id, Comparator.reverseOrder());

  private final RowItems items;
  private final Map<String, LiveEntity.Place> oldest = new HashMap<>();

  private ListedPlaces(RowItems items) {
    this.items = items;
  }

  static ListedPlaces of(PhonePages.Changes changes, RowItems items) {
    ListedPlaces places = new ListedPlaces(items);
    changes.itemsBefore().forEach(entity -> entity.place().ifPresent(places::add));
    changes.items().forEach(id -> items.row(id).ifPresent(row -> places.add(places.place(row))));
    return places;
  }

  private LiveEntity.Place place(IndexRow row) {
    return new LiveEntity.Place(items.columnOf(row), row.publishedAt(), new ItemId(row.id()));
  }

  private void add(LiveEntity.Place place) {
    oldest.merge(place.column(), place, (a, b) -> OLDEST.compare(a, b) <= 0 ? a : b);
  }

  boolean concern(ColumnId column) {
    return oldest.containsKey(column.value());
  }

  /// How many items of a concerned column are older than the oldest one that changed.
  int olderThanOldest(ColumnId column) {
    LiveEntity.Place place = oldest.get(column.value());
    if (place == null) {
      return 0;
    }
    long published = place.publishedAt().getEpochSecond();
    String id = place.id().value();
    int older = 0;
    for (IndexRow row : items.rowsOf(column.value())) {
      boolean same = row.published() == published;
      if (same ? row.id().compareTo(id) > 0 : row.published() < published) {
        older++;
      }
    }
    return older;
  }
}
