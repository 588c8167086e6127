package cn.gongkai.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.desk.sample.SampleFolder;
import cn.gongkai.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteCleaningTest {

  private static final String ATTACHED = "attachments: [{file: /files/list.pdf, name: 附件}]\n";

  @TempDir Path temp;
  private final ManualClock clock = ManualClock.at("2026-03-01T01:00:00Z");
  private SampleFolder folder;
  private Path site;

  @BeforeEach
  void anItemWithAFileIsPublished() throws Exception {
    folder = SampleFolder.in(temp.resolve("authored"));
    site = temp.resolve("site");
    folder.writePdf("files/list.pdf", "FIRST");
    folder.writeItem("zc-list", ATTACHED, "正文。\n");
    publish();
  }

  private PublishOutcome publish() throws Exception {
    clock.advance(Duration.ofMinutes(5));
    return new Publisher(site, temp.resolve("site.keys"), clock, Progress.SILENT)
        .publish(folder.root(), PublishOptions.STANDARD);
  }

  private int removed() throws Exception {
    return switch (publish()) {
      case PublishOutcome.Released released -> released.removed();
      case PublishOutcome.Unchanged unchanged -> unchanged.removed();
      case PublishOutcome.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private List<Path> files(String below) throws IOException {
    try (Stream<Path> files = Files.walk(site.resolve(below))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void aReplacedFileStaysForTwoWeeksAndGoesThen() throws Exception {
    List<Path> before = files("blobs");
    folder.writePdf("files/list.pdf", "SECOND");
    assertThat(removed()).isZero();
    assertThat(files("blobs")).containsAll(before).hasSize(before.size() + 1);
    clock.advance(Duration.ofDays(13));
    removed();
    assertThat(files("blobs")).hasSize(before.size() + 1);
    clock.advance(Duration.ofDays(1));
    assertThat(removed()).isPositive();
    assertThat(files("blobs")).hasSize(before.size());
    assertThat(files("m/f")).hasSize(before.size());
  }

  @Test
  void aFileThatIsUsedAgainStays() throws Exception {
    byte[] first = Files.readAllBytes(folder.root().resolve("files/list.pdf"));
    folder.writePdf("files/list.pdf", "SECOND");
    publish();
    Files.write(folder.root().resolve("files/list.pdf"), first);
    publish();
    clock.advance(Duration.ofDays(15));
    removed();
    clock.advance(Duration.ofDays(15));
    removed();
    assertThat(files("blobs")).hasSize(3);
    assertThat(removed()).isZero();
  }

  @Test
  void whatWasWithdrawnGoesAtOnce() throws Exception {
    int before = files("blobs").size();
    folder.delete("zc-list");
    assertThat(removed()).isPositive();
    assertThat(files("blobs")).hasSize(before - 1);
  }

  @Test
  void whatWasWithdrawnGoesThoughTheMachineStoppedInBetween() throws Exception {
    List<Path> before = files("blobs");
    folder.delete("zc-list");
    List<byte[]> kept = before.stream().map(SiteCleaningTest::bytes).toList();
    publish();
    for (int i = 0; i < before.size(); i++) {
      Files.write(before.get(i), kept.get(i));
    }
    Files.writeString(
        temp.resolve("site.work").resolve("unlisted.tsv"),
        "1970-01-01T00:00:00Z\tblobs/" + goneOf(before) + "\n");
    assertThat(removed()).isEqualTo(1);
    assertThat(files("blobs")).hasSize(before.size() - 1);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String goneOf(List<Path> blobs) throws IOException {
    byte[] pdf = Files.readAllBytes(folder.root().resolve("files/list.pdf"));
    for (Path blob : blobs) {
      if (java.util.Arrays.equals(pdf, bytes(blob))) {
        return String.valueOf(blob.getFileName());
      }
    }
    throw new AssertionError("no such blob");
  }

  @Test
  void segmentsThatAreListedNoLongerStayForTwoWeeks() throws Exception {
    for (int i = 0; i < 8; i++) {
      folder.writeItem("zc-" + i, "", "正文。\n");
      publish();
    }
    int files = files("targets").size();
    assertThat(files).isGreaterThan(listed());
    clock.advance(Duration.ofDays(15));
    assertThat(removed()).isEqualTo(files - listed());
    assertThat(files("targets")).hasSize(listed());
  }

  private int listed() throws Exception {
    return new cn.gongkai.content.release.sign.Repository(
            site,
            cn.gongkai.content.release.sign.SigningKeys.open(temp.resolve("site.keys")),
            cn.gongkai.content.release.sign.RepositoryPolicy.STANDARD,
            clock)
        .channels().stream().mapToInt(channel -> channel.segments().size()).sum();
  }

  @Test
  void aDamagedRecordOnlyLetsFilesStayLonger() throws Exception {
    folder.writePdf("files/list.pdf", "SECOND");
    publish();
    Path record = temp.resolve("site.work").resolve("unlisted.tsv");
    Files.writeString(record, "yesterday\tblobs/x\nno tab\n\t\n");
    assertThat(publish()).isInstanceOf(PublishOutcome.Unchanged.class);
  }
}
