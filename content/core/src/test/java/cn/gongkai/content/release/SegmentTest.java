package cn.gongkai.content.release;

import static cn.gongkai.content.release.SampleEntities.delete;
import static cn.gongkai.content.release.SampleEntities.item;
import static cn.gongkai.content.release.SampleEntities.put;
import static cn.gongkai.content.release.SampleEntities.townItem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

class SegmentTest {

  private static final Instant AS_OF = Instant.parse("2024-01-05T01:00:00Z");
  private static final EntityRef GONE = new EntityRef(EntityKind.ITEM, "zc-gone");

  @TempDir Path dir;

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    SegmentFolder folder = new SegmentFolder(dir);
    List<NumberedChange> changes =
        List.of(
            put(2, SampleEntities.site()), put(3, item("zc-1", "标题", "正文\n第二行")), delete(4, GONE));
    SegmentRef ref = write(folder, SegmentHeader.delta(Channel.COUNTY, 1, 4), changes);
    assertThat(readAll(folder, ref)).isEqualTo(changes);
    assertThat(folder.file(ref)).exists();
    assertThat(ref.filePath()).isEqualTo("ch/county/" + ref.sha256() + ".1-4.jsonl.xz");
  }

  @Test
  void theSameChangesGiveTheSameFile() throws Exception {
    SegmentHeader header = SegmentHeader.base(Channel.COUNTY, 9);
    List<NumberedChange> changes = List.of(put(3, item("zc-1", "标题", "正文")));
    assertThat(write(new SegmentFolder(dir.resolve("a")), header, changes))
        .isEqualTo(write(new SegmentFolder(dir.resolve("b")), header, changes));
  }

  @Test
  void aTownCannotSayAnythingOfTheCounty() throws Exception {
    SegmentHeader header = SegmentHeader.delta(SampleEntities.TOWN_CHANNEL, 1, 2);
    assertThat(refusal(header, put(2, item("zc-1", "标题", "正文"))))
        .isEqualTo("RELEASE-SEGMENT-FOREIGN");
    assertThat(refusal(header, delete(2, GONE))).isEqualTo("RELEASE-SEGMENT-FOREIGN");
    assertThat(refusal(header, put(2, townItem("370323105", "x", "标题", "正文"))))
        .isEqualTo("RELEASE-SEGMENT-FOREIGN");
    assertThat(refusal(header, put(2, item("370323104-x", SampleEntities.COUNTY, "标题", "正文"))))
        .isEqualTo("RELEASE-SEGMENT-FOREIGN");
  }

  @Test
  void theCountyCannotSpeakForATown() throws Exception {
    assertThat(
            refusal(
                SegmentHeader.delta(Channel.COUNTY, 1, 2),
                put(2, townItem(SampleEntities.TOWN, "x", "标题", "正文"))))
        .isEqualTo("RELEASE-SEGMENT-FOREIGN");
  }

  @Test
  void numbersMustRiseAndReachTheEnd() throws Exception {
    SegmentHeader header = SegmentHeader.delta(Channel.COUNTY, 1, 5);
    assertThat(refusal(header, put(3, item("aa", "标题", "文")), put(3, item("bb", "标题", "文"))))
        .isEqualTo("RELEASE-SEGMENT-SEQUENCE");
    assertThat(refusal(header, put(1, item("aa", "标题", "文"))))
        .isEqualTo("RELEASE-SEGMENT-SEQUENCE");
    assertThat(refusal(header, put(6, item("aa", "标题", "文"))))
        .isEqualTo("RELEASE-SEGMENT-SEQUENCE");
    assertThat(refusal(header, put(4, item("aa", "标题", "文"))))
        .isEqualTo("RELEASE-SEGMENT-SEQUENCE");
  }

  @Test
  void aBaseHoldsNoDeletions() throws Exception {
    assertThat(refusal(SegmentHeader.base(Channel.COUNTY, 2), delete(2, GONE)))
        .isEqualTo("RELEASE-SEGMENT-LINE");
  }

  @Test
  void nothingIsLeftBehindByARefusedWrite() throws Exception {
    refusal(SegmentHeader.base(Channel.COUNTY, 2), delete(2, GONE));
    try (var files = Files.walk(dir)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void anyReaderOfTheFormReadsAFileOfSeveralMembers() throws Exception {
    SegmentFolder folder = new SegmentFolder(dir);
    List<NumberedChange> changes = new ArrayList<>();
    for (int n = 2; n < 1_200; n++) {
      changes.add(put(n, item("zc-" + n, "标题" + n, ("正文" + n).repeat(300))));
    }
    for (SegmentHeader header :
        List.of(
            SegmentHeader.base(Channel.COUNTY, 1_199),
            SegmentHeader.delta(Channel.COUNTY, 1, 1_199))) {
      SegmentRef ref = write(folder, header, changes);
      assertThat(ref.rawLength()).isGreaterThan(2L * MemberWriter.MEMBER_BYTES);
      assertThat(readAll(folder, ref)).isEqualTo(changes);
      InputStream packed = Files.newInputStream(folder.file(ref));
      try (var in = header.base() ? new GZIPInputStream(packed) : new XZInputStream(packed)) {
        assertThat(in.readAllBytes()).hasSize((int) ref.rawLength());
      }
    }
  }

  @Test
  void whatAsksForMoreMemoryThanIsGivenIsRefused() throws Exception {
    SegmentHeader header = SegmentHeader.delta(Channel.COUNTY, 1, 2);
    String text = header.line() + "\n" + SegmentLine.write(delete(2, GONE)) + "\n";
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int dictionary : new int[] {8 << 20, 16 << 20}) {
      var packed = new ByteArrayOutputStream();
      LZMA2Options options = new LZMA2Options(0);
      options.setDictSize(dictionary);
      try (var out = new XZOutputStream(packed, options)) {
        out.write(raw);
      }
      SegmentRef ref = sign(packed.toByteArray(), header, 1, raw.length);
      assertThat(codeOf(new SegmentFolder(dir), ref))
          .isEqualTo(dictionary > 8 << 20 ? "RELEASE-SEGMENT-CUT" : "none");
    }
  }

  @Test
  void aCutOrForeignFileOfChangesIsRefused() throws Exception {
    SegmentFolder folder = new SegmentFolder(dir);
    SegmentHeader header = SegmentHeader.delta(Channel.COUNTY, 1, 2);
    SegmentRef whole = write(folder, header, List.of(put(2, item("zc-1", "标题", "正文"))));
    byte[] file = Files.readAllBytes(folder.file(whole));
    for (int length = 1; length < file.length; length++) {
      SegmentRef cut = sign(Arrays.copyOf(file, length), header, 1, whole.rawLength());
      assertThat(codeOf(folder, cut)).as("%d bytes", length).isEqualTo("RELEASE-SEGMENT-CUT");
    }
    SegmentRef foreign = sign(gzip(header.line() + "\n"), header, 1, whole.rawLength());
    assertThat(codeOf(folder, foreign)).isEqualTo("RELEASE-SEGMENT-CUT");
  }

  @Test
  void aFlippedByteAnywhereIsRefused() throws Exception {
    SegmentFolder folder = new SegmentFolder(dir);
    SegmentRef ref =
        write(
            folder,
            SegmentHeader.base(Channel.COUNTY, 2),
            List.of(put(2, item("zc-1", "标题", "正文"))));
    byte[] good = Files.readAllBytes(folder.file(ref));
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 1;
      Files.write(folder.file(ref), bad);
      assertThat(codeOf(folder, ref)).isEqualTo("RELEASE-SEGMENT-HASH");
    }
  }

  @Test
  void aCutSegmentIsRefused() throws Exception {
    String line = SegmentLine.write(put(2, item("zc-1", "标题", "正文")));
    String header = SegmentHeader.base(Channel.COUNTY, 2).line();
    assertThat(codeOfSigned(gzip(header + "\n" + line), 1)).isEqualTo("RELEASE-SEGMENT-CUT");
    byte[] whole = gzip(header + "\n" + line + "\n");
    for (int length = 0; length < whole.length; length++) {
      assertThat(codeOfSigned(Arrays.copyOf(whole, length), 1))
          .isIn("RELEASE-SEGMENT-CUT", "RELEASE-SEGMENT-SIZE");
    }
  }

  @Test
  void signedNonsenseIsRefusedByName() throws Exception {
    String header = SegmentHeader.base(Channel.COUNTY, 2).line() + "\n";
    String line = SegmentLine.write(put(2, item("zc-1", "标题", "正文"))) + "\n";
    assertThat(codeOfSigned(gzip("{\"segment\":2}\n"), 0)).isEqualTo("RELEASE-SEGMENT-HEADER");
    assertThat(codeOfSigned(gzip("no json\n"), 0)).isEqualTo("RELEASE-SEGMENT-HEADER");
    assertThat(codeOfSigned(gzip(header.replace("county", "town-370323104")), 0))
        .isEqualTo("RELEASE-SEGMENT-HEADER");
    assertThat(codeOfSigned(gzip(header + "{\"put\":1}\n"), 1)).isEqualTo("RELEASE-SEGMENT-LINE");
    assertThat(codeOfSigned(gzip(header + line.replace("标题", "\uFFFD")), 1)).isEqualTo("none");
    assertThat(codeOfSigned(gzip(header + line.replace("\"title\"", "\"tit\"")), 1))
        .isEqualTo("RELEASE-SEGMENT-ENTITY");
    assertThat(codeOfSigned(gzip(header + line.replace("}\n", ",\"x\":1}\n")), 1))
        .isNotEqualTo("none");
    assertThat(codeOfSigned(gzip(header + line), 2)).isEqualTo("RELEASE-SEGMENT-COUNT");
    assertThat(codeOfSigned(gzip(header + line + line), 1)).isIn("RELEASE-SEGMENT-SEQUENCE");
  }

  @Test
  void malformedUtf8IsRefused() throws Exception {
    byte[] text =
        (SegmentHeader.base(Channel.COUNTY, 2).line() + "\nX\n").getBytes(StandardCharsets.UTF_8);
    text[text.length - 2] = (byte) 0xC3;
    assertThat(codeOfSigned(gzip(text), 1)).isEqualTo("RELEASE-SEGMENT-LINE");
  }

  @Test
  void aDecompressionBombIsStoppedAtItsSignedLength() throws Exception {
    byte[] bomb = gzip(SegmentHeader.base(Channel.COUNTY, 2).line() + "\n" + " ".repeat(9 << 20));
    SegmentRef ref = sign(bomb, 1, 4_000_000);
    assertThat(codeOf(new SegmentFolder(dir), ref))
        .isIn("RELEASE-SEGMENT-SIZE", "RELEASE-SEGMENT-LONG-LINE");
  }

  @Test
  void whatATerminalWouldRefuseForItsSizeIsNotWritten() throws Exception {
    ReleaseLimits most = ReleaseLimits.STANDARD;
    for (ReleaseLimits limits :
        List.of(
            new ReleaseLimits(most.lineBytes(), most.rawBytes(), 100, most.changes(), 1),
            new ReleaseLimits(most.lineBytes(), 100, most.fileBytes(), most.changes(), 1))) {
      SegmentFolder folder = new SegmentFolder(dir, limits);
      assertThatThrownBy(
              () ->
                  write(
                      folder,
                      SegmentHeader.base(Channel.COUNTY, 2),
                      List.of(put(2, item("zc-1", "标题", "正文")))))
          .hasMessageContaining("RELEASE-SEGMENT-SIZE");
      try (Stream<Path> files = Files.walk(dir)) {
        assertThat(files.filter(Files::isRegularFile)).isEmpty();
      }
    }
  }

  @Test
  void mergingKeepsTheLastStateOfEverything() throws Exception {
    SegmentFolder folder = new SegmentFolder(dir);
    SegmentRef one =
        write(
            folder,
            SegmentHeader.delta(Channel.COUNTY, 2, 4),
            List.of(put(3, item("aa", "旧", "文")), put(4, item("bb", "旧", "文"))));
    SegmentRef two =
        write(
            folder,
            SegmentHeader.delta(Channel.COUNTY, 4, 6),
            List.of(put(5, item("aa", "新", "文")), delete(6, new EntityRef(EntityKind.ITEM, "bb"))));
    SegmentRef whole = folder.merge(List.of(one, two));
    assertThat(whole.header()).isEqualTo(SegmentHeader.delta(Channel.COUNTY, 2, 6));
    assertThat(readAll(folder, whole))
        .containsExactly(
            put(5, item("aa", "新", "文")), delete(6, new EntityRef(EntityKind.ITEM, "bb")));
  }

  @Test
  void mergingIntoABaseLeavesTheLivingOnly() throws Exception {
    SegmentFolder folder = new SegmentFolder(dir);
    SegmentRef base =
        write(
            folder,
            SegmentHeader.base(Channel.COUNTY, 4),
            List.of(put(3, item("aa", "旧", "文")), put(4, item("bb", "旧", "文"))));
    SegmentRef delta =
        write(
            folder,
            SegmentHeader.delta(Channel.COUNTY, 3, 6),
            List.of(
                put(4, item("bb", "旧", "文")),
                put(5, item("cc", "新", "文")),
                delete(6, new EntityRef(EntityKind.ITEM, "aa"))));
    SegmentRef whole = folder.merge(List.of(base, delta));
    assertThat(whole.header()).isEqualTo(SegmentHeader.base(Channel.COUNTY, 6));
    assertThat(readAll(folder, whole))
        .containsExactly(put(4, item("bb", "旧", "文")), put(5, item("cc", "新", "文")));
  }

  private static SegmentRef write(
      SegmentFolder folder, SegmentHeader header, List<NumberedChange> changes)
      throws ReleaseException {
    return folder.write(header, AS_OF, changes.iterator());
  }

  private String refusal(SegmentHeader header, NumberedChange... changes) {
    return catchThrowableOfType(
            ReleaseException.class, () -> write(new SegmentFolder(dir), header, List.of(changes)))
        .code();
  }

  static List<NumberedChange> readAll(SegmentFolder folder, SegmentRef ref)
      throws ReleaseException {
    List<NumberedChange> all = new ArrayList<>();
    try (SegmentReader reader = folder.open(ref)) {
      Optional<NumberedChange> next = reader.next();
      while (next.isPresent()) {
        all.add(next.get());
        next = reader.next();
      }
    }
    return all;
  }

  private static String codeOf(SegmentFolder folder, SegmentRef ref) {
    try {
      readAll(folder, ref);
      return "none";
    } catch (ReleaseException e) {
      return e.code();
    }
  }

  /// What happens where a key holder signs these very bytes as a base up to 2.
  private String codeOfSigned(byte[] file, int items) throws IOException {
    if (file.length == 0) {
      return "RELEASE-SEGMENT-SIZE";
    }
    long raw = 1 << 20;
    try (var in = new GZIPInputStream(new java.io.ByteArrayInputStream(file))) {
      raw = Math.max(1, in.readAllBytes().length);
    } catch (IOException e) {
      raw = 1 << 20;
    }
    return codeOf(new SegmentFolder(dir), sign(file, items, raw));
  }

  private SegmentRef sign(byte[] file, int items, long raw) throws IOException {
    return sign(file, SegmentHeader.base(Channel.COUNTY, 2), items, raw);
  }

  private SegmentRef sign(byte[] file, SegmentHeader header, int items, long raw)
      throws IOException {
    SegmentRef ref = new SegmentRef(header, AS_OF, items, raw, file.length, Sha256.hex(file));
    Path place = dir.resolve(ref.filePath());
    Files.createDirectories(place.getParent());
    Files.write(place, file);
    return ref;
  }

  private static byte[] gzip(String text) throws IOException {
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(byte[] text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text);
    }
    return bytes.toByteArray();
  }
}
