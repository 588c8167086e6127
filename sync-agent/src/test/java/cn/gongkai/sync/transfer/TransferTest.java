package cn.gongkai.sync.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.SiteSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferTest {

  private static final int CHUNK = BlobRef.CHUNK_BYTES;

  @TempDir Path incoming;
  private byte[] file;
  private Wanted wanted;

  @BeforeEach
  void aFileOfThreeChunks() throws Exception {
    file = new byte[2 * CHUNK + 1000];
    new Random(7).nextBytes(file);
    wanted = wanted(file);
  }

  @Test
  void aFileArrivesWhole() throws IOException {
    FaultySource source = FaultySource.of(file);
    assertDone(transfer(source).fetch(wanted));
    assertThat(source.offsets()).containsExactly(0L);
  }

  @Test
  void aCutLineGoesOnFromTheLastWholeChunk() throws IOException {
    FaultySource source = FaultySource.of(file).cutAt(CHUNK + 10);
    assertDone(transfer(source).fetch(wanted));
    assertThat(source.offsets()).containsExactly(0L, (long) CHUNK + 10);
  }

  @Test
  void aKilledAgentGoesOnFromTheLastWholeChunk() throws IOException {
    FaultySource first = FaultySource.of(file).cutAt(CHUNK + 10).thenAbsent();
    assertFailed(transfer(first).fetch(wanted), "SYNC-FILE-MISSING");
    FaultySource second = FaultySource.of(file);
    assertDone(transfer(second).fetch(wanted));
    assertThat(second.offsets()).containsExactly((long) CHUNK);
  }

  @Test
  void aFlippedByteCostsItsChunkOnly() throws IOException {
    FaultySource source = FaultySource.of(file).flipOnce(CHUNK + 5);
    Transferred.Done done = assertDone(transfer(source).fetch(wanted));
    assertThat(source.offsets()).containsExactly(0L, (long) CHUNK);
    assertThat(done.bytesFetched()).isLessThan(file.length + CHUNK + 64 * 1024L);
  }

  @Test
  void aFlippedByteAtAnyPlaceIsFoundOut() throws IOException {
    byte[] small = {1, 2, 3, 4, 5, 6, 7, 8};
    for (int at = 0; at < small.length; at++) {
      Path folder = incoming.resolve("at" + at);
      FaultySource source = FaultySource.of(small).flipAlways(at);
      Transferred result =
          new Transfer(List.of(source), folder, SyncLimits.DEFAULT, Failpoints.NONE)
              .fetch(wanted(small));
      assertFailed(result, "SYNC-FILE-HASH");
    }
  }

  @Test
  void endlessDataIsStoppedAtTheSignedLength() throws IOException {
    byte[] longer = java.util.Arrays.copyOf(file, file.length + 1);
    assertFailed(transfer(FaultySource.of(longer)).fetch(wanted), "SYNC-FILE-LENGTH");
  }

  @Test
  void anotherSourceGoesOnWhereOneGaveUp() throws IOException {
    FaultySource one = FaultySource.of(file).cutAt(CHUNK).thenAbsent();
    FaultySource two = FaultySource.of(file);
    Transfer transfer =
        new Transfer(List.of((SiteSource) one, two), incoming, SyncLimits.DEFAULT, Failpoints.NONE);
    assertDone(transfer.fetch(wanted));
    assertThat(two.offsets()).containsExactly((long) CHUNK);
  }

  @Test
  void aSourceWithoutRangesBeginsAgain() throws IOException {
    FaultySource source = FaultySource.of(file).cutAt(CHUNK + 10).withoutRanges();
    assertDone(transfer(source).fetch(wanted));
  }

  @Test
  void leftoversOfAnotherFileAreThrownAway() throws IOException {
    Files.createDirectories(incoming);
    Files.write(PartFile.path(incoming, wanted), new byte[3 * CHUNK]);
    assertDone(transfer(FaultySource.of(file)).fetch(wanted));
  }

  @Test
  void aFileThatIsNowhereIsMissing() throws IOException {
    assertFailed(
        transfer(FaultySource.of(file).thenAbsent().cutAt(0)).fetch(wanted), "SYNC-FILE-MISSING");
  }

  private Transfer transfer(FaultySource source) {
    return new Transfer(List.of(source), incoming, SyncLimits.DEFAULT, Failpoints.NONE);
  }

  private Transferred.Done assertDone(Transferred result) throws IOException {
    assertThat(result).isInstanceOf(Transferred.Done.class);
    Transferred.Done done = (Transferred.Done) result;
    assertThat(Files.readAllBytes(done.file())).isEqualTo(file);
    return done;
  }

  private static void assertFailed(Transferred result, String code) {
    assertThat(result).isInstanceOf(Transferred.Failed.class);
    assertThat(((Transferred.Failed) result).code()).isEqualTo(code);
  }

  private static Wanted wanted(byte[] bytes) {
    List<String> chunks = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += CHUNK) {
      int to = Math.min(bytes.length, from + CHUNK);
      chunks.add(sha256(java.util.Arrays.copyOfRange(bytes, from, to)));
    }
    return Wanted.of(
        new BlobRef(
            sha256(bytes),
            bytes.length,
            "application/octet-stream",
            chunks.size() == 1 ? List.of() : chunks));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
