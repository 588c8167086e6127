package cn.gongkai.kiosk.screen.annualreport;

import cn.gongkai.content.model.AnnualFigures;
import cn.gongkai.content.model.Details;
import cn.gongkai.kiosk.text.ContentText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The figures of a report that are shown as bars.
final class ReportBars {

  private static final List<String> CHANNELS =
      List.of("disclosed.website", "disclosed.media", "disclosed.gazette", "disclosed.other");

  /// Parts of table 2 by the beginning of their rows' keys (国办公开办函〔2021〕30号).
  private static final List<String> RESULTS =
      List.of("granted", "partly_granted", "denied", "unable", "not_processed", "other");

  /// A bar, its number always written.
  record Bar(String label, BigDecimal value) {}

  /// A chart.
  ///
  /// @param unit of the numbers
  record Chart(String title, String unit, List<Bar> bars) {
    Chart {
      bars = List.copyOf(bars);
    }

    BigDecimal largest() {
      return bars.stream().map(Bar::value).max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
    }
  }

  private ReportBars() {}

  /// Through which channels information was disclosed; empty where the report does not say.
  static Optional<Chart> channels(AnnualFigures figures) {
    List<Bar> bars = new ArrayList<>();
    for (String channel : CHANNELS) {
      Optional.ofNullable(figures.narrative().get(channel))
          .ifPresent(value -> bars.add(new Bar(ContentText.of("annual." + channel), value)));
    }
    return chart("annual.channels", "annual.unit.items", bars);
  }

  /// What became of the applications; empty where there were none.
  static Optional<Chart> results(AnnualFigures figures) {
    List<Bar> bars = new ArrayList<>();
    for (String result : RESULTS) {
      int total =
          figures.applications().stream()
              .filter(row -> row.key().equals(result) || row.key().startsWith(result + "."))
              .mapToInt(AnnualFigures.ApplicationRow::total)
              .sum();
      bars.add(new Bar(ContentText.of("annual.result." + result), BigDecimal.valueOf(total)));
    }
    boolean any = bars.stream().anyMatch(bar -> bar.value().signum() > 0);
    return any ? chart("annual.results", "annual.unit.pieces", bars) : Optional.empty();
  }

  /// Applications received in several years; empty with a single one.
  static Optional<Chart> received(List<Details.AnnualReport> reports) {
    return years(reports, "annual.received", "annual.unit.pieces", ReportBars::newReceived);
  }

  /// Information disclosed in several years; empty with a single one.
  static Optional<Chart> disclosed(List<Details.AnnualReport> reports) {
    return years(
        reports,
        "annual.disclosed",
        "annual.unit.items",
        figures -> Optional.ofNullable(figures.narrative().get("disclosed.total")));
  }

  private static Optional<BigDecimal> newReceived(AnnualFigures figures) {
    return figures.applications().stream()
        .filter(row -> row.key().equals("new_received"))
        .map(row -> BigDecimal.valueOf(row.total()))
        .findFirst();
  }

  private static Optional<Chart> years(
      List<Details.AnnualReport> reports,
      String title,
      String unit,
      java.util.function.Function<AnnualFigures, Optional<BigDecimal>> figure) {
    List<Bar> bars = new ArrayList<>();
    reports.stream()
        .sorted(Comparator.comparingInt(Details.AnnualReport::year))
        .forEach(
            report ->
                figure
                    .apply(report.figures())
                    .ifPresent(
                        value ->
                            bars.add(
                                new Bar(
                                    ContentText.of("annual.year", Integer.toString(report.year())),
                                    value))));
    return bars.size() < 2 ? Optional.empty() : chart(title, unit, bars);
  }

  private static Optional<Chart> chart(String title, String unit, List<Bar> bars) {
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(new Chart(ContentText.of(title), ContentText.of(unit), bars));
  }
}
