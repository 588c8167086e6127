package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.ItemId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A release is there wholly or not at all, for readers beside the writer and after a crash.
class CrashTest {

  private static final ListQuery ALL = ListQuery.all(ContentStoreTest.TODAY);

  @TempDir Path folder;

  final Releases desk = new Releases();

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(dir).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static long total(Path terminal) throws StoreException {
    try (ContentReader reader = ContentReader.open(terminal, Releases.CLOCK)) {
      return reader.facets(ALL).total();
    }
  }

  @Test
  void aFolderCopiedInTheMiddleOfAReleaseHoldsTheReleaseBefore() throws Exception {
    Path terminal = folder.resolve("terminal");
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      desk.put(Draft.item("first"));
      desk.applyTo(writer);
      StoreState before = writer.state();
      for (int i = 0; i < 2_000; i++) {
        desk.put(Draft.item("second-" + i).saying("正文".repeat(300) + i));
      }
      desk.delete(new EntityRef(EntityKind.ITEM, "first"));
      try (ContentWriter.Apply apply = writer.begin()) {
        desk.fill(apply);
        copy(terminal, folder.resolve("in-the-middle"));
        apply.commit(desk.heads());
      }
      copy(terminal, folder.resolve("after"));
      Path middle = folder.resolve("in-the-middle");
      try (ContentWriter again = ContentWriter.open(middle, Releases.CLOCK)) {
        assertThat(again.state()).isEqualTo(before);
      }
      assertThat(StoreCheck.of(middle, StoreCheck.Depth.FULL).problems()).isEmpty();
      assertThat(total(middle)).isEqualTo(1);
      assertThat(StoreCheck.of(folder.resolve("after"), StoreCheck.Depth.FULL).problems())
          .isEmpty();
      assertThat(total(folder.resolve("after"))).isEqualTo(2_000);
    }
  }

  @Test
  void aCommittedReleaseThatIsOnlyInTheLogIsThereAfterACrash() throws Exception {
    Path terminal = folder.resolve("terminal");
    StoreLimits impatient =
        new StoreLimits(
            1 << 20, 1 << 20, 1, Duration.ofMillis(50), 10, 10, 10, 12, 1024, 100, 5_000, 8);
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK, impatient);
        Database reader = ContentFile.openToRead(ContentFile.in(terminal), impatient)) {
      reader.run("BEGIN");
      reader.number("SELECT count(*) FROM item");
      desk.put(Draft.item("first"));
      desk.applyTo(writer);
      assertThat(Files.size(terminal.resolve("content.sqlite-wal"))).isPositive();
      Path crashed = folder.resolve("crashed");
      copy(terminal, crashed);
      Files.delete(crashed.resolve("content.sqlite-shm"));
      assertThat(total(crashed)).isEqualTo(1);
      assertThat(StoreCheck.of(crashed, StoreCheck.Depth.FULL).problems()).isEmpty();
    }
  }

  @Test
  void theLogIsEmptyAfterAReleaseWhetherItWasAppliedOrTakenBack() throws Exception {
    Path terminal = folder.resolve("terminal");
    Path log = terminal.resolve("content.sqlite-wal");
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      desk.put(Draft.item("first"));
      desk.applyTo(writer);
      assertThat(log).isEmptyFile();
      for (int i = 0; i < 2_000; i++) {
        desk.put(Draft.item("second-" + i).saying("正文".repeat(300) + i));
      }
      try (ContentWriter.Apply apply = writer.begin()) {
        desk.fill(apply);
      }
      assertThat(log).isEmptyFile();
      assertThat(writer.state().heads().getFirst().entities()).isEqualTo(1);
    }
  }

  @Test
  void aReaderSeesTheReleaseBeforeWhileOneIsWritten() throws Exception {
    Path terminal = folder.resolve("terminal");
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      desk.put(Draft.item("first"));
      desk.applyTo(writer);
      try (ContentReader reader = ContentReader.open(terminal, Releases.CLOCK)) {
        StoreState before = reader.state();
        desk.put(Draft.item("second")).put(Draft.item("first").titled("改过的标题"));
        try (ContentWriter.Apply apply = writer.begin()) {
          desk.fill(apply);
          assertThat(reader.state()).isEqualTo(before);
          assertThat(reader.findItem(new ItemId("second"))).isEmpty();
          assertThat(reader.list(ALL, OptionalLong.empty(), 10).items()).hasSize(1);
          apply.commit(desk.heads());
        }
        assertThat(reader.findItem(new ItemId("second"))).isPresent();
        assertThat(reader.findItem(new ItemId("first")).orElseThrow().title()).isEqualTo("改过的标题");
      }
    }
  }

  @Test
  void aProcessKilledInTheMiddleOfAReleaseLeavesTheReleaseBefore() throws Exception {
    Path terminal = folder.resolve("terminal");
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      desk.put(Draft.item("first"));
      desk.applyTo(writer);
    }
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    EndlessRelease.class.getName(),
                    terminal.toString()))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = process.inputReader()) {
      assertThat(said.lines().anyMatch(line -> line.equals("writing"))).isTrue();
      try (ContentReader reader = ContentReader.open(terminal, Releases.CLOCK)) {
        assertThat(reader.facets(ALL).total()).isEqualTo(1);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      desk.put(Draft.item("second"));
      desk.applyTo(writer);
    }
    assertThat(total(terminal)).isEqualTo(2);
    assertThat(StoreCheck.of(terminal, StoreCheck.Depth.FULL).problems()).isEmpty();
  }
}
