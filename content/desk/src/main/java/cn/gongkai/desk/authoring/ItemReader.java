package cn.gongkai.desk.authoring;

import cn.gongkai.content.model.Attachment;
import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.InvalidValue;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.Relation;
import cn.gongkai.desk.problem.Problems;
import cn.gongkai.desk.text.MarkdownReader;
import cn.gongkai.desk.text.MediaSource;
import cn.gongkai.desk.text.XhtmlReader;
import cn.gongkai.desk.yaml.Fields;
import cn.gongkai.desk.yaml.Yaml;
import cn.gongkai.desk.yaml.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads one item file: front matter and body.
final class ItemReader {

  private static final Set<String> NAMES = names();
  private static final Map<String, Relation.Kind> RELATIONS =
      Map.ofEntries(
          Map.entry("interprets", Relation.Kind.INTERPRETS),
          Map.entry("解读", Relation.Kind.INTERPRETS),
          Map.entry("cites", Relation.Kind.CITES),
          Map.entry("引用", Relation.Kind.CITES),
          Map.entry("basedOn", Relation.Kind.BASED_ON),
          Map.entry("依据", Relation.Kind.BASED_ON),
          Map.entry("amends", Relation.Kind.AMENDS),
          Map.entry("修改", Relation.Kind.AMENDS),
          Map.entry("repeals", Relation.Kind.REPEALS),
          Map.entry("废止", Relation.Kind.REPEALS),
          Map.entry("forwards", Relation.Kind.FORWARDS),
          Map.entry("转发", Relation.Kind.FORWARDS),
          Map.entry("related", Relation.Kind.RELATED),
          Map.entry("相关", Relation.Kind.RELATED));

  private final FolderFiles files;
  private final AuthoredLimits limits;
  private final DivisionCode home;

  ItemReader(FolderFiles files, AuthoredLimits limits, DivisionCode home) {
    this.files = files;
    this.limits = limits;
    this.home = home;
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>(MetadataReader.NAMES);
    names.addAll(DetailsReader.NAMES);
    names.addAll(
        List.of(
            "id",
            "column",
            "title",
            "subtitle",
            "topics",
            "relations",
            "attachments",
            "overrides"));
    return Set.copyOf(names);
  }

  /// @return empty where something is wrong, which is reported
  Optional<Entry<Item>> read(Path file, Problems problems) {
    Optional<String> text = files.readText(file, 1, problems);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<FrontMatter> parts = FrontMatter.split(text.get());
    if (parts.isEmpty()) {
      problems.block(1, "AUTHORED-FRONT-MATTER");
      return Optional.empty();
    }
    Optional<Yaml> yaml = YamlText.parse(parts.get().yaml(), 2, problems);
    if (!(yaml.orElse(null) instanceof Yaml.Mapping mapping)) {
      if (!problems.anyBlocks()) {
        problems.block(1, "AUTHORED-FRONT-MATTER");
      }
      return Optional.empty();
    }
    Fields fields = fields(mapping, problems);
    List<Block> body = body(file, parts.get(), problems);
    Optional<Item> item = item(file, fields, body, problems);
    Source source =
        new Source(
            problems.file(), 1, text.get().lines().toList(), fields.lines(), overrides(fields));
    return problems.anyBlocks() ? Optional.empty() : item.map(i -> new Entry<>(i, source));
  }

  private List<Block> body(Path file, FrontMatter parts, Problems problems) {
    MediaSource source = files.sourceFor(file, problems);
    boolean markdown = file.toString().endsWith(".md");
    return markdown
        ? new MarkdownReader(source, problems, limits.text()).read(parts.body(), parts.bodyLine())
        : new XhtmlReader(source, problems, limits.text()).read(parts.body(), parts.bodyLine());
  }

