package cn.gongkai.content.release.tuf;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.NumberedChange;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.release.json.JsonText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One byte of a small release is wrong, at every place in turn: it is refused and nothing has
/// changed, or what is signed is the same as before.
class FlippedByteTest {

  @TempDir Path dir;

  private SiteSimulator site;

  @BeforeEach
  void aReleaseWithARotatedKeyAndTwoChannels() throws Exception {
    site = SiteSimulator.small(dir);
    site.release().keys().rotate("timestamp");
    site.clock().advance(Duration.ofHours(1));
    site.release()
        .put(SampleEntities.item("zc-3", "示例：通知三", "第三条。"))
        .delete(SampleEntities.item("zc-1", "示例", "文").ref())
        .publish();
  }

  private interface Stage {
    void take(byte[] file) throws ReleaseException;
  }

  private byte[] file(String name) throws Exception {
    return Files.readAllBytes(site.site().resolve("metadata").resolve(name));
  }

  private static byte[] flipped(byte[] whole, int place) {
    byte[] bad = whole.clone();
    bad[place] ^= (byte) (1 << (place % 8));
    return bad;
  }

  /// Offers every flipped version of a file and then, to the same trusted set, the good one. What
  /// may be accepted is a signature spelt otherwise, such as in capitals.
  private void flipEach(String name, Stage stage) throws Exception {
    byte[] whole = file(name);
    byte[] signed = JsonText.canonical(JsonText.read(whole).object("signed"));
    for (int place = 0; place < whole.length; place++) {
      byte[] bad = flipped(whole, place);
      try {
        stage.take(bad);
        assertThat(JsonText.canonical(JsonText.read(bad).object("signed")))
            .as("%s accepted with a flip at %d", name, place)
            .isEqualTo(signed);
      } catch (ReleaseException e) {
        assertThat(e.kind()).isEqualTo(ReleaseException.Kind.REFUSED);
      }
    }
    stage.take(whole);
  }

  @Test
  void inMetadata() throws Exception {
    byte[] first = file("1.root.json");
    flipEach("2.root.json", bytes -> new TrustedSet(first, TufLimits.STANDARD).updateRoot(bytes));
    TrustedSet set = new TrustedSet(first, TufLimits.STANDARD);
    set.updateRoot(file("2.root.json"));
    set.fixNow(site.clock().instant());
    flipEach("timestamp.json", set::updateTimestamp);
    flipEach("2.snapshot.json", set::updateSnapshot);
    flipEach("2.targets.json", bytes -> set.updateTargets(set.root().targets(), bytes));
    Role town = set.findRole("targets").orElseThrow().delegations().getFirst().role();
    flipEach("1.town-370323104.json", bytes -> set.updateTargets(town, bytes));
  }

  @Test
  void atAnyFileOfAWholeRun() throws Exception {
    TrustedFolder terminal = site.terminal(dir.resolve("good"));
    var good = (RefreshOutcome.Current) site.refresh(terminal);
    for (String name :
        List.of("2.root.json", "timestamp.json", "2.snapshot.json", "2.targets.json")) {
      byte[] whole = file(name);
      for (int place = 0; place < whole.length; place += 101) {
        byte[] bad = flipped(whole, place);
        site.tamper("metadata/" + name, bytes -> bad);
        assertThat(site.refresh(site.terminal(dir.resolve(name + place))))
            .isInstanceOf(RefreshOutcome.Refused.class);
        site.tamper("metadata/" + name, bytes -> whole);
      }
    }
    assertThat(site.refresh(terminal)).isEqualTo(good);
  }

  @Test
  void inSegments() throws Exception {
    SegmentFolder folder = new SegmentFolder(site.site().resolve("targets"));
    for (Channel channel : List.of(Channel.COUNTY, SampleEntities.TOWN_CHANNEL)) {
      for (SegmentRef ref : site.release().segments(channel)) {
        assertThat(read(folder, ref)).hasSize(ref.items());
        byte[] whole = Files.readAllBytes(folder.file(ref));
        for (int place = 0; place < whole.length; place++) {
          Files.write(folder.file(ref), flipped(whole, place));
          assertThat(codeOf(folder, ref)).isEqualTo("RELEASE-SEGMENT-HASH");
        }
        Files.write(folder.file(ref), Arrays.copyOf(whole, whole.length - 1));
        assertThat(codeOf(folder, ref)).isEqualTo("RELEASE-SEGMENT-SIZE");
      }
    }
  }

  private static String codeOf(SegmentFolder folder, SegmentRef ref) {
    try {
      return read(folder, ref).toString();
    } catch (ReleaseException e) {
      return e.code();
    }
  }

  private static List<NumberedChange> read(SegmentFolder folder, SegmentRef ref)
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
}
