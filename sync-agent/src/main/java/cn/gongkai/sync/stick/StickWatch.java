package cn.gongkai.sync.stick;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.content.release.sign.MemoryTrust;
import cn.gongkai.content.release.tuf.MetadataSource.Fetched;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.Refresh;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.TrustedFolder;
import cn.gongkai.content.release.tuf.TrustedRelease;
import cn.gongkai.content.release.tuf.TufLimits;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.sync.config.ReceiptLimits;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.site.SiteMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Looks for a site on a stick, below the folders where the system mounts them, and says what it
/// holds. Opens nothing on it but the metadata, by the names of the release format; follows no
/// links; changes nothing, on the stick or in what the terminal trusts. Not thread-safe.
public final class StickWatch {

  /// A site on a stick may lie at its top or in this folder of it.
  private static final String FOLDER = "gongkai";

  private static final int ID_CHARACTERS = 16;

  private final Path terminal;
  private final List<Path> roots;
  private final SyncLimits sync;
  private final ReceiptLimits limits;
  private final Clock clock;
  private Optional<Found> known = Optional.empty();

  /// A stick with a site on it.
  public record Found(Path folder, AgentReport.Stick stick, List<ChannelHead> beside) {}

  /// @param roots where the system mounts sticks
  public StickWatch(
      Path terminal, List<Path> roots, SyncLimits sync, ReceiptLimits limits, Clock clock) {
    this.terminal = terminal;
    this.roots = List.copyOf(roots);
    this.sync = sync.forStick();
    this.limits = limits;
    this.clock = clock;
  }

  /// The first stick that is found; what was verified before is not verified again.
  ///
  /// @param held what the terminal's store holds
  public Optional<Found> look(List<ChannelHead> held) {
    for (Path folder : candidates()) {
      Optional<byte[]> timestamp = timestamp(folder);
      if (timestamp.isPresent()) {
        String id = id(folder, timestamp.get());
        if (!known
            .filter(it -> it.stick().id().equals(id) && it.beside().equals(held))
            .isPresent()) {
          known = Optional.of(new Found(folder, verified(folder, id, held), held));
        }
        return known;
      }
    }
    known = Optional.empty();
    return known;
  }

  /// Mounts are folders of a root, or of a folder of it that bears a user's name.
  private List<Path> candidates() {
    List<Path> found = new ArrayList<>();
    for (Path root : roots) {
      for (Path one : folders(root)) {
        add(found, one);
        folders(one).forEach(two -> add(found, two));
      }
    }
    return found;
  }

  private void add(List<Path> found, Path folder) {
    for (Path each : List.of(folder, folder.resolve(FOLDER))) {
      if (found.size() < limits.foldersMax()
          && Files.isDirectory(each.resolve("metadata"), LinkOption.NOFOLLOW_LINKS)
          && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
        found.add(each);
      }
    }
  }

  private List<Path> folders(Path folder) {
    List<Path> folders = new ArrayList<>();
    int looked = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (++looked > limits.foldersMax()) {
          break;
        }
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          folders.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Not there, or pulled out while it was looked at.
      return List.of();
    }
    return folders;
  }

  private static Optional<byte[]> timestamp(Path folder) {
    return new SiteMetadata(List.of(new FolderSite(folder)))
                .fetch("timestamp.json", TufLimits.STANDARD.timestampBytes())
            instanceof Fetched.Found found
        ? Optional.of(found.bytes())
        : Optional.empty();
  }

  private static String id(Path folder, byte[] timestamp) {
    var digest = Sha256.digest();
    digest.update((folder + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(timestamp);
    return HexFormat.of().formatHex(digest.digest()).substring(0, ID_CHARACTERS);
  }

  private AgentReport.Stick verified(Path folder, String id, List<ChannelHead> held) {
    try {
      return switch (asked(folder)) {
        case RefreshOutcome.Current current -> told(id, current.release(), held, kept());
        case RefreshOutcome.Refused refused -> unusable(id, refused.code());
        case RefreshOutcome.Unreachable away -> unusable(id, away.code());
      };
    } catch (ReleaseException e) {
      return unusable(id, e.code());
    }
  }

  /// Against a copy of what the terminal trusts, which is then thrown away.
  private RefreshOutcome asked(Path folder) throws ReleaseException {
    SiteMetadata metadata = new SiteMetadata(List.of(new FolderSite(folder)));
    TrustedFolder trusted = new TrustedFolder(terminal.resolve("trusted"));
    Optional<byte[]> root = trusted.find("root");
    if (root.isEmpty()
        && metadata.fetch("1.root.json", TufLimits.STANDARD.rootBytes())
            instanceof Fetched.Found first) {
      root = Optional.of(first.bytes());
    }
    if (root.isEmpty()) {
      return new RefreshOutcome.Unreachable("SYNC-NO-SITE", "there is no metadata/1.root.json");
    }
    return refresh(metadata, copy(trusted, root.get())).run();
  }

  /// What the terminal trusts now.
  private Optional<TrustedRelease> kept() throws ReleaseException {
    TrustedFolder trusted = new TrustedFolder(terminal.resolve("trusted"));
    Optional<byte[]> root = trusted.find("root");
    SiteMetadata nowhere = new SiteMetadata(List.of());
    return root.isEmpty()
        ? Optional.empty()
        : refresh(nowhere, copy(trusted, root.get())).findKept();
  }

  private static MemoryTrust copy(TrustedFolder trusted, byte[] root) throws ReleaseException {
    MemoryTrust copy = new MemoryTrust(root);
    for (String role : List.of("timestamp", "snapshot", "targets")) {
      trusted.find(role).ifPresent(bytes -> copy.save(role, bytes));
    }
    return copy;
  }

  private Refresh refresh(SiteMetadata metadata, MemoryTrust trust) {
    TufLimits tuf = TufLimits.STANDARD.withExpiredFor(sync.expiredFor());
    return new Refresh(metadata, trust, clock, tuf, ReleaseLimits.STANDARD);
  }

  private static AgentReport.Stick unusable(String id, String code) {
    return new AgentReport.Stick(id, Optional.empty(), Optional.empty(), false, Optional.of(code));
  }

  private static AgentReport.Stick told(
      String id, TrustedRelease release, List<ChannelHead> held, Optional<TrustedRelease> kept) {
    ChannelHead county = release.channels().getFirst().head();
    boolean newer =
        release.channels().stream()
            .anyMatch(it -> isNews(it, held) || goesBack(it, release, held, kept));
    return new AgentReport.Stick(
        id, Optional.of(county.asOf()), Optional.of(county.sequence()), newer, Optional.empty());
  }

  /// A channel whose keys were replaced may count less than what is held, see [Authority].
  private static boolean goesBack(
      PublishedChannel published,
      TrustedRelease release,
      List<ChannelHead> held,
      Optional<TrustedRelease> kept) {
    Channel channel = published.channel();
    boolean counted =
        held.stream()
            .anyMatch(
                head ->
                    head.channel().equals(channel)
                        && head.sequence() > published.head().sequence());
    return counted
        && kept.flatMap(now -> now.findAuthority(channel))
            .filter(former -> release.authority(channel).supersedes(former))
            .isPresent();
  }

  private static boolean isNews(PublishedChannel published, List<ChannelHead> held) {
    return held.stream()
        .filter(head -> head.channel().equals(published.channel()))
        .noneMatch(
            head ->
                head.sequence() >= published.head().sequence()
                    && (head.sequence() > published.head().sequence()
                        || head.digest().equals(published.head().digest())));
  }
}
