package cn.gongkai.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.HeadDigest;
import cn.gongkai.content.release.NumberedChange;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.content.release.sign.SigningKeys;
import cn.gongkai.content.release.tuf.MetadataSource;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.Refresh;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.TrustedFolder;
import cn.gongkai.content.release.tuf.TrustedRelease;
import cn.gongkai.content.release.tuf.TufLimits;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/// The release of `docs/formats.md`, verified and read as a terminal would.
class FormatsReleaseTest {

  /// Names of the examples that are read here.
  static final Set<String> EXAMPLES =
      Set.of(
          "segment-base",
          "segment-delta",
          "segment-town",
          "digest",
          "1.root.json",
          "timestamp.json",
          "2.snapshot.json",
          "2.targets.json",
          "1.town-370323104.json",
          "town-370323104-cdcfb4ce.pem");

  private static final Channel TOWN = new Channel("town-370323104");
  private static final Clock DAY_AFTER =
      Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final DocumentPage page = DocumentPage.read("formats.md");

  @TempDir Path temp;

  @Test
  void theMetadataIsTrustedByATerminalThatTrustsTheRoot() throws Exception {
    TrustedRelease release = release();
    assertThat(release.fresh()).isTrue();
    assertThat(release.refused()).isEmpty();
    assertThat(release.channels())
        .extracting(PublishedChannel::channel)
        .containsExactly(Channel.COUNTY, TOWN);
  }

  @Test
  void aChangedFigureInTheTargetsIsRefused() throws Exception {
    RefreshOutcome outcome =
        refresh(
            name ->
                name.equals("2.targets.json")
                    ? compact(page.example(name).replace("\"entities\": 5", "\"entities\": 6"))
                    : served(name));
    assertThat(outcome).isInstanceOf(RefreshOutcome.Refused.class);
    assertThat(((RefreshOutcome.Refused) outcome).code()).isEqualTo("RELEASE-TUF-SIGNATURE");
  }

  @Test
  void theSegmentsAreWhatTheTargetsSay() throws Exception {
    TrustedRelease release = release();
    PublishedChannel county = release.find(Channel.COUNTY).orElseThrow();
    PublishedChannel town = release.find(TOWN).orElseThrow();
    assertThat(county.segments()).hasSize(2);
    assertSame("segment-base", county.segments().getFirst());
    assertSame("segment-delta", county.segments().getLast());
    assertSame("segment-town", town.segments().getFirst());
    assertThat(changes("segment-delta", county.segments().getLast()))
        .extracting(NumberedChange::change)
        .hasExactlyElementsOfTypes(Change.Put.class, Change.Delete.class);
  }

  @Test
  void theDigestIsThatOfTheBaseAndOfTheHead() throws Exception {
    PublishedChannel county = release().find(Channel.COUNTY).orElseThrow();
    List<String> lines = new ArrayList<>();
    HeadDigest digest = new HeadDigest();
    changes("segment-base", county.segments().getFirst()).stream()
        .map(numbered -> (Change.Put) numbered.change())
        .sorted((a, b) -> HeadDigest.ORDER.compare(a.ref(), b.ref()))
        .forEach(
            put -> {
              String hash = HeadDigest.hash(put.json());
              digest.add(put.ref(), hash);
              lines.add(put.ref() + " " + hash);
            });
    List<String> told = page.lines("digest");
    assertThat(told.subList(0, told.size() - 1)).isEqualTo(lines);
    assertThat(told.getLast())
        .isEqualTo(Sha256.hex((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    assertThat(digest.toHead(Channel.COUNTY, 8, county.head().asOf())).isEqualTo(county.head());
    assertThat(told.getLast()).isEqualTo(county.head().digest());
  }

  @Test
  void theKeyIsTheOneTheTownshipSignsWith() throws Exception {
    String file = "town-370323104-cdcfb4ce.pem";
    Path keys = Files.createDirectories(temp.resolve("keys"));
    Files.writeString(keys.resolve(file), page.example(file));
    var key = SigningKeys.open(keys).of(TOWN.name()).getFirst();
    assertThat(key.canSign()).isFalse();
    assertThat(key.id()).startsWith("cdcfb4ce");
    assertThat(page.example("2.targets.json")).contains("\"" + key.id() + "\": {");
  }

  private TrustedRelease release() throws Exception {
    RefreshOutcome outcome = refresh(this::served);
    assertThat(outcome).as("%s", outcome).isInstanceOf(RefreshOutcome.Current.class);
    return ((RefreshOutcome.Current) outcome).release();
  }

  private interface Served {
    byte[] of(String name) throws IOException;
  }

  private RefreshOutcome refresh(Served served) throws Exception {
    TrustedFolder trusted = new TrustedFolder(Files.createTempDirectory(temp, "trusted"));
    trusted.init(served("1.root.json"), TufLimits.STANDARD);
    MetadataSource source =
        (name, bytesMax) -> {
          try {
            return page.names().contains(name)
                ? new MetadataSource.Fetched.Found(served.of(name))
                : new MetadataSource.Fetched.Absent();
          } catch (IOException e) {
            return new MetadataSource.Fetched.Failed("SYNC-IO", String.valueOf(e.getMessage()));
          }
        };
    return new Refresh(source, trusted, DAY_AFTER, TufLimits.STANDARD, ReleaseLimits.STANDARD)
        .run();
  }

  private byte[] served(String name) throws IOException {
    return compact(page.example(name));
  }

  /// The page's example without its indentation: the file as it was published.
  private static byte[] compact(String json) throws IOException {
    return MAPPER.readTree(json).toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The lines read as a segment of this description, and the changes written again give the lines.
  private void assertSame(String example, SegmentRef ref) throws Exception {
    SegmentFolder folder = new SegmentFolder(temp.resolve("targets"));
    SegmentRef again = folder.write(ref.header(), ref.asOf(), changes(example, ref).iterator());
    assertThat(again.items()).isEqualTo(ref.items());
    assertThat(again.rawLength()).isEqualTo(ref.rawLength());
    InputStream packed = Files.newInputStream(folder.file(again));
    try (InputStream in = ref.base() ? new GZIPInputStream(packed) : new XZInputStream(packed)) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(page.example(example));
    }
  }

  private List<NumberedChange> changes(String example, SegmentRef ref) throws Exception {
    Path file = temp.resolve(example + ".jsonl");
    OutputStream plain = Files.newOutputStream(file);
    try (OutputStream out =
        ref.base() ? new GZIPOutputStream(plain) : new XZOutputStream(plain, new LZMA2Options())) {
      out.write(page.example(example).getBytes(StandardCharsets.UTF_8));
    }
    // Packed by another version of a library the file may have another length; its lines may not.
    SegmentRef repacked =
        new SegmentRef(
            ref.header(),
            ref.asOf(),
            ref.items(),
            ref.rawLength(),
            Files.size(file),
            Sha256.hex(Files.readAllBytes(file)));
    List<NumberedChange> changes = new ArrayList<>();
    try (SegmentReader reader = SegmentReader.open(file, repacked, ReleaseLimits.STANDARD)) {
      Optional<NumberedChange> next = reader.next();
      while (next.isPresent()) {
        changes.add(next.get());
        next = reader.next();
      }
    }
    return changes;
  }
}
