package cn.gongkai.desk.gate;

import cn.gongkai.content.model.DisclosureMode;
import cn.gongkai.content.model.Item;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.authoring.Source;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Only what is to be disclosed proactively may go out, and nothing that bears the marks of what
/// may not (条例 art. 14–17, GB/T 9704-2012).
final class DisclosureCheck implements Check {

  private static final Pattern MARKS =
      Pattern.compile(
          "(?:绝密|机密|秘密)\\s*[★☆]|^\\s*(?:份号|密级|密级和保密期限)\\s*[:：]"
              + "|内部资料[，,]?\\s*(?:注意|妥善)保[存管]|此件(?:不|不予|依申请)公开|不得(?:对外|外)传");

  @Override
  public void check(Authored.Content content, Findings findings) {
    for (Entry<Item> entry : content.items()) {
      DisclosureMode mode = entry.entity().metadata().mode();
      Source source = entry.source();
      if (mode != DisclosureMode.PROACTIVE) {
        findings.add(Rule.DISCLOSURE, source, source.lineOf("disclosureMode"), mode.term());
      }
      for (int i = 0; i < source.lines().size(); i++) {
        Matcher mark = MARKS.matcher(source.lines().get(i));
        if (mark.find()) {
          findings.add(Rule.SECRECY, source, i + 1, mark.group().strip());
        }
      }
    }
  }
}
