package cn.gongkai.desk.gate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.AnnualFigures;
import cn.gongkai.content.model.AnnualFigures.ApplicationRow;
import cn.gongkai.content.model.AnnualFigures.DisputeGroup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The figures are those of the county's report of 2023.
class AnnualArithmeticTest {

  private static final Map<String, List<Integer>> FIGURES =
      Map.ofEntries(
          Map.entry("new_received", List.of(105, 0, 1, 0, 0, 0, 106)),
          Map.entry("granted", List.of(61, 0, 1, 0, 0, 0, 62)),
          Map.entry("partly_granted", List.of(2, 0, 0, 0, 0, 0, 2)),
          Map.entry("denied.state_secret", List.of(1, 0, 0, 0, 0, 0, 1)),
          Map.entry("denied.prohibited_by_law", List.of(2, 0, 0, 0, 0, 0, 2)),
          Map.entry("denied.internal_affairs", List.of(2, 0, 0, 0, 0, 0, 2)),
          Map.entry("denied.enforcement_case_file", List.of(1, 0, 0, 0, 0, 0, 1)),
          Map.entry("unable.not_held", List.of(30, 0, 0, 0, 0, 0, 30)),
          Map.entry("not_processed.petition_report_complaint", List.of(1, 0, 0, 0, 0, 0, 1)),
          Map.entry("other.no_correction_in_time", List.of(2, 0, 0, 0, 0, 0, 2)),
          Map.entry("results_total", List.of(102, 0, 1, 0, 0, 0, 103)),
          Map.entry("carried_forward", List.of(3, 0, 0, 0, 0, 0, 3)));

  private static List<ApplicationRow> rows() {
    List<ApplicationRow> rows = new ArrayList<>();
    for (String key : AnnualArithmetic.ROWS) {
      List<Integer> values = FIGURES.getOrDefault(key, List.of(0, 0, 0, 0, 0, 0, 0));
      rows.add(new ApplicationRow(key, key, Optional.empty(), Optional.empty(), values));
    }
    return rows;
  }

  private static Map<String, BigDecimal> narrative() {
    Map<String, BigDecimal> told = new HashMap<>();
    told.put("disclosed.total", new BigDecimal("26646"));
    told.put("disclosed.website", new BigDecimal("14811"));
    told.put("disclosed.media", new BigDecimal("11179"));
    told.put("disclosed.gazette", new BigDecimal("31"));
    told.put("disclosed.other", new BigDecimal("625"));
    told.put("disclosed.previous", new BigDecimal("17823"));
    told.put("disclosed.growth_percent", new BigDecimal("49.5"));
    told.put("applications.received", new BigDecimal("106"));
    return told;
  }

  private static AnnualFigures figures(
      List<ApplicationRow> rows, Map<String, BigDecimal> narrative) {
    return new AnnualFigures(
        Map.of("normative.issued", new BigDecimal("5"), "fee", new BigDecimal("6849.5")),
        rows,
        List.of(
            new DisputeGroup("reconsideration", "行政复议", List.of(0, 0, 1, 0, 1)),
            new DisputeGroup("litigation_direct", "行政诉讼", List.of(0, 0, 0, 2, 2))),
        narrative);
  }

  private static List<Rule> rules(AnnualFigures figures) {
    return AnnualArithmetic.check(figures).stream()
        .map(AnnualArithmetic.Mistake::rule)
        .distinct()
        .toList();
  }

  @Test
  void theReportOf2023AddsUp() {
    assertThat(AnnualArithmetic.check(figures(rows(), narrative()))).isEmpty();
  }

  @Test
  void anySingleWrongFigureOfTheTableIsNoticed() {
    long seed = 2023L;
    Random random = new Random(seed);
    for (int r = 0; r < AnnualArithmetic.ROWS.size(); r++) {
      for (int c = 0; c < ApplicationRow.COLUMNS; c++) {
        List<ApplicationRow> rows = rows();
        List<Integer> values = new ArrayList<>(rows.get(r).values());
        values.set(c, values.get(c) + 1 + random.nextInt(9));
        ApplicationRow row = rows.get(r);
        rows.set(
            r, new ApplicationRow(row.key(), row.label(), row.group(), row.subgroup(), values));
        assertThat(AnnualArithmetic.check(figures(rows, narrative())))
            .as("seed %d, row %d, column %d", seed, r, c)
            .isNotEmpty();
      }
    }
  }

  @Test
  void aMistakeTellsWhatWasExpected() {
    Map<String, BigDecimal> told = narrative();
    told.put("applications.received", new BigDecimal("107"));
    assertThat(AnnualArithmetic.check(figures(rows(), told)))
        .containsExactly(
            new AnnualArithmetic.Mistake(Rule.ANNUAL_NARRATIVE, "正文所说受理件数=表三新收总计", "106", "107"));
  }

  @Test
  void channelsThatDoNotMakeTheTotalAreNoticed() {
    Map<String, BigDecimal> told = narrative();
    told.put("disclosed.other", new BigDecimal("626"));
    assertThat(rules(figures(rows(), told))).containsExactly(Rule.ANNUAL_CHANNELS);
  }

  @Test
  void aWrongGrowthIsNoticed() {
    Map<String, BigDecimal> told = narrative();
    told.put("disclosed.growth_percent", new BigDecimal("49.6"));
    assertThat(rules(figures(rows(), told))).containsExactly(Rule.ANNUAL_GROWTH);
  }

  @Test
  void aMissingRowIsNoticed() {
    List<ApplicationRow> rows = rows();
    rows.remove(7);
    assertThat(rules(figures(rows, narrative()))).contains(Rule.ANNUAL_FORM);
  }

  @Test
  void negativeAndBrokenCountsAreNoticed() {
    AnnualFigures figures =
        new AnnualFigures(
            Map.of("license", new BigDecimal("1.5"), "fee", new BigDecimal("-1")),
            rows(),
            List.of(new DisputeGroup("a", "行政复议", List.of(-1, 0, 1, 0, 0))),
            narrative());
    assertThat(AnnualArithmetic.check(figures))
        .hasSize(3)
        .extracting(AnnualArithmetic.Mistake::rule)
        .containsOnly(Rule.ANNUAL_NEGATIVE);
  }

  @Test
  void aGroupOfDisputesThatDoesNotAddUpIsNoticed() {
    AnnualFigures figures =
        new AnnualFigures(
            Map.of(),
            rows(),
            List.of(new DisputeGroup("a", "行政复议", List.of(0, 0, 1, 0, 2))),
            Map.of());
    assertThat(rules(figures)).containsExactly(Rule.ANNUAL_DISPUTES);
  }
}
