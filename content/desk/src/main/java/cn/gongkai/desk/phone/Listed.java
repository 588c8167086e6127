package cn.gongkai.desk.phone;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

/// An item as other pages than its own show it.
public record Listed(
    ItemId id,
    ColumnId column,
    String title,
    String publisher,
    OffsetDateTime publishedAt,
    List<Relation> relations) {

  /// By the second, because that is how finely the lists of a site are kept.
  public static final Comparator<Listed> NEWEST =
      Comparator.comparingLong((Listed item) -> item.publishedAt().toEpochSecond())
          .reversed()
          .thenComparing(Listed::id);

  public Listed {
    relations = List.copyOf(relations);
  }

  public static Listed of(Item item) {
    return new Listed(
        item.id(),
        item.column(),
        item.title(),
        item.metadata().publisher(),
        item.metadata().publishedAt(),
        item.relations());
  }

  boolean carries(Relation.Kind kind, ItemId target) {
    return relations.stream().anyMatch(r -> r.kind() == kind && r.target().equals(target));
  }
}
