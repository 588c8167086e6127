package cn.gongkai.desk.gate;

import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Link;
import cn.gongkai.content.model.Relation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The other items that an item refers to: by a relation, a link in the text or a table of
/// contents.
public final class Mentions {

  private Mentions() {}

  public static List<ItemId> of(Item item) {
    Stream<ItemId> related = item.relations().stream().map(Relation::target);
    Stream<ItemId> linked =
        Texts.links(item.body())
            .flatMap(link -> link instanceof Link.ToItem to ? Stream.of(to.id()) : Stream.empty());
    Stream<ItemId> contained =
        item.details() instanceof Details.GazetteIssue issue
            ? issue.contents().stream().map(Details.Article::item).flatMap(Optional::stream)
            : Stream.empty();
    return Stream.of(related, linked, contained).flatMap(s -> s).distinct().toList();
  }
}
