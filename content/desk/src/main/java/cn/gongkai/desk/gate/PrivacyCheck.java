package cn.gongkai.desk.gate;

import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.PlainText;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.authoring.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Numbers of persons in what is written, and in the words that come out of it: a number broken up
/// by markup is still a number on the screen.
final class PrivacyCheck implements Check {

  @Override
  public void check(Authored.Content content, Findings findings) {
    Set<String> files = new HashSet<>();
    content
        .entries()
        .filter(entry -> files.add(entry.source().file()))
        .forEach(entry -> check(entry, findings));
  }

  private static void check(Entry<? extends Entity> entry, Findings findings) {
    Source source = entry.source();
    Set<PersonalNumbers.Found> told = new HashSet<>();
    List<String> lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      for (PersonalNumbers.Found found : PersonalNumbers.in(lines.get(i))) {
        told.add(found);
        findings.add(found.rule(), source, i + 1, found.masked());
      }
    }
    if (entry.entity() instanceof Item item) {
      for (String line : PlainText.of(item.body()).split("\n")) {
        PersonalNumbers.in(line).stream()
            .filter(told::add)
            .forEach(found -> findings.add(found.rule(), source, source.line(), found.masked()));
      }
    }
  }
}
