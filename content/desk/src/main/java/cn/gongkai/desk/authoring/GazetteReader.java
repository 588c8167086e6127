package cn.gongkai.desk.authoring;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Details.Article;
import cn.gongkai.content.model.InvalidValue;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.desk.media.MediaFile;
import cn.gongkai.desk.media.MediaKind;
import cn.gongkai.desk.problem.Problems;
import cn.gongkai.desk.yaml.Fields;
import cn.gongkai.desk.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a gazette issue: its PDF and its table of contents.
final class GazetteReader {

  private static final Set<String> LINE = Set.of("section", "title", "pages", "item");
  private static final Pattern PAGES = Pattern.compile("(\\d{1,5})(?:\\s*[-–—]\\s*(\\d{1,5}))?");

  private final FolderFiles files;
  private final Path file;
  private final Problems problems;

  GazetteReader(FolderFiles files, Path file, Problems problems) {
    this.files = files;
    this.file = file;
    this.problems = problems;
  }

  Details read(Fields fields) {
    int year = fields.requiredInteger("year").orElse(0);
    int number = fields.requiredInteger("number").orElse(0);
    String reference = fields.required("pdf");
    Optional<MediaFile> pdf =
        reference.isEmpty()
            ? Optional.empty()
            : files.media(file, reference, fields.line("pdf"), problems);
    Optional<BlobRef> cover = DetailsReader.blob(files, file, fields, "cover", problems);
    if (pdf.isPresent() && pdf.get().kind() != MediaKind.PDF) {
      problems.block(fields.line("pdf"), "AUTHORED-PDF", reference);
      pdf = Optional.empty();
    }
    int pages = pdf.flatMap(MediaFile::pages).orElse(Integer.MAX_VALUE);
    List<Article> contents = new ArrayList<>();
    for (Yaml.Mapping line : fields.mappings("contents")) {
      article(new Fields(line, LINE, problems), pages).ifPresent(contents::add);
    }
    if (pdf.isEmpty()) {
      return new Details.Plain();
    }
    return new Details.GazetteIssue(
        year, number, fields.integer("total"), pdf.get().blob(), pages, cover, contents);
  }

  private Optional<Article> article(Fields line, int pages) {
    String section = line.required("section");
    String title = line.required("title");
    String text = line.required("pages");
    Optional<ItemId> item = line.parsed("item", "AUTHORED-ID", GazetteReader::findId);
    Matcher matcher = PAGES.matcher(text);
    if (!matcher.matches()) {
      problems.block(line.line("pages"), "AUTHORED-PAGES", text);
      return Optional.empty();
    }
    int first = Integer.parseInt(matcher.group(1));
    int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
    if (first < 1 || last < first || last > pages) {
      problems.block(line.line("pages"), "AUTHORED-PAGES-OUTSIDE", title, text, pages);
      return Optional.empty();
    }
    return Optional.of(new Article(section, title, first, last, item));
  }

  static Optional<ItemId> findId(String text) {
    try {
      return Optional.of(new ItemId(text));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
