package cn.gongkai.desk.authoring;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Hall;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Site;
import cn.gongkai.content.model.Synonym;
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

/// Reads an authored folder: all of it, or all that is wrong with it. The format is described in
/// `docs/authoring.md`.
public final class AuthoredFolder {

  /// A county may have none of its own.
  private static final String SYNONYMS = "synonyms.yaml";

  private static final DivisionCode UNKNOWN = new DivisionCode("100000");

  private final Path root;
  private final AuthoredLimits limits;
  private final FolderFiles files;
  private final MediaReader media;

  private AuthoredFolder(Path root, AuthoredLimits limits) {
    this.root = root;
    this.limits = limits;
    this.media = new MediaReader(limits.media());
    this.files = new FolderFiles(root, limits, media);
  }

  /// @throws IOException where the folder is not there
  public static AuthoredFolder open(Path folder) throws IOException {
    return new AuthoredFolder(folder.toRealPath(), AuthoredLimits.STANDARD);
  }

  public static Authored read(Path folder) throws IOException {
    return read(folder, AuthoredLimits.STANDARD);
  }

  /// @throws IOException where the folder itself cannot be listed; a single unreadable file is a
  ///   problem of that file
  public static Authored read(Path folder, AuthoredLimits limits) throws IOException {
    AuthoredFolder authored = new AuthoredFolder(folder.toRealPath(), limits);
    Structure structure = authored.structure();
    ItemWalk.Found found = authored.walk();
    List<ItemFile> files = found.files().stream().sorted(ItemFile.BY_PATH).toList();
    List<ItemReading> readings = authored.items(files, structure);
    return authored.gather(structure, readings, found.problems());
  }

  /// The folder itself, without links on the way to it.
  public Path root() {
    return root;
  }

  /// The item files and what is wrong with their places, in no order.
  public List<ItemFile> itemFiles(List<Problem> problems) throws IOException {
    ItemWalk.Found found = walk();
    problems.addAll(found.problems());
    return found.files();
  }

  private ItemWalk.Found walk() throws IOException {
    return new ItemWalk(root, limits).walk();
  }

  /// Reads the site, columns, halls, topics and synonyms.
  public Structure structure() {
    List<Problem> problems = new ArrayList<>();
    Optional<Entry<Site>> site = site(problems);
    StructureReader reader = new StructureReader(files);
    List<Entry<Column>> columns = list("columns.yaml", reader::columns, problems);
    List<Entry<Hall>> halls = list("halls.yaml", reader::halls, problems);
    List<Entry<Topic>> topics = list("topics.yaml", reader::topics, problems);
    List<Entry<Synonym>> synonyms = List.of();
    if (exists(SYNONYMS)) {
      synonyms = list(SYNONYMS, reader::synonyms, problems);
    }
    return new Structure(site, columns, halls, topics, synonyms, problems);
  }

  /// Reads item files, side by side.
  ///
  /// @return in the order of the files
  public List<ItemReading> items(List<ItemFile> items, Structure structure) {
    return items.parallelStream().map(file -> item(file, structure)).toList();
  }

  /// Reads one item file. Safe for several threads.
  public ItemReading item(ItemFile file, Structure structure) {
    DivisionCode home = structure.site().map(s -> s.entity().division()).orElse(UNKNOWN);
    Problems found = new Problems(file.name());
    FolderFiles own = files.apart();
    Optional<Entry<Item>> entry = new ItemReader(own, limits, home).read(file.path(), found);
    return new ItemReading(file, entry, found.all(), own.hash(file.path()), own.asked());
  }

  /// Looks for items by their ids among files of this folder.
  public ItemSearch search(List<ItemFile> among) {
    return new ItemSearch(files.apart(), among);
  }

  /// The stamp of a file below the folder; absent also where a link leads to it.
  public FileStamp stamp(String name) {
    return files.stamp(root.resolve(name));
  }

  /// What has been read, as content or as a refusal.
  ///
  /// @param further problems found in other ways
  public Authored gather(Structure structure, List<ItemReading> readings, List<Problem> further) {
    List<Problem> problems = new ArrayList<>(structure.problems());
    problems.addAll(further);
    List<Entry<Item>> items = new ArrayList<>();
    for (ItemReading reading : readings) {
      problems.addAll(reading.problems());
      reading.entry().ifPresent(items::add);
    }
    problems.sort(null);
    if (structure.site().isEmpty() || problems.stream().anyMatch(Problem::blocks)) {
      int listed = Math.min(problems.size(), limits.problems());
      return new Authored.Refused(problems.subList(0, listed), problems.size() - listed);
    }
    return new Authored.Content(
        structure.site().get(),
        structure.columns(),
        structure.halls(),
        structure.topics(),
        structure.synonyms(),
        items,
        media.files(),
        problems);
  }

  private Optional<Entry<Site>> site(List<Problem> problems) {
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

  private <T> List<T> list(String name, ListReader<T> reader, List<Problem> problems) {
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
}
