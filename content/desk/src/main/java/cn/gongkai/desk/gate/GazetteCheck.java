package cn.gongkai.desk.gate;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.authoring.Source;

/// Page marks of a gazette's reflowed text go up and stay within the PDF, so that one tap leads
/// from the page to its text and back.
final class GazetteCheck implements Check {

  @Override
  public void check(Authored.Content content, Findings findings) {
    for (Entry<Item> entry : content.items()) {
      if (!(entry.entity().details() instanceof Details.GazetteIssue issue)) {
        continue;
      }
      Source source = entry.source();
      int last = 0;
      for (Block block : entry.entity().body()) {
        if (block instanceof Block.PageMark(int page)) {
          if (page <= last || page > issue.pages()) {
            int line = source.lineWith("page " + page + " ");
            findings.add(Rule.PAGE_MARKS, source, line, page, last, issue.pages());
          }
          last = page;
        }
      }
    }
  }
}
