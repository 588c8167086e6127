package cn.gongkai.desk.gate;

import cn.gongkai.desk.problem.Severity;
import java.util.Arrays;
import java.util.Optional;

/// What the gate looks for. An editor may take responsibility for some of it, in the front matter
/// and with a reason; for the rest nobody can.
public enum Rule {
  DUPLICATE("GATE-DUPLICATE", Severity.BLOCK, false),
  SHORT_PATH("GATE-SHORT-PATH", Severity.BLOCK, false),
  DANGLING("GATE-DANGLING", Severity.BLOCK, false),
  LARGE("GATE-LARGE", Severity.BLOCK, false),
  COLUMN_CYCLE("GATE-COLUMN-CYCLE", Severity.BLOCK, false),
  DISCLOSURE("GATE-DISCLOSURE", Severity.BLOCK, false),
  SECRECY("GATE-SECRECY", Severity.BLOCK, false),
  PLACEHOLDER("GATE-PLACEHOLDER", Severity.BLOCK, true),
  LOST_CHARACTER("GATE-LOST-CHARACTER", Severity.BLOCK, true),
  IMPOSSIBLE_DATE("GATE-DATE", Severity.BLOCK, true),
  ID_NUMBER("GATE-ID-NUMBER", Severity.BLOCK, false),
  MOBILE("GATE-MOBILE", Severity.BLOCK, true),
  BANK_CARD("GATE-BANK-CARD", Severity.BLOCK, true),
  PDF_TEXT("GATE-PDF-TEXT", Severity.WARN, true),
  OFFICE_TEXT("GATE-OFFICE-TEXT", Severity.BLOCK, true),
  LINK_HOST("GATE-LINK-HOST", Severity.BLOCK, false),
  LINK_SHORTENED("GATE-LINK-SHORTENED", Severity.BLOCK, false),
  LINK_PERSONAL("GATE-LINK-PERSONAL", Severity.BLOCK, false),
  CODE_UNREADABLE("GATE-CODE", Severity.BLOCK, false),
  PAGE_MARKS("GATE-PAGE-MARKS", Severity.BLOCK, false),
  ALTERNATIVE("GATE-ALTERNATIVE", Severity.BLOCK, true),
  INTERPRETS_NOTHING("GATE-INTERPRETS", Severity.WARN, true),
  CREDIT_REMOVAL("GATE-CREDIT-REMOVAL", Severity.WARN, true),
  ANNUAL_COLUMN("GATE-ANNUAL-R1", Severity.BLOCK, true),
  ANNUAL_RESULTS("GATE-ANNUAL-R2", Severity.BLOCK, true),
  ANNUAL_ROW("GATE-ANNUAL-R3", Severity.BLOCK, true),
  ANNUAL_DISPUTES("GATE-ANNUAL-R4", Severity.BLOCK, true),
  ANNUAL_NEGATIVE("GATE-ANNUAL-R5", Severity.BLOCK, true),
  ANNUAL_CARRIED("GATE-ANNUAL-R6", Severity.BLOCK, true),
  ANNUAL_IN_FORCE("GATE-ANNUAL-R7", Severity.WARN, true),
  ANNUAL_NARRATIVE("GATE-ANNUAL-R8", Severity.BLOCK, true),
  ANNUAL_CHANNELS("GATE-ANNUAL-R9", Severity.BLOCK, true),
  ANNUAL_GROWTH("GATE-ANNUAL-R10", Severity.BLOCK, true),
  ANNUAL_FORM("GATE-ANNUAL-R11", Severity.BLOCK, true),
  ANNUAL_LATE("GATE-ANNUAL-R12", Severity.WARN, true),
  OVERRIDE_UNUSED("GATE-OVERRIDE", Severity.WARN, false);

  private final String code;
  private final Severity severity;
  private final boolean overridable;

  Rule(String code, Severity severity, boolean overridable) {
    this.code = code;
    this.severity = severity;
    this.overridable = overridable;
  }

  /// Stable code, listed in `docs/errors.md`.
  public String code() {
    return code;
  }

  public Severity severity() {
    return severity;
  }

  public boolean isOverridable() {
    return overridable;
  }

  static Optional<Rule> findByCode(String code) {
    return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
  }
}
