package cn.gongkai.desk.gate;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.authoring.Source;
import cn.gongkai.desk.media.MediaFile;
import cn.gongkai.desk.office.OfficeLimits;
import cn.gongkai.desk.office.OfficeText;
import cn.gongkai.desk.office.Passage;
import cn.gongkai.desk.problem.ProblemText;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Numbers of persons in office files, hidden sheets and struck-out text included: a list of
/// recipients is made in a spreadsheet, and its working columns are hidden rather than removed.
final class OfficeCheck implements Check {

  /// Findings told of one file; a list of thousands is told by its first lines and a count.
  private static final int TOLD = 20;

  @Override
  public void check(Authored.Content content, Findings findings) {
    Map<String, Contents> read = new HashMap<>();
    for (Entry<Item> entry : content.items()) {
      for (BlobRef blob : entry.entity().blobs()) {
        MediaFile media = content.media().get(blob.sha256());
        if (media != null && OfficeText.reads(media.kind())) {
          Contents contents = read.computeIfAbsent(blob.sha256(), k -> read(media));
          tell(contents, media, entry.source(), findings);
        }
      }
    }
  }

  private record Contents(Set<InPlace> found, List<String> unread) {}

  private record InPlace(String place, PersonalNumbers.Found found) {}

  private static Contents read(MediaFile media) {
    Set<InPlace> found = new LinkedHashSet<>();
    try {
      List<String> unread =
          OfficeText.read(
              media.path(),
              media.kind(),
              OfficeLimits.STANDARD,
              passage -> numbers(passage).forEach(n -> found.add(new InPlace(passage.place(), n))));
      return new Contents(found, unread);
    } catch (IOException e) {
      return new Contents(found, List.of(media.kind().name()));
    }
  }

  private static List<PersonalNumbers.Found> numbers(Passage passage) {
    return passage.number()
        ? PersonalNumbers.inCell(passage.text())
        : PersonalNumbers.in(passage.text());
  }

  private static void tell(Contents contents, MediaFile media, Source source, Findings findings) {
    String name = String.valueOf(media.path().getFileName());
    int line = source.lineWith(name);
    contents.unread().forEach(part -> findings.add(Rule.OFFICE_TEXT, source, line, name, part));
    contents.found().stream()
        .limit(TOLD)
        .forEach(
            in ->
                findings.add(
                    in.found().rule(),
                    source,
                    line,
                    name + " " + in.place() + "：" + in.found().masked()));
    contents.found().stream()
        .skip(TOLD)
        .map(in -> in.found().rule())
        .distinct()
        .forEach(rule -> findings.add(rule, source, line, more(rule, contents, name)));
  }

  private static String more(Rule rule, Contents contents, String name) {
    long count =
        contents.found().stream().skip(TOLD).filter(in -> in.found().rule() == rule).count();
    return ProblemText.reason("more", name, count);
  }
}
