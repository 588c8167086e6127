package cn.gongkai.desk.gate;

import cn.gongkai.content.model.AnnualFigures;
import cn.gongkai.content.model.AnnualFigures.ApplicationRow;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.authoring.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An annual report beside that of the year before, and the day it was due (政府信息公开条例第四十九条、第五十条).
final class AnnualSuccessionCheck implements Check {

  /// The county's report of all its offices.
  private static final MonthDay WHOLE_COUNTY = MonthDay.of(3, 31);

  /// An office's or a township's own report.
  private static final MonthDay ONE_OFFICE = MonthDay.of(1, 31);

  private static final int COUNTY_CODE = 6;

  private record Report(Source source, Item item, int year, AnnualFigures figures) {

    String publisher() {
      return item.metadata().publisher();
    }

    int line() {
      return source.lineOf("annualReport");
    }
  }

  private record Key(String publisher, int year) {}

  @Override
  public void check(Authored.Content content, Findings findings) {
    List<Report> reports = content.items().stream().flatMap(AnnualSuccessionCheck::report).toList();
    Map<Key, Report> known = new HashMap<>();
    reports.forEach(
        report -> known.putIfAbsent(new Key(report.publisher(), report.year()), report));
    for (Report report : reports) {
      due(report, findings);
      Optional.ofNullable(known.get(new Key(report.publisher(), report.year() - 1)))
          .ifPresent(
              before -> {
                carried(before, report, findings);
                Stream.of("rules", "normative")
                    .forEach(kind -> inForce(kind, before, report, findings));
              });
    }
  }

  private static Stream<Report> report(Entry<Item> entry) {
    return entry.entity().details() instanceof Details.AnnualReport(int year, AnnualFigures f)
        ? Stream.of(new Report(entry.source(), entry.entity(), year, f))
        : Stream.empty();
  }

  /// R6: what the year before carried forward is what this year carried over, in every column.
  private static void carried(Report before, Report report, Findings findings) {
    Optional<ApplicationRow> forward = row(before, "carried_forward");
    Optional<ApplicationRow> over = row(report, "carried_over");
    if (forward.isEmpty() || over.isEmpty()) {
      return;
    }
    for (int i = 0; i < ApplicationRow.COLUMNS; i++) {
      int expected = forward.get().values().get(i);
      int actual = over.get().values().get(i);
      if (expected != actual) {
        String where = AnnualArithmetic.COLUMNS.get(i) + "：上年结转=上年年报的结转下年度";
        tell(Rule.ANNUAL_CARRIED, report, findings, where, expected, actual);
      }
    }
  }

  private static Optional<ApplicationRow> row(Report report, String key) {
    return report.figures().applications().stream()
        .filter(row -> row.key().equals(key))
        .findFirst();
  }

  /// R7: in force are at most those of the year before and the new ones, less the abolished. What
  /// lapsed by its own term is in no column of the form, so fewer may be right.
  private static void inForce(String kind, Report before, Report report, Findings findings) {
    Optional<BigDecimal> then = figure(before, kind + ".in_force");
    Optional<BigDecimal> issued = figure(report, kind + ".issued");
    Optional<BigDecimal> abolished = figure(report, kind + ".abolished");
    Optional<BigDecimal> now = figure(report, kind + ".in_force");
    if (Stream.of(then, issued, abolished, now).anyMatch(Optional::isEmpty)) {
      return;
    }
    BigDecimal most = then.get().add(issued.get()).subtract(abolished.get());
    if (now.get().compareTo(most) > 0) {
      String what = kind.equals("rules") ? "规章" : "行政规范性文件";
      String where = what + "现行有效件数=上年现行有效+本年制发-本年废止";
      tell(Rule.ANNUAL_IN_FORCE, report, findings, where, most, now.get());
    }
  }

  private static Optional<BigDecimal> figure(Report report, String key) {
    return Optional.ofNullable(report.figures().proactive().get(key));
  }

  /// R12: due by the end of January, that of the whole county by the end of March.
  private static void due(Report report, Findings findings) {
    Item item = report.item();
    boolean county =
        report.publisher().endsWith("人民政府")
            && item.metadata().division().value().length() == COUNTY_CODE;
    LocalDate due = (county ? WHOLE_COUNTY : ONE_OFFICE).atYear(report.year() + 1);
    LocalDate published = item.metadata().publishedOn();
    if (published.isAfter(due)) {
      findings.add(
          Rule.ANNUAL_LATE,
          report.source(),
          report.source().lineOf("publishedAt"),
          report.year(),
          due.plusDays(1),
          published);
    }
  }

  private static void tell(
      Rule rule, Report report, Findings findings, String where, Object expected, Object actual) {
    findings.add(rule, report.source(), report.line(), report.year(), where, expected, actual);
  }
}
