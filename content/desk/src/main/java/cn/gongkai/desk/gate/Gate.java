package cn.gongkai.desk.gate;

import cn.gongkai.content.model.EntityRef;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The gate that content passes before it is signed.
public final class Gate {

  private static final List<Check> CHECKS =
      List.of(
          new NamesCheck(),
          new SizeCheck(),
          new ColumnTreeCheck(),
          new DisclosureCheck(),
          new WordingCheck(),
          new PrivacyCheck(),
          new PdfCheck(),
          new OfficeCheck(),
          new LinksCheck(),
          new GazetteCheck(),
          new PictureCheck(),
          new ObligationsCheck(),
          new AnnualReportCheck(),
          new AnnualSuccessionCheck());

  private Gate() {}

  /// Runs every check, each by itself, so that one round of mending is enough.
  public static Verdict check(Authored.Content content) {
    return check(content, ref -> false);
  }

  /// Checks a part of a folder.
  ///
  /// @param elsewhere true of what the rest of the folder holds and may be referred to
  public static Verdict check(Authored.Content content, Predicate<EntityRef> elsewhere) {
    Findings all = new Findings();
    Stream.concat(Stream.of(new ReferencesCheck(elsewhere)), CHECKS.stream())
        .parallel()
        .map(check -> found(check, content))
        .toList()
        .forEach(all::addAll);
    content.items().stream().map(Entry::source).forEach(all::checkOverrides);
    return all.verdict();
  }

  private static Findings found(Check check, Authored.Content content) {
    Findings findings = new Findings();
    check.check(content, findings);
    return findings;
  }
}
