package cn.gongkai.content.store;

import java.time.OffsetDateTime;

/// Chronological row ids: `day of publication * 4096 + place within the day`, the place growing
/// with the time of day. Items that share a place take the next free one, so that a day of more
/// than 4096 items runs over into the next: dates are read from the row, never from its id.
final class RowIds {

  private static final long PLACES = 4096;
  private static final long SECONDS = 86_400;

  private static final String FIRST_FREE =
      """
      SELECT CASE WHEN NOT EXISTS(SELECT 1 FROM item WHERE id = ?1) THEN ?1 ELSE
        (SELECT min(a.id) + 1 FROM item a WHERE a.id >= ?1
          AND NOT EXISTS(SELECT 1 FROM item b WHERE b.id = a.id + 1)) END""";

  private final Database database;
  private long lastWanted = Long.MIN_VALUE;
  private long lastGiven;

  RowIds(Database database) {
    this.database = database;
  }

  /// Where many items in a row want the same place, the search goes on from the last one.
  long free(OffsetDateTime published) throws StoreException {
    long wanted = wanted(published);
    long given = database.number(FIRST_FREE, wanted == lastWanted ? lastGiven : wanted);
    lastWanted = wanted;
    lastGiven = given;
    return given;
  }

  static long wanted(OffsetDateTime published) {
    long second = published.toLocalTime().toSecondOfDay();
    return published.toLocalDate().toEpochDay() * PLACES + second * PLACES / SECONDS;
  }
}
