package cn.gongkai.desk.gate;

import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ShortPath;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.authoring.Source;
import java.util.HashMap;
import java.util.Map;

/// Every entity has a name of its own, and every item a phone page of its own.
final class NamesCheck implements Check {

  @Override
  public void check(Authored.Content content, Findings findings) {
    Map<EntityRef, Source> seen = new HashMap<>();
    Map<ShortPath, Item> paths = new HashMap<>();
    content.entries().forEach(entry -> unique(entry, seen, findings));
    for (Entry<Item> entry : content.items()) {
      Item item = entry.entity();
      Item other = paths.putIfAbsent(ShortPath.of(item.id()), item);
      if (other != null && !other.id().equals(item.id())) {
        Source source = entry.source();
        findings.add(Rule.SHORT_PATH, source, source.lineOf("id"), item.id(), other.id());
      }
    }
  }

  private static void unique(
      Entry<? extends Entity> entry, Map<EntityRef, Source> seen, Findings findings) {
    Source source = entry.source();
    Source first = seen.putIfAbsent(entry.entity().ref(), source);
    if (first != null) {
      findings.add(
          Rule.DUPLICATE,
          source,
          source.lineOf("id"),
          entry.entity().key(),
          first.file(),
          first.lineOf("id"));
    }
  }
}
