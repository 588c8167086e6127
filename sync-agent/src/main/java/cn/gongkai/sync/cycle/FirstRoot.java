package cn.gongkai.sync.cycle;

import cn.gongkai.content.release.DurableFile;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.content.release.tuf.MetadataSource;
import cn.gongkai.content.release.tuf.MetadataSource.Fetched;
import cn.gongkai.content.release.tuf.TrustedFolder;
import cn.gongkai.content.release.tuf.TufLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a terminal's trust begins: a root file brought by hand, or the first one the site offers,
/// which is marked as not compared by anyone (docs/decisions/0003).
final class FirstRoot {

  private static final Logger LOG = LoggerFactory.getLogger(FirstRoot.class);
  private static final String UNCOMPARED = "root-on-first-use";

  private final Path folder;
  private final TrustedFolder trusted;
  private final Optional<Path> given;
  private final MetadataSource source;

  /// @param given root metadata brought by hand
  FirstRoot(Path terminal, Optional<Path> given, MetadataSource source) {
    this.folder = terminal.resolve("trusted");
    this.trusted = new TrustedFolder(folder);
    this.given = given;
    this.source = source;
  }

  TrustedFolder trusted() {
    return trusted;
  }

  /// Makes sure that there is a root.
  ///
  /// @return empty where there is one now
  Optional<SyncOutcome> begin() throws ReleaseException, IOException {
    boolean begun = trusted.find("root").isPresent();
    if (given.isPresent()) {
      return begun ? compare(given.get()) : beginWith(Files.readAllBytes(given.get()));
    }
    return begun ? Optional.empty() : onFirstUse();
  }

  private Optional<SyncOutcome> beginWith(byte[] root) throws ReleaseException, IOException {
    // A mark without a root is what a run left that died between the two.
    Files.deleteIfExists(folder.resolve(UNCOMPARED));
    trusted.init(root, TufLimits.STANDARD);
    return Optional.empty();
  }

  /// A root brought by hand confirms the one taken on first use, or shows that it was another's.
  private Optional<SyncOutcome> compare(Path file) throws ReleaseException, IOException {
    Path mark = folder.resolve(UNCOMPARED);
    if (!Files.exists(mark)) {
      return Optional.empty();
    }
    byte[] root = Files.readAllBytes(file);
    if (trusted.rootHistory().stream().anyMatch(known -> Arrays.equals(known, root))) {
      Files.delete(mark);
      return Optional.empty();
    }
    return Optional.of(
        new SyncOutcome.Refused(
            "SYNC-ROOT-OTHER",
            "the root " + Sha256.hex(root),
            "the root " + fingerprint().orElse("none")));
  }

  private Optional<SyncOutcome> onFirstUse() throws ReleaseException, IOException {
    return switch (source.fetch("1.root.json", TufLimits.STANDARD.rootBytes())) {
      case Fetched.Found found -> {
        // The mark first: killed in between, a doubted root must not pass for a compared one.
        DurableFile.write(folder.resolve(UNCOMPARED), new byte[0]);
        trusted.init(found.bytes(), TufLimits.STANDARD);
        LOG.warn(
            "trusting the site's root key on first use; compare its fingerprint: {}",
            fingerprint().orElse(""));
        yield Optional.empty();
      }
      case Fetched.Absent ignored ->
          Optional.of(
              new SyncOutcome.Unreachable("SYNC-NO-SITE", "there is no metadata/1.root.json"));
      case Fetched.Failed failed ->
          Optional.of(new SyncOutcome.Unreachable(failed.code(), failed.why()));
    };
  }

  Reports.Root describe() throws ReleaseException {
    return new Reports.Root(Files.exists(folder.resolve(UNCOMPARED)), fingerprint());
  }

  private Optional<String> fingerprint() throws ReleaseException {
    return trusted.find("root").map(Sha256::hex);
  }
}
