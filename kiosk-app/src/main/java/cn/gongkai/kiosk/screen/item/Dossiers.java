package cn.gongkai.kiosk.screen.item;

import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import cn.gongkai.kiosk.data.Content;
import cn.gongkai.kiosk.data.Listing;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.ui.reader.Dossier;
import cn.gongkai.kiosk.work.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Gathers an item and what is shown around it. Blocks on disk: only inside a load.
final class Dossiers {

  /// Relations followed in each direction.
  static final int RELATIONS_MAX = 24;

  /// Items of the same column looked at for other years.
  static final int SIBLINGS_MAX = 60;

  private final Content content;
  private final Outline outline;

  Dossiers(Content content, Outline outline) {
    this.content = content;
    this.outline = outline;
  }

  /// Empty where the item was withdrawn or never was.
  Optional<Dossier> find(ItemId id) throws FaultException {
    Optional<Item> found = content.findItem(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Item item = found.get();
    List<Dossier.Related> relations = relations(item);
    return Optional.of(
        new Dossier(
            item,
            outline.site(),
            outline.columnName(item.column()),
            relations,
            siblings(item, relations),
            content.today()));
  }

  private List<Dossier.Related> relations(Item item) throws FaultException {
    List<Dossier.Related> relations = new ArrayList<>();
    for (Relation.Kind kind : Relation.Kind.values()) {
      for (Item other : content.relatedTo(item.id(), kind)) {
        if (relations.size() < RELATIONS_MAX) {
          relations.add(new Dossier.Related(kind, true, other));
        }
      }
    }
    for (Relation relation : item.relations().stream().limit(RELATIONS_MAX).toList()) {
      content
          .findItem(relation.target())
          .ifPresent(
              other -> relations.add(new Dossier.Related(relation.kind(), false, other.summary())));
    }
    return relations;
  }

  private List<Item> siblings(Item item, List<Dossier.Related> relations) throws FaultException {
    return switch (item.details()) {
      case Details.AnnualReport ignored ->
          content.list(Listing.ofColumn(item.column()), OptionalLong.empty(), SIBLINGS_MAX).items();
      case Details.Interpretation ignored -> otherForms(relations);
      default -> List.of();
    };
  }

  /// Interpretations of the documents this one interprets.
  private List<Item> otherForms(List<Dossier.Related> relations) throws FaultException {
    List<Item> forms = new ArrayList<>();
    for (Dossier.Related related : relations) {
      if (related.kind() == Relation.Kind.INTERPRETS && !related.incoming()) {
        forms.addAll(content.relatedTo(related.other().id(), Relation.Kind.INTERPRETS));
      }
    }
    return forms.stream().limit(RELATIONS_MAX).toList();
  }
}
