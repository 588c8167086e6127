package cn.gongkai.desk.gate;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Link;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.model.Site;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.authoring.Source;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Whatever is referred to is there: columns, topics, tiles, related items, links in the text.
final class ReferencesCheck implements Check {

  private final Predicate<EntityRef> elsewhere;

  /// @param elsewhere true of what is there though the content does not hold it
  ReferencesCheck(Predicate<EntityRef> elsewhere) {
    this.elsewhere = elsewhere;
  }

  @Override
  public void check(Authored.Content content, Findings findings) {
    Set<EntityRef> known =
        content.entries().map(e -> e.entity().ref()).collect(Collectors.toUnmodifiableSet());
    new Pass(ref -> known.contains(ref) || elsewhere.test(ref), findings).check(content);
  }

  private record Pass(Predicate<EntityRef> known, Findings findings) {

    void check(Authored.Content content) {
      Source source = content.site().source();
      Site site = content.site().entity();
      site.tiles().forEach(tile -> column(tile, source, "tiles"));
      site.attract().forEach(item -> item(item, source, "attract"));
      content
          .columns()
          .forEach(c -> c.entity().parent().ifPresent(p -> column(p, c.source(), "parent")));
      content.items().forEach(this::item);
    }

    private void item(Entry<Item> entry) {
      Item item = entry.entity();
      Source source = entry.source();
      column(item.column(), source, "column");
      item.topics()
          .forEach(topic -> require(EntityKind.TOPIC, topic, source, source.lineWith(topic)));
      for (Relation relation : item.relations()) {
        item(relation.target(), source, "relations");
      }
      Texts.links(item.body())
          .forEach(
              link -> {
                if (link instanceof Link.ToItem to) {
                  int line = source.lineWith("item:" + to.id());
                  require(EntityKind.ITEM, to.id().value(), source, line);
                }
              });
      if (item.details() instanceof Details.GazetteIssue issue) {
        issue.contents().forEach(a -> a.item().ifPresent(id -> item(id, source, "gazette")));
      }
    }

    private void column(ColumnId id, Source source, String field) {
      require(EntityKind.COLUMN, id.value(), source, line(source, field, id.value()));
    }

    private void item(ItemId id, Source source, String field) {
      require(EntityKind.ITEM, id.value(), source, line(source, field, id.value()));
    }

    /// The line of the value itself where it stands at or below the field.
    private static int line(Source source, String field, String value) {
      int from = source.lineOf(field);
      for (int i = from - 1; i < source.lines().size(); i++) {
        if (source.lines().get(i).contains(value)) {
          return i + 1;
        }
      }
      return from;
    }

    private void require(EntityKind kind, String key, Source source, int line) {
      if (!known.test(new EntityRef(kind, key))) {
        findings.add(Rule.DANGLING, source, line, key, word(kind));
      }
    }

    private static String word(EntityKind kind) {
      return switch (kind) {
        case SITE -> "站点";
        case COLUMN -> "栏目";
        case HALL -> "大厅";
        case TOPIC -> "生活主题";
        case SYNONYM -> "同义词";
        case ITEM -> "条目";
      };
    }
  }
}
