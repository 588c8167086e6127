package cn.gongkai.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.desk.sample.SampleFolder;
import cn.gongkai.testkit.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncrementalPublishTest {

  private static final int STEPS = 60;

  @TempDir Path temp;
  private final ManualClock clock = ManualClock.at("2026-03-01T01:00:00Z");
  private final List<Progress.Step> steps = new ArrayList<>();
  private SampleFolder folder;
  private Path site;
  private Path other;

  @BeforeEach
  void publishTwice() throws Exception {
    folder = SampleFolder.in(temp.resolve("authored"));
    site = temp.resolve("site");
    other = temp.resolve("other");
    publish(site);
    copy(temp.resolve("site.keys"), temp.resolve("other.keys"));
    copy(site, other);
  }

  private PublishOutcome publish(Path to) throws Exception {
    return publish(to, PublishOptions.STANDARD);
  }

  private PublishOutcome publish(Path to, PublishOptions options) throws Exception {
    Path keys = to.resolveSibling(to.getFileName() + ".keys");
    return new Publisher(to, keys, clock, (step, done, total) -> steps.add(step))
        .publish(folder.root(), options);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Map<String, String> files(Path site) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(site)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            site.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  /// Publishes to one site by the change and to the other as a whole, and compares them.
  private void requireSame(String what) throws Exception {
    clock.advance(Duration.ofHours(5));
    Files.deleteIfExists(temp.resolve("other.work").resolve("publish.index"));
    PublishOutcome byChange = publish(site);
    PublishOutcome whole = publish(other);
    assertThat(byChange).as(what).isEqualTo(whole);
    Map<String, String> expected = files(other);
    Map<String, String> actual = files(site);
    assertThat(actual.keySet()).as(what).isEqualTo(expected.keySet());
    expected.forEach((file, text) -> assertThat(actual.get(file)).as(what + file).isEqualTo(text));
  }

  @Test
  void anySequenceOfChangesPublishesTheSameBytesAsAWholeRun() throws Exception {
    long seed = System.nanoTime();
    System.out.println("IncrementalPublishTest seed " + seed);
    RandomEdits edits = new RandomEdits(folder, new Random(seed));
    for (int step = 0; step < STEPS; step++) {
      String what = edits.edit();
      requireSame("seed " + seed + " step " + step + " " + what + ": ");
    }
  }

  @Test
  void aRefusedChangeIsRefusedWithTheSameWords() throws Exception {
    folder.delete(SampleFolder.POLICY);
    requireSame("the document of an interpretation is gone: ");
    assertThat(publish(site)).isInstanceOf(PublishOutcome.Refused.class);
  }

  @Test
  void aSecondItemOfAnUnchangedOnesNameIsRefused() throws Exception {
    folder.write(
        "items/jd/copy.md",
        Files.readString(folder.item(SampleFolder.POLICY))
            .replace("---\ncolumn", "---\nid: " + SampleFolder.POLICY + "\ncolumn"));
    requireSame("twice the same name: ");
    assertThat(publish(site)).isInstanceOf(PublishOutcome.Refused.class);
  }

  @Test
  void aChangeWithinTheSameTickOfTheClockIsSeen() throws Exception {
    folder.replace(SampleFolder.POLICY, "每月（元）", "每年（元）");
    clock.advance(Duration.ofHours(1));
    publish(site);
    Path file = folder.item(SampleFolder.POLICY);
    FileTime time = Files.getLastModifiedTime(file);
    folder.replace(SampleFolder.POLICY, "每年（元）", "每季（元）");
    Files.setLastModifiedTime(file, time);
    clock.advance(Duration.ofHours(1));
    assertThat(publish(site)).isInstanceOf(PublishOutcome.Released.class);
    assertThat(String.join("", files(site).values()))
        .contains(
            new String("每季（元）".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }

  @Test
  void aChangedFileBesideAnItemIsSeenThoughItsNameIsTheSame() throws Exception {
    folder.writePng("files/picture.png", 601, 301);
    requireSame("another picture: ");
    assertThat(publish(site)).isInstanceOf(PublishOutcome.Unchanged.class);
  }

  @Test
  void anAnsweredQuestionForAFileThatWasMissingIsSeen() throws Exception {
    folder.write("files/picture.txt", "两档标准的文字稿。");
    requireSame("a file that an item might have had: ");
  }

  @Test
  void aDamagedOrForeignIndexOnlyCostsTime() throws Exception {
    Path index = temp.resolve("site.work").resolve("publish.index");
    for (int cut : List.of(0, 1, 40, 200)) {
      byte[] bytes = Files.readAllBytes(index);
      if (cut == 0) {
        bytes[bytes.length / 2] ^= 1;
      }
      Files.write(index, cut == 0 ? bytes : java.util.Arrays.copyOf(bytes, bytes.length - cut));
      folder.writeItem("zc-cut-" + cut, "", "正文。\n");
      requireSame("index cut by " + cut + ": ");
    }
    Files.write(index, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    folder.writeItem("zc-cut", "", "正文。\n");
    requireSame("an index of something else: ");
  }

  @Test
  void anIndexOfAnEarlierReleaseIsNotRelied() throws Exception {
    Path work = temp.resolve("site.work");
    copy(work, temp.resolve("kept"));
    folder.writeItem("zc-late", "", "正文。\n");
    requireSame("one more: ");
    delete(work);
    copy(temp.resolve("kept"), work);
    folder.replace(SampleFolder.POLICY, "每月（元）", "每年（元）");
    requireSame("an index from before: ");
  }

  @Test
  void aChangedConfigurationIsAppliedToEverything() throws Exception {
    Path columns = folder.root().resolve("columns.yaml");
    Files.writeString(columns, Files.readString(columns).replace("政策文件", "政策与文件"));
    requireSame("a column has another name: ");
  }
}
