package cn.gongkai.desk.gate;

import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Relation;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.authoring.Source;

/// What some kinds of content owe the reader: an interpretation its document, an entry of a
/// blacklist the day on which it ends.
final class ObligationsCheck implements Check {

  @Override
  public void check(Authored.Content content, Findings findings) {
    for (Entry<Item> entry : content.items()) {
      Item item = entry.entity();
      Source source = entry.source();
      boolean interprets =
          item.relations().stream().anyMatch(r -> r.kind() == Relation.Kind.INTERPRETS);
      if (item.details() instanceof Details.Interpretation && !interprets) {
        findings.add(Rule.INTERPRETS_NOTHING, source, source.lineOf("interpretation"));
      }
      if (item.details() instanceof Details.CreditEntry credit
          && !credit.commended()
          && credit.removeOn().isEmpty()) {
        findings.add(Rule.CREDIT_REMOVAL, source, source.lineOf("credit"), credit.subject());
      }
    }
  }
}
