package cn.gongkai.content.store;

import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.ShortPath;
import cn.gongkai.content.search.Profile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The columns of an item's row, made of the item.
final class ItemValues {

  /// Days of the calendar begin here wherever a date alone says when something ends.
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  static final String INSERT =
      """
      INSERT INTO item(id, key, shown, title, column_id, division, publisher, year, published,
        docno, indexno, short, stated, effective, expires, invalidated, until, classes, topics,
        details, characters)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final int CLASS_DIGITS = 2;

  private ItemValues() {}

  /// The values for [#INSERT].
  static @Nullable Object[] of(long id, boolean shown, Item item, int characters) {
    OfficialMetadata metadata = item.metadata();
    return new @Nullable Object[] {
      id,
      item.key(),
      shown ? 1 : 0,
      item.title(),
      item.column().value(),
      metadata.division().value(),
      metadata.publisher(),
      metadata.publishedAt().getYear(),
      metadata.publishedAt().toEpochSecond(),
      metadata.documentNumber().map(Object::toString).orElse(null),
      metadata.indexNumber().map(Object::toString).orElse(null),
      ShortPath.of(item.id()).value(),
      metadata.stated().name(),
      day(metadata.effectiveOn()),
      day(metadata.expiresOn()),
      day(metadata.invalidatedOn()),
      until(item),
      String.join(",", new TreeSet<>(classes(item))),
      String.join(",", new TreeSet<>(item.topics())),
      Profile.Kind.of(item.details()).name(),
      characters
    };
  }

  /// Every theme code with the code of its class, so that either finds the item.
  static Set<String> themes(Item item) {
    Set<String> themes = classes(item);
    themes.addAll(item.metadata().themes());
    return themes;
  }

  private static Set<String> classes(Item item) {
    Set<String> classes = new HashSet<>();
    for (String code : item.metadata().themes()) {
      classes.add(code.substring(0, Math.min(CLASS_DIGITS, code.length())));
    }
    return classes;
  }

  private static @Nullable Long day(Optional<LocalDate> date) {
    return date.map(LocalDate::toEpochDay).orElse(null);
  }

  /// Second from which the item is not shown any more: what the publisher set, or the day on which
  /// a credit entry must be taken down or the day after a code's last.
  private static @Nullable Long until(Item item) {
    Stream<Long> ends =
        Stream.of(
                item.metadata().onlineUntil().map(end -> end.toEpochSecond()),
                item.details() instanceof Details.CreditEntry entry
                    ? entry.removeOn().map(ItemValues::startOf)
                    : Optional.<Long>empty(),
                item.details() instanceof Details.Code code
                    ? code.expiresOn().map(last -> startOf(last.plusDays(1)))
                    : Optional.<Long>empty())
            .flatMap(Optional::stream);
    return ends.min(Long::compare).orElse(null);
  }

  private static long startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toEpochSecond();
  }
}