  private Optional<Item> item(Path file, Fields fields, List<Block> body, Problems problems) {
    Optional<ItemId> id = id(file, fields);
    Optional<ColumnId> column =
        fields.requiredParsed("column", "AUTHORED-COLUMN-ID", ItemReader::findColumn);
    String title = fields.required("title");
    if (title.length() > Item.TITLE_CHARACTERS_MAX) {
      problems.block(fields.line("title"), "AUTHORED-TITLE", Item.TITLE_CHARACTERS_MAX);
    }
    Optional<OfficialMetadata> metadata = new MetadataReader(fields).read(home);
    Details details = new DetailsReader(files, file, problems).read(fields);
    List<Relation> relations = relations(fields);
    List<Attachment> attachments = attachments(file, fields);
    List<String> topics = fields.texts("topics");
    if (id.isPresent() && metadata.isPresent()) {
      checkTown(id.get(), metadata.get().division(), fields);
    }
    if (problems.anyBlocks() || id.isEmpty() || column.isEmpty() || metadata.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Item(
            id.get(),
            column.get(),
            title,
            fields.text("subtitle"),
            metadata.get(),
            topics,
            details,
            relations,
            attachments,
            body,
            1));
  }

  static Fields fields(Yaml.Mapping mapping, Problems problems) {
    return new Fields(mapping, NAMES, FieldNames.SYNONYMS, problems);
  }

  /// A file's name without its extension.
  static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.lastIndexOf('.'));
  }

  /// What the front matter says, or the name of the file.
  static Optional<ItemId> id(Path file, Fields fields) {
    if (fields.has("id")) {
      return fields.parsed("id", "AUTHORED-ID", GazetteReader::findId);
    }
    String stem = stem(file);
    Optional<ItemId> id = GazetteReader.findId(stem);
    if (id.isEmpty()) {
      fields.problems().block(1, "AUTHORED-ID", stem, "id");
    }
    return id;
  }

  private static Optional<ColumnId> findColumn(String text) {
    try {
      return Optional.of(new ColumnId(text));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  /// A township signs its own channel, and the channel is told by the id.
  private static void checkTown(ItemId id, DivisionCode division, Fields fields) {
    boolean named = id.value().matches("[1-9]\\d{8}-.+");
    boolean rightly = id.value().startsWith(division.value() + "-");
    if (division.isCounty() ? named : !rightly) {
      fields.problems().block(fields.line("division"), "AUTHORED-TOWN-ID", id, division);
    }
  }

  private static List<Relation> relations(Fields fields) {
    List<Relation> relations = new ArrayList<>();
    for (Yaml.Mapping map : fields.mappings("relations")) {
      for (Yaml.Entry entry : map.entries()) {
        Relation.Kind kind = RELATIONS.get(entry.key());
        String target = entry.value() instanceof Yaml.Scalar scalar ? scalar.text() : "";
        Optional<ItemId> id = GazetteReader.findId(target);
        if (kind == null) {
          fields.problems().block(entry.line(), "AUTHORED-RELATION", entry.key());
        } else if (id.isEmpty()) {
          fields.problems().block(entry.line(), "AUTHORED-ID", target, entry.key());
        } else {
          relations.add(new Relation(kind, id.get()));
        }
      }
    }
    return relations;
  }

  private List<Attachment> attachments(Path file, Fields fields) {
    List<Attachment> attachments = new ArrayList<>();
    for (Yaml.Mapping map : fields.mappings("attachments")) {
      Fields attachment = new Fields(map, Set.of("file", "name"), fields.problems());
      String reference = attachment.required("file");
      String name = attachment.required("name");
      if (!reference.isEmpty() && !name.isEmpty()) {
        files
            .media(file, reference, attachment.line("file"), fields.problems())
            .ifPresent(m -> attachments.add(new Attachment(name, m.blob(), m.pages())));
      }
    }
    return attachments;
  }

  private static List<Source.Override> overrides(Fields fields) {
    List<Source.Override> overrides = new ArrayList<>();
    for (Yaml.Mapping map : fields.mappings("overrides")) {
      Fields override = new Fields(map, Set.of("code", "reason"), fields.problems());
      overrides.add(new Source.Override(override.required("code"), override.required("reason")));
    }
    return overrides;
  }
}
