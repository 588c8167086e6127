package cn.gongkai.desk.gate;

import cn.gongkai.content.model.Item;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.authoring.Source;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Traces of unfinished work in the text: template tokens, lost characters, days that no calendar
/// has. All of them have been seen on published pages.
final class WordingCheck implements Check {

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\[[^\\[\\]]*(?:具体|填写|某某|地名|单位名称|姓名|日期)[^\\[\\]]*\\](?!\\()"
              + "|[×╳]{2,}|(?<![A-Za-z0-9])[XＸ]{2,}(?=[\\u4e00-\\u9fa5])"
              + "|此处填写|待补充|待填写|\\{\\{[^}]*\\}\\}");

  private static final Pattern LOST_YEAR =
      Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?:1[0-2]|0?[1-9])月");
  private static final Pattern LOST_NUMBER = Pattern.compile("令第\\d{1,4}(?![\\d号])");

  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)(\\d{4})年(\\d{1,2})月(\\d{1,2})日|(?<![\\d-])(\\d{4})-(\\d{2})-(\\d{2})(?![\\d-])");

  @Override
  public void check(Authored.Content content, Findings findings) {
    for (Entry<Item> entry : content.items()) {
      Source source = entry.source();
      for (int i = 0; i < source.lines().size(); i++) {
        line(source, i + 1, source.lines().get(i), findings);
      }
    }
  }

  private static void line(Source source, int number, String line, Findings findings) {
    Matcher placeholder = PLACEHOLDER.matcher(line);
    while (placeholder.find()) {
      findings.add(Rule.PLACEHOLDER, source, number, placeholder.group());
    }
    Matcher year = LOST_YEAR.matcher(line);
    while (year.find()) {
      findings.add(Rule.LOST_CHARACTER, source, number, year.group(), "年");
    }
    Matcher decree = LOST_NUMBER.matcher(line);
    while (decree.find()) {
      findings.add(Rule.LOST_CHARACTER, source, number, decree.group(), "号");
    }
    Matcher date = DATE.matcher(line);
    while (date.find()) {
      int from = date.group(1) == null ? 4 : 1;
      if (!exists(date.group(from), date.group(from + 1), date.group(from + 2))) {
        findings.add(Rule.IMPOSSIBLE_DATE, source, number, date.group());
      }
    }
  }

  private static boolean exists(String year, String month, String day) {
    try {
      LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
