package cn.gongkai.desk.gate;

import cn.gongkai.content.model.AnnualFigures;
import cn.gongkai.content.model.AnnualFigures.ApplicationRow;
import cn.gongkai.content.model.AnnualFigures.DisputeGroup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Checks the figures of one annual report against each other. Pure.
final class AnnualArithmetic {

  /// The 25 rows of table 2 in the order of the official form.
  static final List<String> ROWS =
      List.of(
          "new_received",
          "carried_over",
          "granted",
          "partly_granted",
          "denied.state_secret",
          "denied.prohibited_by_law",
          "denied.three_security_one_stability",
          "denied.third_party_rights",
          "denied.internal_affairs",
          "denied.process_information",
          "denied.enforcement_case_file",
          "denied.administrative_inquiry",
          "unable.not_held",
          "unable.needs_creation",
          "unable.unclear_after_correction",
          "not_processed.petition_report_complaint",
          "not_processed.duplicate",
          "not_processed.public_publication",
          "not_processed.massive_repeated",
          "not_processed.confirm_or_reissue",
          "other.no_correction_in_time",
          "other.fee_not_paid",
          "other.other",
          "results_total",
          "carried_forward");

  static final List<String> COLUMNS =
      List.of("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计");
  private static final Set<String> OUTSIDE_RESULTS =
      Set.of("new_received", "carried_over", "results_total", "carried_forward");
  private static final Set<String> BESIDE_CHANNELS =
      Set.of("disclosed.total", "disclosed.previous", "disclosed.growth_percent");

  private final AnnualFigures figures;
  private final List<Mistake> mistakes = new ArrayList<>();

  private AnnualArithmetic(AnnualFigures figures) {
    this.figures = figures;
  }

  /// A figure that does not follow from the others.
  record Mistake(Rule rule, String where, Object expected, Object actual) {}

  static List<Mistake> check(AnnualFigures figures) {
    AnnualArithmetic arithmetic = new AnnualArithmetic(figures);
    if (arithmetic.form()) {
      arithmetic.columns();
    }
    arithmetic.rows();
    arithmetic.disputes();
    arithmetic.signs();
    arithmetic.narrative();
    return arithmetic.mistakes;
  }

  private void expect(Rule rule, String where, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      mistakes.add(new Mistake(rule, where, expected, actual));
    }
  }

  /// R11: the rows of the form, all of them, in order.
  private boolean form() {
    List<String> keys = figures.applications().stream().map(ApplicationRow::key).toList();
    expect(Rule.ANNUAL_FORM, "表三行数", ROWS.size(), keys.size());
    if (keys.size() == ROWS.size()) {
      for (int i = 0; i < ROWS.size(); i++) {
        expect(Rule.ANNUAL_FORM, "表三第" + (i + 1) + "行", ROWS.get(i), keys.get(i));
      }
    }
    return keys.equals(ROWS);
  }

  /// R1 and R2: in every column, what came in went out, and the total is the sum of the results.
  private void columns() {
    for (int c = 0; c < COLUMNS.size(); c++) {
      int column = c;
      int received = value("new_received", c) + value("carried_over", c);
      int results = value("results_total", c);
      expect(
          Rule.ANNUAL_COLUMN,
          COLUMNS.get(c) + "：新收+上年结转=办理总计+结转下年度",
          received,
          results + value("carried_forward", c));
      int sum =
          figures.applications().stream()
              .filter(row -> !OUTSIDE_RESULTS.contains(row.key()))
              .mapToInt(row -> row.values().get(column))
              .sum();
      expect(Rule.ANNUAL_RESULTS, COLUMNS.get(c) + "：（七）总计=各项办理结果之和", sum, results);
    }
  }

  private int value(String key, int column) {
    return figures.applications().get(ROWS.indexOf(key)).values().get(column);
  }

  /// R3: in every row, the six kinds of applicant make the total.
  private void rows() {
    for (ApplicationRow row : figures.applications()) {
      int sum = row.values().stream().limit(6).mapToInt(Integer::intValue).sum();
      expect(Rule.ANNUAL_ROW, row.label() + "：六类申请人之和=总计", sum, row.total());
    }
  }

  /// R4: in every group of table 3, the four results make the total.
  private void disputes() {
    for (DisputeGroup group : figures.disputes()) {
      int sum = group.values().stream().limit(4).mapToInt(Integer::intValue).sum();
      expect(Rule.ANNUAL_DISPUTES, group.label() + "：四项之和=总计", sum, group.values().getLast());
    }
  }

  /// R5: counts are whole and not negative; only the fee may have decimals.
  private void signs() {
    for (ApplicationRow row : figures.applications()) {
      row.values().stream().filter(v -> v < 0).forEach(v -> negative(row.label(), v));
    }
    for (DisputeGroup group : figures.disputes()) {
      group.values().stream().filter(v -> v < 0).forEach(v -> negative(group.label(), v));
    }
    figures.proactive().forEach(this::sign);
  }

  private void sign(String key, BigDecimal value) {
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    if (value.signum() < 0 || !whole && !key.startsWith("fee")) {
      negative(key, value);
    }
  }

  private void negative(String where, Object value) {
    mistakes.add(new Mistake(Rule.ANNUAL_NEGATIVE, where, "不小于 0 的整数", value));
  }

  private void narrative() {
    Map<String, BigDecimal> told = figures.narrative();
    received(Optional.ofNullable(told.get("applications.received")));
    channels(Optional.ofNullable(told.get("disclosed.total")));
    told.keySet().stream()
        .filter(key -> key.endsWith(".growth_percent"))
        .map(key -> key.substring(0, key.lastIndexOf('.')))
        .forEach(this::growth);
  }

  /// R8: the number of applications told in the text is that of the table.
  private void received(Optional<BigDecimal> told) {
    figures.applications().stream()
        .filter(row -> row.key().equals("new_received"))
        .findFirst()
        .ifPresent(
            row ->
                told.ifPresent(
                    number ->
                        expect(
                            Rule.ANNUAL_NARRATIVE,
                            "正文所说受理件数=表三新收总计",
                            plain(BigDecimal.valueOf(row.total())),
                            plain(number))));
  }

  /// R9: the channels of disclosure make the total.
  private void channels(Optional<BigDecimal> total) {
    List<BigDecimal> parts =
        figures.narrative().entrySet().stream()
            .filter(e -> e.getKey().startsWith("disclosed."))
            .filter(e -> !BESIDE_CHANNELS.contains(e.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (total.isPresent() && !parts.isEmpty()) {
      BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      expect(Rule.ANNUAL_CHANNELS, "各渠道公开数之和=公开总数", plain(sum), plain(total.get()));
    }
  }

  /// R10: growth in percent, to the decimals it is told with, follows from this year and the last.
  private void growth(String topic) {
    BigDecimal told = figures.narrative().get(topic + ".growth_percent");
    BigDecimal now = figures.narrative().get(topic + ".total");
    BigDecimal before = figures.narrative().get(topic + ".previous");
    if (told == null || now == null || before == null || before.signum() == 0) {
      return;
    }
    BigDecimal growth =
        now.subtract(before)
            .multiply(BigDecimal.valueOf(100))
            .divide(before, told.scale(), RoundingMode.HALF_UP);
    expect(Rule.ANNUAL_GROWTH, topic + " 增长百分比", plain(growth), plain(told));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
