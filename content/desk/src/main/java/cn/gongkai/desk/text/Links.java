package cn.gongkai.desk.text;

import cn.gongkai.content.model.InvalidValue;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Link;
import cn.gongkai.desk.problem.Problems;
import cn.gongkai.desk.yaml.Fields;
import java.util.Optional;

/// Reads where a link leads: `item:<id>` or an http(s) address, nothing else.
final class Links {

  private static final String ITEM = "item:";

  private Links() {}

  static Optional<Link> find(String target, int line, Problems problems) {
    if (target.startsWith(ITEM)) {
      try {
        return Optional.of(new Link.ToItem(new ItemId(target.substring(ITEM.length()))));
      } catch (InvalidValue e) {
        problems.block(line, "AUTHORED-LINK", target);
        return Optional.empty();
      }
    }
    Optional<Link> outside = Fields.findAddress(target).map(Link.Outside::new);
    if (outside.isEmpty()) {
      problems.block(line, "AUTHORED-LINK", target);
    }
    return outside;
  }
}
