package cn.gongkai.desk.authoring;

import cn.gongkai.desk.problem.Problem;
import cn.gongkai.desk.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the item files of an authored folder, in no order. The folders directly below `items/` are
/// walked side by side: asking for the time of 300,000 files is most of the work of a small
/// publication.
final class ItemWalk {

  /// Files that items may refer to beside themselves.
  private static final Pattern BESIDE =
      Pattern.compile(".*\\.(yaml|pdf|png|jpe?g|gif|mp4|m4a|mp3|vtt|txt|docx|xlsx|ofd)");

  private final Path root;
  private final int rootLength;
  private final AuthoredLimits limits;

  ItemWalk(Path root, AuthoredLimits limits) {
    this.root = root;
    this.rootLength = root.toString().length() + 1;
    this.limits = limits;
  }

  /// @param problems of files that are no items and should not be there
  record Found(List<ItemFile> files, List<Problem> problems) {}

  Found walk() throws IOException {
    Path folder = root.resolve("items");
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return new Found(List.of(), List.of());
    }
    List<Path> top;
    try (Stream<Path> entries = Files.list(folder)) {
      top = entries.toList();
    }
    List<Visit> visits;
    try {
      visits = top.parallelStream().map(this::visit).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    List<ItemFile> files = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Visit visit : visits) {
      files.addAll(visit.files);
      problems.addAll(visit.problems);
    }
    return limited(files, problems);
  }

  private Found limited(List<ItemFile> files, List<Problem> problems) {
    if (files.size() <= limits.items()) {
      return new Found(files, problems);
    }
    files.sort(ItemFile.BY_PATH);
    Problems many = new Problems(files.get(limits.items()).name());
    many.block(1, "AUTHORED-ITEMS", limits.items());
    problems.addAll(many.all());
    return new Found(files.subList(0, limits.items()), problems);
  }

  private Visit visit(Path from) {
    Visit visit = new Visit();
    try {
      Files.walkFileTree(
          from, EnumSet.noneOf(java.nio.file.FileVisitOption.class), limits.depth() - 1, visit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return visit;
  }

  private final class Visit extends SimpleFileVisitor<Path> {
    private final List<ItemFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
      if (attributes.isDirectory()) {
        return FileVisitResult.CONTINUE; // as deep as we go
      }
      String text = path.toString();
      String name = text.substring(rootLength).replace('\\', '/');
      boolean link = attributes.isSymbolicLink();
      if (!link && (text.endsWith(".md") || text.endsWith(".xhtml"))) {
        files.add(new ItemFile(name, path, FileStamp.of(attributes)));
        return FileVisitResult.CONTINUE;
      }
      Problems found = new Problems(name);
      if (link) {
        found.block(1, "AUTHORED-PATH", path.getFileName());
      } else if (!BESIDE.matcher(text).matches()) {
        found.warn(1, "AUTHORED-UNEXPECTED", path.getFileName());
      }
      problems.addAll(found.all());
      return FileVisitResult.CONTINUE;
    }
  }
}
