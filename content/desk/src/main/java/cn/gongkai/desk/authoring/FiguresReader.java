package cn.gongkai.desk.authoring;

import cn.gongkai.content.model.AnnualFigures;
import cn.gongkai.content.model.AnnualFigures.ApplicationRow;
import cn.gongkai.content.model.AnnualFigures.DisputeGroup;
import cn.gongkai.desk.problem.Problems;
import cn.gongkai.desk.yaml.Fields;
import cn.gongkai.desk.yaml.Yaml;
import cn.gongkai.desk.yaml.YamlText;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads the figures file of an annual report. Its arithmetic is the gate's business.
final class FiguresReader {

  private static final Set<String> NAMES =
      Set.of("proactive", "applications", "disputes", "narrative");
  private static final Set<String> ROW = Set.of("key", "label", "group", "subgroup", "values");
  private static final Set<String> GROUP = Set.of("key", "label", "values");

  private final FolderFiles files;
  private final Path file;

  FiguresReader(FolderFiles files, Path file) {
    this.files = files;
    this.file = file;
  }

  /// @param item problems of the item that names the file; what is wrong inside is told with the
  ///   figures file's own name
  Optional<AnnualFigures> read(Problems item, int line) {
    Problems problems = item.inside(files.name(file));
    Optional<Yaml> yaml =
        files.readText(file, line, item).flatMap(text -> YamlText.parse(text, 1, problems));
    if (yaml.isEmpty() || !(yaml.get() instanceof Yaml.Mapping mapping)) {
      item.block(line, "AUTHORED-FIGURES", files.name(file));
      return Optional.empty();
    }
    Fields fields = new Fields(mapping, NAMES, problems);
    AnnualFigures figures =
        new AnnualFigures(
            numbers(fields, "proactive"),
            applications(fields),
            disputes(fields),
            numbers(fields, "narrative"));
    return problems.anyBlocks() ? Optional.empty() : Optional.of(figures);
  }

  /// Numbers by key; keys may be dotted or nested.
  private static Map<String, BigDecimal> numbers(Fields fields, String name) {
    Map<String, BigDecimal> numbers = new TreeMap<>();
    fields.mapping(name).ifPresent(map -> flatten(map, "", numbers, fields.problems()));
    return numbers;
  }

  private static void flatten(
      Yaml.Mapping map, String prefix, Map<String, BigDecimal> numbers, Problems problems) {
    for (Yaml.Entry entry : map.entries()) {
      String key = prefix + entry.key();
      switch (entry.value()) {
        case Yaml.Mapping inner -> flatten(inner, key + ".", numbers, problems);
        case Yaml.Scalar scalar when scalar.text().matches("-?\\d{1,12}(\\.\\d{1,6})?") ->
            numbers.put(key, new BigDecimal(scalar.text()));
        case Yaml.Scalar scalar ->
            problems.block(entry.line(), "AUTHORED-NUMBER", scalar.text(), key);
        case Yaml.Sequence sequence -> problems.block(entry.line(), "AUTHORED-NUMBER", "[]", key);
      }
    }
  }

  private static List<ApplicationRow> applications(Fields fields) {
    List<ApplicationRow> rows = new ArrayList<>();
    for (Yaml.Mapping map : fields.mappings("applications")) {
      Fields row = new Fields(map, ROW, fields.problems());
      String key = row.required("key");
      String label = row.required("label");
      values(row, ApplicationRow.COLUMNS)
          .ifPresent(
              values ->
                  rows.add(
                      new ApplicationRow(
                          key, label, row.text("group"), row.text("subgroup"), values)));
    }
    return rows;
  }

  private static List<DisputeGroup> disputes(Fields fields) {
    List<DisputeGroup> groups = new ArrayList<>();
    for (Yaml.Mapping map : fields.mappings("disputes")) {
      Fields group = new Fields(map, GROUP, fields.problems());
      String key = group.required("key");
      String label = group.required("label");
      values(group, DisputeGroup.COLUMNS)
          .ifPresent(values -> groups.add(new DisputeGroup(key, label, values)));
    }
    return groups;
  }

  private static Optional<List<Integer>> values(Fields row, int count) {
    List<Integer> values = new ArrayList<>();
    for (Yaml.Scalar scalar : row.scalars("values")) {
      Optional<Integer> value = Fields.findInteger(scalar.text());
      if (value.isEmpty()) {
        row.problems().block(scalar.line(), "AUTHORED-NUMBER", scalar.text(), "values");
        return Optional.empty();
      }
      values.add(value.get());
    }
    if (values.size() != count) {
      row.problems().block(row.line("values"), "AUTHORED-FIGURES-ROW", values.size(), count);
      return Optional.empty();
    }
    return Optional.of(values);
  }
}
