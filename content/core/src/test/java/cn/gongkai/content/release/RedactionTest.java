package cn.gongkai.content.release;

import static cn.gongkai.content.release.SampleEntities.item;
import static cn.gongkai.content.release.SampleEntities.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactionTest {

  private static final Instant AS_OF = Instant.parse("2024-01-05T01:00:00Z");
  private static final int ITEMS = 1_500;

  @TempDir Path dir;
  private final Random random = new Random(42);
  private SegmentFolder folder;

  @BeforeEach
  void open() {
    folder = new SegmentFolder(dir);
  }

  private List<NumberedChange> changes(int first) throws ReleaseException {
    List<NumberedChange> changes = new ArrayList<>();
    changes.add(put(first, SampleEntities.site()));
    changes.add(put(first + 1, SampleEntities.column("zcwj", "政策文件")));
    for (int n = 2; n < ITEMS; n++) {
      changes.add(put(first + n, item("zc-" + n, "标题" + n, text())));
    }
    return changes;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < 900; n++) {
      text.append((char) ('一' + random.nextInt(3_000)));
    }
    return text.toString();
  }

  private static Map<EntityRef, Change.Delete> withdrawn(String... ids) {
    Map<EntityRef, Change.Delete> withdrawn = new HashMap<>();
    for (String id : ids) {
      EntityRef ref = new EntityRef(EntityKind.ITEM, id);
      withdrawn.put(ref, new Change.Delete(ref, "撤回", AS_OF));
    }
    return withdrawn;
  }

  private SegmentRef write(SegmentHeader header, List<NumberedChange> changes)
      throws ReleaseException {
    return folder.write(header, AS_OF, changes.iterator());
  }

  private byte[] unpacked(SegmentRef ref) throws Exception {
    try (var in = new GZIPInputStream(Files.newInputStream(folder.file(ref)))) {
      return in.readAllBytes();
    }
  }

  @Test
  void aLargeSegmentIsReadAsOneGzipFile() throws Exception {
    List<NumberedChange> changes = changes(1);
    SegmentRef ref = write(SegmentHeader.base(Channel.COUNTY, ITEMS), changes);
    assertThat(ref.rawLength()).isGreaterThan(3L * MemberWriter.MEMBER_BYTES);
    assertThat(SegmentTest.readAll(folder, ref)).isEqualTo(changes);
    assertThat(unpacked(ref)).hasSize((int) ref.rawLength());
  }

  @Test
  void aBaseLeavesOutWhatIsWithdrawnAndCopiesTheRest() throws Exception {
    List<NumberedChange> changes = changes(1);
    SegmentRef before = write(SegmentHeader.base(Channel.COUNTY, ITEMS), changes);
    SegmentRef after = folder.redact(before, withdrawn("zc-700", "zc-1400"));
    assertThat(after.header()).isEqualTo(before.header());
    changes.removeIf(c -> List.of("zc-700", "zc-1400").contains(c.change().ref().key()));
    assertThat(SegmentTest.readAll(folder, after)).isEqualTo(changes);
    assertThat(new String(unpacked(after), StandardCharsets.UTF_8)).doesNotContain("zc-700");
    byte[] old = Files.readAllBytes(folder.file(before));
    byte[] now = Files.readAllBytes(folder.file(after));
    int same = 0;
    while (old[same] == now[same]) {
      same++;
    }
    assertThat(same).as("bytes that are copied").isGreaterThan(old.length / 4);
  }

  @Test
  void anotherSegmentKeepsTheNumberOfTheLine() throws Exception {
    List<NumberedChange> changes = changes(8);
    SegmentRef before = write(SegmentHeader.delta(Channel.COUNTY, 7, 7 + ITEMS), changes);
    Map<EntityRef, Change.Delete> withdrawn = withdrawn("zc-2", "zc-" + (ITEMS - 1));
    SegmentRef after = folder.redact(before, withdrawn);
    changes.replaceAll(
        change ->
            withdrawn.containsKey(change.change().ref())
                ? new NumberedChange(change.sequence(), withdrawn.get(change.change().ref()))
                : change);
    assertThat(SegmentTest.readAll(folder, after)).isEqualTo(changes);
    assertThat(folder.redact(after, withdrawn)).isEqualTo(after);
  }

  @Test
  void whatHasNoPlainNameIsFoundToo() throws Exception {
    SegmentRef before = write(SegmentHeader.base(Channel.COUNTY, ITEMS), changes(1));
    EntityRef site = SampleEntities.site().ref();
    EntityRef column = SampleEntities.column("zcwj", "政策文件").ref();
    SegmentRef after =
        folder.redact(
            before,
            Map.of(
                site, new Change.Delete(site, "", AS_OF),
                column, new Change.Delete(column, "", AS_OF)));
    assertThat(SegmentTest.readAll(folder, after))
        .hasSize(ITEMS - 2)
        .noneMatch(change -> change.change().ref().equals(site));
  }

  @Test
  void aSegmentWithoutTheTextIsTheSegmentItself() throws Exception {
    SegmentRef ref = write(SegmentHeader.base(Channel.COUNTY, ITEMS), changes(1));
    assertThat(folder.redact(ref, withdrawn("zc-none"))).isEqualTo(ref);
  }

  @Test
  void aFileThatIsNotAsItWasSignedIsNeverSignedAgain() throws Exception {
    SegmentRef ref = write(SegmentHeader.base(Channel.COUNTY, ITEMS), changes(1));
    byte[] whole = Files.readAllBytes(folder.file(ref));
    for (int n = 0; n < 60; n++) {
      byte[] damaged = whole.clone();
      damaged[n < 20 ? n : random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(folder.file(ref), damaged);
      assertThatThrownBy(() -> folder.redact(ref, withdrawn("zc-700")))
          .hasMessageStartingWith("RELEASE-SEGMENT-HASH");
    }
    Files.write(folder.file(ref), Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> folder.redact(ref, withdrawn("zc-700")))
        .hasMessageStartingWith("RELEASE-SEGMENT-SIZE");
    try (Stream<Path> files = Files.walk(dir).filter(Files::isRegularFile)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aFileOfOneLargeMemberIsWrittenAnew() throws Exception {
    List<NumberedChange> changes = changes(1);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    SegmentHeader header = SegmentHeader.base(Channel.COUNTY, ITEMS);
    SegmentFolder small =
        new SegmentFolder(dir, new ReleaseLimits(64 << 10, 1L << 30, 1L << 30, 10_000, 9));
    lines.writeBytes((header.line() + "\n").getBytes(StandardCharsets.UTF_8));
    for (NumberedChange change : changes) {
      lines.writeBytes((SegmentLine.write(change) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(lines.toByteArray());
    }
    byte[] file = packed.toByteArray();
    SegmentRef before =
        new SegmentRef(header, AS_OF, ITEMS, lines.size(), file.length, Sha256.hex(file));
    Files.createDirectories(folder.file(before).getParent());
    Files.write(folder.file(before), file);
    SegmentRef after = small.redact(before, withdrawn("zc-9"));
    changes.removeIf(change -> change.change().ref().key().equals("zc-9"));
    assertThat(SegmentTest.readAll(folder, after)).isEqualTo(changes);
  }
}
