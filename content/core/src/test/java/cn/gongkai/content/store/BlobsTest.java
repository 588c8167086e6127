package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.model.ShortPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTest {

  private static final ListQuery ALL = ListQuery.all(ContentStoreTest.TODAY);
  private static final ItemId ITEM = new ItemId("video");

  @TempDir Path terminal;

  final Releases desk = new Releases();
  ContentWriter writer;
  ContentReader reader;

  @BeforeEach
  void open() throws StoreException {
    writer = ContentWriter.open(terminal, Releases.CLOCK);
    reader = ContentReader.open(terminal, Releases.CLOCK);
  }

  @AfterEach
  void close() {
    reader.close();
    writer.close();
  }

  @Test
  void anItemIsHiddenUntilItsLastBlobIsHere() throws Exception {
    BlobRef small = Releases.blob("small");
    BlobRef large = Releases.blob("a larger one");
    desk.put(
        Draft.item("policy"),
        Draft.item("video").with(large, small).relating(Relation.Kind.INTERPRETS, "policy"));
    desk.applyTo(writer);
    long generation = reader.state().generation();
    assertHidden();
    assertThat(writer.missingBlobs()).containsExactly(small, large);

    Releases.deliver(writer, "small");
    assertThat(writer.revealReady()).isZero();
    assertThat(reader.changedSince(generation)).isFalse();
    assertHidden();

    Releases.deliver(writer, "a larger one");
    assertThat(writer.revealReady()).isEqualTo(1);
    assertThat(reader.changedSince(generation)).isTrue();
    assertThat(reader.findItem(ITEM)).isPresent();
    assertThat(reader.findByShortPath(ShortPath.of(ITEM))).isPresent();
    assertThat(reader.list(ALL, OptionalLong.empty(), 10).items()).hasSize(2);
    assertThat(reader.relatedTo(new ItemId("policy"), Relation.Kind.INTERPRETS)).hasSize(1);
    assertThat(writer.missingBlobs()).isEmpty();
  }

  private void assertHidden() throws StoreException {
    assertThat(reader.findItem(ITEM)).isEmpty();
    assertThat(reader.findByShortPath(ShortPath.of(ITEM))).isEmpty();
    assertThat(reader.list(ALL, OptionalLong.empty(), 10).items()).hasSize(1);
    assertThat(reader.facets(ALL).total()).isEqualTo(1);
    assertThat(reader.relatedTo(new ItemId("policy"), Relation.Kind.INTERPRETS)).isEmpty();
  }

  @Test
  void aShownItemStaysAsItWasUntilTheFilesOfItsLaterStateAreHere() throws Exception {
    BlobRef old = Releases.deliver(writer, "old clip");
    desk.put(Draft.item("video").titled("示例：第一版").with(old));
    desk.applyTo(writer);
    desk.put(Draft.item("video").titled("示例：第二版").with(Releases.blob("new clip")));
    desk.applyTo(writer);
    writer.collectGarbage();
    assertThat(title()).isEqualTo("示例：第一版");
    assertThat(reader.blob(old)).hasContent("old clip");
    assertThat(writer.missingBlobs()).containsExactly(Releases.blob("new clip"));
    assertSound();
    assertThat(writer.provenHeads()).isEqualTo(writer.state().heads());

    Releases.deliver(writer, "new clip");
    writer.collectGarbage();
    assertThat(writer.revealReady()).isEqualTo(1);
    assertThat(title()).isEqualTo("示例：第二版");
    assertThat(writer.hasBlob(old)).isFalse();
    assertThat(writer.missingBlobs()).isEmpty();
    assertSound();
  }

  @Test
  void aStateThatIsOvertakenBeforeItsFilesAreHereIsNeverShown() throws Exception {
    desk.put(Draft.item("video").titled("示例：第一版"));
    desk.applyTo(writer);
    desk.put(Draft.item("video").titled("示例：第二版").with(Releases.blob("second")));
    desk.applyTo(writer);
    desk.put(Draft.item("video").titled("示例：第三版"));
    desk.applyTo(writer);
    assertThat(title()).isEqualTo("示例：第三版");
    assertThat(writer.missingBlobs()).isEmpty();
    assertThat(writer.revealReady()).isZero();
    assertSound();
  }

  @Test
  void aWithdrawalWaitsForNoFile() throws Exception {
    desk.put(Draft.item("video"));
    desk.applyTo(writer);
    desk.put(Draft.item("video").with(Releases.blob("second")));
    desk.applyTo(writer);
    desk.delete(new EntityRef(EntityKind.ITEM, "video"));
    desk.applyTo(writer);
    assertThat(reader.findItem(ITEM)).isEmpty();
    assertThat(writer.missingBlobs()).isEmpty();
    Releases.deliver(writer, "second");
    assertThat(writer.revealReady()).isZero();
    assertThat(reader.findItem(ITEM)).isEmpty();
    assertSound();
  }

  private String title() throws StoreException {
    return reader.findItem(ITEM).orElseThrow().title();
  }

  private void assertSound() {
    assertThat(StoreCheck.of(terminal, StoreCheck.Depth.FULL).problems()).isEmpty();
  }

  @Test
  void anItemWhoseBlobsCameFirstIsShownWithTheRelease() throws Exception {
    BlobRef blob = Releases.deliver(writer, "content");
    desk.put(Draft.item("video").with(blob));
    desk.applyTo(writer);
    assertThat(reader.findItem(ITEM)).isPresent();
    assertThat(reader.blob(blob)).hasContent("content");
  }

  @Test
  void aBlobOfAnotherContentIsRefusedAndLeftWhereItIs() throws Exception {
    BlobRef blob = Releases.blob("content");
    Path incoming = writer.incoming(blob);
    Files.writeString(incoming, "c0ntent");
    assertRefused(blob, incoming);
    Files.writeString(incoming, "conten");
    assertRefused(blob, incoming);
    assertThat(incoming).exists();
    assertThat(writer.hasBlob(blob)).isFalse();
  }

  private void assertRefused(BlobRef blob, Path incoming) {
    assertThatThrownBy(() -> writer.acceptBlob(blob, incoming))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.code()).isEqualTo("STORE-BLOB"));
  }

  @Test
  void garbageIsWhatNoStoredItemNames() throws Exception {
    BlobRef named = Releases.deliver(writer, "named");
    BlobRef waiting = Releases.deliver(writer, "waiting");
    BlobRef orphan = Releases.deliver(writer, "orphan");
    Path stray = reader.blob(named).resolveSibling("leftover.tmp");
    Files.writeString(stray, "x");
    desk.put(
        Draft.item("video").with(named),
        Draft.item("later").with(waiting, Releases.blob("not here yet")));
    desk.applyTo(writer);
    assertThat(writer.collectGarbage()).isEqualTo("orphan".length() + 1L);
    assertThat(writer.hasBlob(named)).isTrue();
    assertThat(writer.hasBlob(waiting)).isTrue();
    assertThat(writer.hasBlob(orphan)).isFalse();
    assertThat(stray).doesNotExist();
  }
}
