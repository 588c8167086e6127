package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.release.Channel;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildTest {

  @TempDir Path terminal;

  final Releases desk = new Releases();

  @Test
  void theOldStoreServesUntilTheNewOneIsSwappedIn() throws Exception {
    BlobRef blob;
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      blob = Releases.deliver(writer, "kept");
      desk.put(Draft.item("first").with(blob));
      desk.applyTo(writer);
    }
    try (ContentReader reader = ContentReader.open(terminal, Releases.CLOCK)) {
      long before = reader.state().generation();
      desk.put(Draft.item("second")).base(Channel.COUNTY);
      try (ContentWriter rebuilt = ContentWriter.rebuild(terminal, Releases.CLOCK)) {
        assertThat(rebuilt.state().heads()).isEmpty();
        desk.applyTo(rebuilt);
        assertThat(reader.changedSince(before)).isFalse();
        assertThat(reader.findItem(new ItemId("first"))).isPresent();
        assertThat(reader.findItem(new ItemId("second"))).isEmpty();
        rebuilt.swap();
      }
      assertThat(reader.changedSince(before)).isTrue();
      assertThat(reader.findItem(new ItemId("first"))).isPresent();
      assertThat(reader.findItem(new ItemId("second"))).isPresent();

      try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
        desk.put(Draft.item("third"));
        desk.applyTo(writer);
      }
      assertThat(reader.findItem(new ItemId("third"))).isPresent();
    }
    assertThat(StoreCheck.of(terminal, StoreCheck.Depth.FULL).problems()).isEmpty();
    assertThat(terminal.resolve("content.sqlite.rebuild")).doesNotExist();
    assertThat(terminal.resolve("content.sqlite.rebuild-wal")).doesNotExist();
  }

  @Test
  void aCorruptStoreIsRebuilt() throws Exception {
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      desk.put(Draft.item("first"));
      desk.applyTo(writer);
    }
    try (RandomAccessFile raw =
        new RandomAccessFile(terminal.resolve("content.sqlite").toFile(), "rw")) {
      raw.setLength(20_000);
    }
    assertThatThrownBy(() -> ContentWriter.open(terminal, Releases.CLOCK))
        .hasMessageStartingWith("STORE-CORRUPT");
    desk.base(Channel.COUNTY);
    try (ContentWriter rebuilt = ContentWriter.rebuild(terminal, Releases.CLOCK)) {
      desk.applyTo(rebuilt);
      rebuilt.swap();
    }
    assertThat(StoreCheck.of(terminal, StoreCheck.Depth.FULL).problems()).isEmpty();
    try (ContentReader reader = ContentReader.open(terminal, Releases.CLOCK)) {
      assertThat(reader.findItem(new ItemId("first"))).isPresent();
    }
  }

  @Test
  void aStoreOfAnOlderLayoutIsRebuiltBesideIt() throws Exception {
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      desk.put(Draft.item("first"));
      desk.applyTo(writer);
    }
    try (Database database = Database.toWrite(ContentFile.in(terminal), StoreLimits.TERMINAL)) {
      database.run("ALTER TABLE item DROP COLUMN topics");
      database.run("PRAGMA user_version=1");
    }
    assertThatThrownBy(() -> ContentWriter.open(terminal, Releases.CLOCK))
        .hasMessageStartingWith("STORE-VERSION");
    desk.base(Channel.COUNTY);
    try (ContentWriter rebuilt = ContentWriter.rebuild(terminal, Releases.CLOCK)) {
      desk.applyTo(rebuilt);
      rebuilt.swap();
    }
    assertThat(StoreCheck.of(terminal, StoreCheck.Depth.FULL).problems()).isEmpty();
    try (ContentReader reader = ContentReader.open(terminal, Releases.CLOCK)) {
      assertThat(reader.findItem(new ItemId("first"))).isPresent();
    }
  }

  @Test
  void anAbandonedRebuildChangesNothing() throws Exception {
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      desk.put(Draft.item("first"));
      desk.applyTo(writer);
    }
    ContentWriter.rebuild(terminal, Releases.CLOCK).close();
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      assertThat(writer.state().heads()).hasSize(1);
      assertThatThrownBy(writer::swap).isInstanceOf(IllegalStateException.class);
    }
    assertThat(terminal.resolve("content.sqlite.rebuild")).doesNotExist();
  }
}
