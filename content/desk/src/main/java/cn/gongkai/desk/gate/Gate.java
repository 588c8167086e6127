package cn.gongkai.desk.gate;

import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import java.util.List;

/// The gate that content passes before it is signed.
public final class Gate {

  private static final List<Check> CHECKS =
      List.of(
          new NamesCheck(),
          new ReferencesCheck(),
          new ColumnTreeCheck(),
          new DisclosureCheck(),
          new WordingCheck(),
          new PrivacyCheck(),
          new PdfCheck(),
          new LinksCheck(),
          new GazetteCheck(),
          new PictureCheck(),
          new ObligationsCheck(),
          new AnnualReportCheck());

  private Gate() {}

  /// Runs every check, so that one round of mending is enough.
  public static Verdict check(Authored.Content content) {
    Findings findings = new Findings();
    CHECKS.forEach(check -> check.check(content, findings));
    content.items().stream().map(Entry::source).forEach(findings::checkOverrides);
    return findings.verdict();
  }
}
