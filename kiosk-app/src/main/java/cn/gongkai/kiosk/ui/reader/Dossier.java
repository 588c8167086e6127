package cn.gongkai.kiosk.ui.reader;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.model.Site;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/// An item with all that is shown around it, of one release.
///
/// @param columnName name of the item's column
/// @param relations items it points to or that point to it, still published
/// @param siblings items of the same kind in the same column, such as other years' reports
/// @param today the day for which validity and states are computed
public record Dossier(
    Item item,
    Site site,
    String columnName,
    List<Related> relations,
    List<Item> siblings,
    LocalDate today) {

  /// An item on the other side of a relation.
  ///
  /// @param incoming true where the other item carries the relation
  /// @param other a summary
  public record Related(Relation.Kind kind, boolean incoming, Item other) {}

  public Dossier {
    relations = List.copyOf(relations);
    siblings = List.copyOf(siblings);
  }

  public ItemId id() {
    return item.id();
  }

  /// Where the item can be read on a phone.
  public URI phonePage() {
    return site.phonePage(item.id());
  }

  /// Others that carry a relation of this kind to the item.
  public List<Item> incoming(Relation.Kind kind) {
    return side(kind, true);
  }

  /// Others the item carries a relation of this kind to.
  public List<Item> outgoing(Relation.Kind kind) {
    return side(kind, false);
  }

  private List<Item> side(Relation.Kind kind, boolean incoming) {
    return relations.stream()
        .filter(related -> related.kind() == kind && related.incoming() == incoming)
        .map(Related::other)
        .toList();
  }
}
