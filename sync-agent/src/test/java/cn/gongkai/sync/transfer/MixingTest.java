package cn.gongkai.sync.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.Answer;
import cn.gongkai.sync.site.SitePath;
import cn.gongkai.sync.site.SiteSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One file put together from sources none of which need have all of it right.
class MixingTest {

  private static final int CHUNK = BlobRef.CHUNK_BYTES;

  @TempDir Path incoming;
  private final byte[] file = new byte[6 * CHUNK + 77];
  private Wanted wanted;

  @BeforeEach
  void aFileOfSevenChunks() {
    new Random(3).nextBytes(file);
    List<String> chunks = new ArrayList<>();
    for (int at = 0; at < file.length; at += CHUNK) {
      chunks.add(Sha256.hex(Arrays.copyOfRange(file, at, Math.min(file.length, at + CHUNK))));
    }
    wanted = Wanted.of(new BlobRef(Sha256.hex(file), file.length, "application/pdf", chunks));
  }

  /// A source that has the file with one chunk wrong, or only its beginning, or not at all.
  private final class Partial implements SiteSource {
    private final String name;
    private final int wrongChunk;
    private final int bytes;
    private long sent;

    Partial(String name, int wrongChunk, int bytes) {
      this.name = name;
      this.wrongChunk = wrongChunk;
      this.bytes = bytes;
    }

    @Override
    public Answer open(SitePath path, long offset) {
      if (bytes == 0) {
        return new Answer.Absent();
      }
      if (offset >= bytes) {
        return new Answer.Failed("SYNC-RANGE", "shorter");
      }
      byte[] held = Arrays.copyOf(file, bytes);
      if (wrongChunk >= 0 && wrongChunk * CHUNK < bytes) {
        held[wrongChunk * CHUNK] ^= 1;
      }
      return new Answer.Found(
          new ByteArrayInputStream(held, (int) offset, bytes - (int) offset) {
            @Override
            public synchronized int read(byte[] buffer, int at, int length) {
              int count = super.read(buffer, at, length);
              sent += Math.max(0, count);
              return count;
            }
          },
          offset);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void close() {}
  }

  private Partial right(String name) {
    return new Partial(name, -1, file.length);
  }

  private Transferred fetch(SiteSource... sources) throws IOException {
    return new Transfer(List.of(sources), incoming, SyncLimits.DEFAULT, Failpoints.NONE)
        .fetch(wanted);
  }

  @Test
  void chunksOfANeighbourAStickAndTheSiteMakeOneFile() throws Exception {
    Partial neighbour = new Partial("neighbour", 2, file.length);
    Partial stick = new Partial("stick", -1, 4 * CHUNK + 100);
    Partial site = right("site");
    Transferred.Done done = (Transferred.Done) fetch(neighbour, stick, site);
    assertThat(Files.readAllBytes(done.file())).isEqualTo(file);
    assertThat(done.from()).containsExactly("neighbour", "stick", "site");
    assertThat(site.sent).isLessThanOrEqualTo(3L * CHUNK);
    assertThat(done.bytesFetched()).isLessThanOrEqualTo(file.length + 3L * CHUNK);
  }

  @Test
  void twoSourcesThatAreBothWrongMakeTheFileTogether() throws Exception {
    Partial one = new Partial("one", 1, file.length);
    Partial two = new Partial("two", 4, file.length);
    Transferred.Done done = (Transferred.Done) fetch(one, two);
    assertThat(Files.readAllBytes(done.file())).isEqualTo(file);
    assertThat(done.bytesFetched()).isLessThanOrEqualTo(file.length + 3L * CHUNK);
  }

  @Test
  void whatASourceHasWrongTwiceItIsNotAskedForAgain() throws Exception {
    Partial wrong = new Partial("wrong", 0, file.length);
    assertThat(fetch(wrong)).isInstanceOf(Transferred.Failed.class);
    assertThat(wrong.sent).isLessThanOrEqualTo(2L * CHUNK + 2 * 64 * 1024);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void withOneGoodSourceAmongAnyOthersTheFileArrives(long seed) throws Exception {
    Random random = new Random(seed);
    for (int round = 0; round < 12; round++) {
      List<SiteSource> sources = new ArrayList<>();
      int others = 1 + random.nextInt(4);
      for (int i = 0; i < others; i++) {
        int held = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(file.length);
        sources.add(new Partial("other-" + i, random.nextInt(8) - 1, held));
      }
      sources.add(random.nextInt(others + 1), right("site"));
      Path folder = Files.createDirectories(incoming.resolve("round-" + round));
      Transferred result =
          new Transfer(sources, folder, SyncLimits.DEFAULT, Failpoints.NONE).fetch(wanted);
      assertThat(result).as("seed %d, round %d", seed, round).isInstanceOf(Transferred.Done.class);
      Transferred.Done done = (Transferred.Done) result;
      assertThat(Files.readAllBytes(done.file())).isEqualTo(file);
      assertThat(done.bytesFetched())
          .as("seed %d, round %d: at most two wrong chunks a source", seed, round)
          .isLessThanOrEqualTo(file.length + 2L * others * (CHUNK + 64 * 1024));
    }
  }
}
