package cn.gongkai.desk.authoring;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.Hall;
import cn.gongkai.content.model.InvalidValue;
import cn.gongkai.content.model.Presentation;
import cn.gongkai.content.model.Synonym;
import cn.gongkai.content.model.Topic;
import cn.gongkai.desk.problem.Problems;
import cn.gongkai.desk.yaml.Fields;
import cn.gongkai.desk.yaml.Yaml;
import cn.gongkai.desk.yaml.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the files that hold lists: columns, halls, topics and synonyms.
final class StructureReader {

  private static final Set<String> COLUMN =
      Set.of("id", "parent", "name", "presentation", "order", "icon", "abstract", "freshDays");
  private static final Set<String> HALL =
      Set.of("id", "name", "division", "address", "telephone", "hours");
  private static final Set<String> TOPIC = Set.of("id", "name", "icon", "words", "order");
  private static final Set<String> SYNONYM = Set.of("said", "written");
  private static final DivisionCode NO_DIVISION = new DivisionCode("100000");

  private final FolderFiles files;

  StructureReader(FolderFiles files) {
    this.files = files;
  }

  List<Entry<Column>> columns(Path file, Problems problems) {
    return list(file, COLUMN, problems, StructureReader::column);
  }

  List<Entry<Hall>> halls(Path file, Problems problems) {
    return list(file, HALL, problems, StructureReader::hall);
  }

  List<Entry<Topic>> topics(Path file, Problems problems) {
    return list(file, TOPIC, problems, StructureReader::topic);
  }

  List<Entry<Synonym>> synonyms(Path file, Problems problems) {
    return list(file, SYNONYM, problems, StructureReader::synonym);
  }

  private interface One<E extends Entity> {
    E read(Fields fields, int position);
  }

  private <E extends Entity> List<Entry<E>> list(
      Path file, Set<String> names, Problems problems, One<E> one) {
    List<Entry<E>> entries = new ArrayList<>();
    Optional<String> text = files.readText(file, 1, problems);
    Optional<Yaml> yaml = text.flatMap(t -> YamlText.parse(t, 1, problems));
    if (yaml.isEmpty()) {
      return entries;
    }
    if (!(yaml.get() instanceof Yaml.Sequence sequence)) {
      problems.block(1, "AUTHORED-NOT-LIST", problems.file());
      return entries;
    }
    List<String> lines = text.orElse("").lines().toList();
    int position = 0;
    for (Yaml value : sequence.values()) {
      position++;
      if (!(value instanceof Yaml.Mapping mapping)) {
        problems.block(value.line(), "AUTHORED-NOT-MAP", problems.file());
        continue;
      }
      Fields fields = new Fields(mapping, names, problems);
      Source source = new Source(problems.file(), mapping.line(), lines, fields.lines(), List.of());
      try {
        entries.add(new Entry<>(one.read(fields, position), source));
      } catch (InvalidValue e) {
        problems.invalid(mapping.line(), e);
      }
    }
    return entries;
  }

  private static Column column(Fields fields, int position) {
    String presentation = fields.required("presentation");
    Optional<Presentation> known =
        Arrays.stream(Presentation.values()).filter(p -> p.name().equals(presentation)).findAny();
    if (known.isEmpty() && !presentation.isEmpty()) {
      fields
          .problems()
          .block(
              fields.line("presentation"),
              "AUTHORED-TERM",
              presentation,
              "presentation",
              Arrays.toString(Presentation.values()));
    }
    return new Column(
        new ColumnId(fields.required("id")),
        fields.text("parent").map(ColumnId::new),
        fields.required("name"),
        known.orElse(Presentation.NEWS),
        fields.integer("order").orElse(position),
        fields.text("icon").orElse("file"),
        fields.text("abstract"),
        fields.integer("freshDays"));
  }

  private static Hall hall(Fields fields, int position) {
    return new Hall(
        fields.required("id"),
        fields.required("name"),
        fields
            .requiredParsed("division", "AUTHORED-DIVISION", MetadataReader::findDivision)
            .orElse(NO_DIVISION),
        fields.text("address"),
        fields.text("telephone"),
        fields.text("hours"));
  }

  private static Topic topic(Fields fields, int position) {
    return new Topic(
        fields.required("id"),
        fields.required("name"),
        fields.integer("order").orElse(position),
        fields.text("icon").orElse("file"),
        fields.texts("words"));
  }

  private static Synonym synonym(Fields fields, int position) {
    return new Synonym(fields.texts("said"), fields.texts("written"));
  }
}
