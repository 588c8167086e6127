package cn.gongkai.desk.authoring;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Hall;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Site;
import cn.gongkai.content.model.Topic;
import cn.gongkai.desk.media.MediaReader;
import cn.gongkai.desk.problem.Problem;
import cn.gongkai.desk.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads an authored folder: all of it, or all that is wrong with it. The format is described in
/// `docs/authoring.md`.
public final class AuthoredFolder {

  private static final DivisionCode UNKNOWN = new DivisionCode("100000");

  private final Path root;
  private final AuthoredLimits limits;
  private final FolderFiles files;
  private final MediaReader media;
  private final List<Problem> problems = new ArrayList<>();

  private AuthoredFolder(Path root, AuthoredLimits limits) {
    this.root = root;
    this.limits = limits;
    this.media = new MediaReader(limits.media());
    this.files = new FolderFiles(root, limits, media);
  }

  public static Authored read(Path folder) throws IOException {
    return read(folder, AuthoredLimits.STANDARD);
  }

  /// @throws IOException where the folder itself cannot be listed; a single unreadable file is a
  ///   problem of that file
  public static Authored read(Path folder, AuthoredLimits limits) throws IOException {
    return new AuthoredFolder(folder.toRealPath(), limits).read();
  }

  private Authored read() throws IOException {
    Optional<Entry<Site>> site = site();
    StructureReader structure = new StructureReader(files);
    List<Entry<Column>> columns = list("columns.yaml", structure::columns);
    List<Entry<Hall>> halls = list("halls.yaml", structure::halls);
    List<Entry<Topic>> topics = list("topics.yaml", structure::topics);
    DivisionCode home = site.map(s -> s.entity().division()).orElse(UNKNOWN);
    List<Entry<Item>> items = items(new ItemReader(files, limits, home));
    List<Problem> sorted = problems.stream().sorted().toList();
    if (site.isEmpty() || sorted.stream().anyMatch(Problem::blocks)) {
      int listed = Math.min(sorted.size(), limits.problems());
      return new Authored.Refused(sorted.subList(0, listed), sorted.size() - listed);
    }
    return new Authored.Content(site.get(), columns, halls, topics, items, media.files(), sorted);
  }

  private Optional<Entry<Site>> site() {
    Problems found = new Problems("site.yaml");
    Optional<Entry<Site>> site = Optional.empty();
    if (exists("site.yaml")) {
      site = new SiteReader(files).read(root.resolve("site.yaml"), found);
    } else {
      found.block(1, "AUTHORED-FILE-MISSING", "site.yaml");
    }
    problems.addAll(found.all());
    return site;
  }

  private interface ListReader<T> {
    List<T> read(Path file, Problems problems);
  }

  private <T> List<T> list(String name, ListReader<T> reader) {
    Problems found = new Problems(name);
    List<T> entries = List.of();
    if (exists(name)) {
      entries = reader.read(root.resolve(name), found);
    } else {
      found.block(1, "AUTHORED-FILE-MISSING", name);
    }
    problems.addAll(found.all());
    return entries;
  }

  private boolean exists(String name) {
    return Files.isRegularFile(root.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  private List<Entry<Item>> items(ItemReader reader) throws IOException {
    List<Entry<Item>> items = new ArrayList<>();
    Path folder = root.resolve("items");
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return items;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder, limits.depth())) {
      paths = walk.filter(path -> !Files.isDirectory(path)).sorted().toList();
    }
    int read = 0;
    for (Path path : paths) {
      Problems found = new Problems(files.name(path));
      if (Files.isSymbolicLink(path)) {
        found.block(1, "AUTHORED-PATH", path.getFileName());
      } else if (isItem(path)) {
        read++;
        if (read > limits.items()) {
          found.block(1, "AUTHORED-ITEMS", limits.items());
          problems.addAll(found.all());
          break;
        }
        reader.read(path, found).ifPresent(items::add);
      } else if (!isBeside(path)) {
        found.warn(1, "AUTHORED-UNEXPECTED", path.getFileName());
      }
      problems.addAll(found.all());
    }
    return items;
  }

  private static boolean isItem(Path path) {
    String name = path.toString();
    return name.endsWith(".md") || name.endsWith(".xhtml");
  }

  /// Files that items may refer to beside themselves.
  private static boolean isBeside(Path path) {
    return path.toString()
        .matches(".*\\.(yaml|pdf|png|jpe?g|gif|mp4|m4a|mp3|vtt|txt|docx|xlsx|ofd)");
  }
}
