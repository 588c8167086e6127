package cn.gongkai.desk.authoring;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.InvalidValue;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Site;
import cn.gongkai.desk.problem.Problems;
import cn.gongkai.desk.yaml.Fields;
import cn.gongkai.desk.yaml.Yaml;
import cn.gongkai.desk.yaml.YamlText;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads `site.yaml`.
final class SiteReader {

  private static final Set<String> NAMES =
      Set.of(
          "name", "baseUrl", "division", "tiles", "attract", "staleAfterHours", "hosts", "contact");
  private static final Set<String> CONTACT =
      Set.of("office", "address", "telephone", "email", "hours");
  private static final int STALE_AFTER_HOURS = 72;

  private final FolderFiles files;

  SiteReader(FolderFiles files) {
    this.files = files;
  }

  /// @return empty where something is wrong, which is reported
  Optional<Entry<Site>> read(Path file, Problems problems) {
    Optional<String> text = files.readText(file, 1, problems);
    Optional<Yaml> yaml = text.flatMap(t -> YamlText.parse(t, 1, problems));
    if (!(yaml.orElse(null) instanceof Yaml.Mapping mapping)) {
      if (!problems.anyBlocks()) {
        problems.block(1, "AUTHORED-NOT-MAP", problems.file());
      }
      return Optional.empty();
    }
    Fields fields = new Fields(mapping, NAMES, problems);
    String name = fields.required("name");
    Optional<URI> baseUrl = fields.requiredAddress("baseUrl");
    Optional<DivisionCode> division =
        fields.requiredParsed("division", "AUTHORED-DIVISION", MetadataReader::findDivision);
    if (name.isEmpty() || baseUrl.isEmpty() || division.isEmpty()) {
      return Optional.empty();
    }
    try {
      Site site =
          new Site(
              name,
              baseUrl.get(),
              division.get(),
              fields.texts("tiles").stream().map(ColumnId::new).toList(),
              fields.texts("attract").stream().map(ItemId::new).toList(),
              fields.integer("staleAfterHours").orElse(STALE_AFTER_HOURS),
              fields.texts("hosts"),
              fields.mapping("contact").map(map -> contact(new Fields(map, CONTACT, problems))));
      List<String> lines = text.orElse("").lines().toList();
      Source source = new Source(problems.file(), 1, lines, fields.lines(), List.of());
      return Optional.of(new Entry<>(site, source));
    } catch (InvalidValue e) {
      problems.invalid(fields.line(), e);
      return Optional.empty();
    }
  }

  private static Site.Contact contact(Fields fields) {
    return new Site.Contact(
        fields.required("office"),
        fields.text("address"),
        fields.text("telephone"),
        fields.text("email"),
        fields.text("hours"));
  }
}
