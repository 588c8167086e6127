package cn.gongkai.content.release.tuf;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.ReleaseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFaultTest {

  @TempDir Path dir;

  private final ForgedRepository site = new ForgedRepository();

  private static final List<String> FILES =
      List.of("2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void endlessDataIsCutOffAndRefused(int file) throws Exception {
    TrustedFolder trusted = site.terminal(dir);
    MetadataSource endless =
        (name, max) ->
            name.equals(FILES.get(file))
                ? new MetadataSource.Fetched.Found(new byte[max + 1])
                : site.fetch(name, max);
    assertThat(site.refresh(trusted, endless)).isEqualTo("RELEASE-TUF-TOO-LONG");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aCaptivePortalIsRefusedAndNeverTakenForAnAbsentFile(int file) throws Exception {
    TrustedFolder trusted = site.terminal(dir);
    byte[] page = "<html><body>请登录</body></html>".getBytes(StandardCharsets.UTF_8);
    site.served.put(FILES.get(file), page);
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-JSON");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aServerThatFailsLeavesTrustAsItIs(int file) throws Exception {
    TrustedFolder trusted = site.terminal(dir);
    MetadataSource failing =
        (name, max) ->
            name.equals(FILES.get(file))
                ? new MetadataSource.Fetched.Failed("SYNC-STATUS", "500")
                : site.fetch(name, max);
    assertThat(site.refresh(trusted, failing)).isEqualTo("SYNC-STATUS");
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aMissingFileIsNamed(int file) throws Exception {
    site.served.remove(FILES.get(file));
    assertThat(site.refresh(site.terminal(dir))).isEqualTo("RELEASE-TUF-ABSENT");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aCutFileIsRefused(int file) throws Exception {
    byte[] whole = site.served.get(FILES.get(file));
    for (int length = 0; length < whole.length; length += 7) {
      site.served.put(FILES.get(file), Arrays.copyOf(whole, length));
      assertThat(site.refresh(site.terminal(dir.resolve("t" + length))))
          .isEqualTo("RELEASE-TUF-JSON");
    }
  }

  /// Dies at each of the writes of a run in turn, and each time the next run must go on from there.
  @Test
  void dyingAtAnyWriteLeavesSomethingToGoOnFrom() throws Exception {
    for (int dieAt = 1; dieAt <= 8; dieAt++) {
      ForgedRepository repository = new ForgedRepository();
      TrustedFolder trusted = repository.terminal(dir.resolve("t" + dieAt));
      assertThat(repository.refresh(trusted)).isEqualTo("accepted");
      repository.rotate("timestamp");
      repository.publishNextRoot();
      repository.publishNext("targets");
      String first = repository.refresh(new Dying(trusted, dieAt));
      assertThat(first).isIn("RELEASE-IO", "accepted");
      for (String role : ForgedRepository.TOP) {
        if (trusted.find(role).isPresent()) {
          assertThat(ForgedRepository.version(trusted, role)).isIn(1L, 2L);
        }
      }
      assertThat(repository.refresh(trusted)).isEqualTo("accepted");
      assertThat(ForgedRepository.version(trusted, "targets")).isEqualTo(2);
    }
  }

  private static final class Dying implements TrustedStore {
    private final TrustedStore store;
    private int left;

    Dying(TrustedStore store, int dieAt) {
      this.store = store;
      this.left = dieAt;
    }

    private void step() throws ReleaseException {
      if (--left <= 0) {
        throw ReleaseException.broken("a write", new IOException("power cut"));
      }
    }

    @Override
    public Optional<byte[]> find(String role) throws ReleaseException {
      return store.find(role);
    }

    @Override
    public void save(String role, byte[] bytes) throws ReleaseException {
      step();
      store.save(role, bytes);
    }

    @Override
    public void saveRoot(long version, byte[] bytes) throws ReleaseException {
      step();
      store.saveRoot(version, bytes);
    }

    @Override
    public void delete(String role) throws ReleaseException {
      step();
      store.delete(role);
    }

    @Override
    public List<byte[]> rootHistory() throws ReleaseException {
      return store.rootHistory();
    }
  }

  @Test
  void leftoversOfADeadWriterAreNoMetadata() throws Exception {
    TrustedFolder trusted = site.terminal(dir);
    Files.writeString(dir.resolve(".part-123"), "{");
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    assertThat(dir.resolve("timestamp.json")).exists();
  }

  @Test
  void stagedTrustIsKeptOnlyWhenTheContentIsThere() throws Exception {
    TrustedFolder trusted = site.terminal(dir);
    assertThat(site.refresh(new StagedTrust(trusted))).isEqualTo("accepted");
    assertThat(trusted.find("timestamp")).isEmpty();
    StagedTrust staged = new StagedTrust(trusted);
    assertThat(site.refresh(staged)).isEqualTo("accepted");
    staged.commit();
    assertThat(trusted.find("timestamp")).isPresent();
    site.requests.clear();
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    assertThat(site.requests).containsExactly("2.root.json", "timestamp.json");
  }

  @Test
  void aNewClientAsksForEachFileOnce() throws Exception {
    assertThat(site.refresh(site.terminal(dir))).isEqualTo("accepted");
    assertThat(site.requests).isEqualTo(FILES);
  }
}
