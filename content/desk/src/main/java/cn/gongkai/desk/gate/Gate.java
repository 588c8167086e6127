package cn.gongkai.desk.gate;

import cn.gongkai.content.model.EntityRef;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import java.util.List;
import java.util.function.Predicate;

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

  /// Runs every check, so that one round of mending is enough.
  public static Verdict check(Authored.Content content) {
    return check(content, ref -> false);
  }

  /// Checks a part of a folder.
  ///
  /// @param elsewhere true of what the rest of the folder holds and may be referred to
  public static Verdict check(Authored.Content content, Predicate<EntityRef> elsewhere) {
    Findings findings = new Findings();
    new ReferencesCheck(elsewhere).check(content, findings);
    CHECKS.forEach(check -> check.check(content, findings));
    content.items().stream().map(Entry::source).forEach(findings::checkOverrides);
    return findings.verdict();
  }
}
