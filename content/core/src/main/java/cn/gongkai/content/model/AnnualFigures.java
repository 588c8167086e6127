package cn.gongkai.content.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The figures of an annual report by stable keys, so that years can be compared and the arithmetic
/// of 国办公开办函〔2021〕30号 can be checked.
///
/// @param proactive table 1: for example `normative.issued`, `license`, `fee`
/// @param applications table 2: 25 rows of seven columns in the order of the official form
/// @param disputes table 3: three groups of five
/// @param narrative figures named in the text, for example `disclosed.total`
public record AnnualFigures(
    Map<String, BigDecimal> proactive,
    List<ApplicationRow> applications,
    List<DisputeGroup> disputes,
    Map<String, BigDecimal> narrative) {

  public AnnualFigures {
    proactive = Map.copyOf(proactive == null ? Map.of() : proactive);
    applications = List.copyOf(applications == null ? List.of() : applications);
    disputes = List.copyOf(disputes == null ? List.of() : disputes);
    narrative = Map.copyOf(narrative == null ? Map.of() : narrative);
  }

  /// A row of table 2: natural persons, five kinds of organisation, total.
  ///
  /// @param key for example `denied.state_secret`
  public record ApplicationRow(
      String key,
      String label,
      Optional<String> group,
      Optional<String> subgroup,
      List<Integer> values) {

    public static final int COLUMNS = 7;

    public ApplicationRow {
      values = List.copyOf(values);
      InvalidValue.require(
          values.size() == COLUMNS,
          "MODEL-ANNUAL",
          "row '%s' has %d figures, the form has %d",
          label,
          values.size(),
          COLUMNS);
    }

    public int total() {
      return values.get(COLUMNS - 1);
    }
  }

  /// A group of table 3: upheld, corrected, other, pending, total.
  public record DisputeGroup(String key, String label, List<Integer> values) {

    public static final int COLUMNS = 5;

    public DisputeGroup {
      values = List.copyOf(values);
      InvalidValue.require(
          values.size() == COLUMNS,
          "MODEL-ANNUAL",
          "group '%s' has %d figures, the form has %d",
          label,
          values.size(),
          COLUMNS);
    }
  }
}
