package cn.gongkai.content.benchmarks;

import cn.gongkai.desk.publish.Progress;
import cn.gongkai.desk.publish.PublishOptions;
import cn.gongkai.desk.publish.PublishOutcome;
import cn.gongkai.desk.publish.Publisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A small site whose next release is a day's change.
///
/// @param root what is served
/// @param day the files that a terminal fetches for it
/// @param timestamp the next timestamp, kept back
record FleetSite(Path root, List<String> day, byte[] timestamp) {

  static FleetSite publish(Path folder, int items) throws Exception {
    AuthoredCorpus corpus = new AuthoredCorpus(folder.resolve("authored"), 42);
    corpus.write(items, 42);
    Path root = folder.resolve("site");
    publishOnce(folder);
    Path file = root.resolve("metadata/timestamp.json");
    byte[] old = Files.readAllBytes(file);
    Set<String> before = files(root);
    corpus.addDay(1);
    publishOnce(folder);
    Set<String> day = files(root);
    day.removeAll(before);
    byte[] next = Files.readAllBytes(file);
    Files.write(file, old);
    return new FleetSite(root, List.copyOf(day), next);
  }

  private static void publishOnce(Path folder) throws Exception {
    Path site = folder.resolve("site");
    PublishOutcome outcome =
        new Publisher(site, folder.resolve("site.keys"), Clock.systemUTC(), Progress.SILENT)
            .publish(folder.resolve("authored"), PublishOptions.STANDARD);
    if (outcome instanceof PublishOutcome.Refused refused) {
      throw new IOException("refused: " + refused.problems().getFirst());
    }
  }

  /// What terminals fetch: no pages.
  private static Set<String> files(Path root) throws IOException {
    Set<String> files = new TreeSet<>();
    for (String below : List.of("metadata", "targets", "blobs")) {
      if (Files.isDirectory(root.resolve(below))) {
        try (Stream<Path> all = Files.walk(root.resolve(below))) {
          all.filter(Files::isRegularFile)
              .map(file -> "/" + root.relativize(file))
              .forEach(files::add);
        }
      }
    }
    return files;
  }

  /// Lets the release out.
  void release() throws IOException {
    Path next = root.resolve("metadata/.next");
    Files.write(next, timestamp);
    Files.move(
        next,
        root.resolve("metadata/timestamp.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }
}
