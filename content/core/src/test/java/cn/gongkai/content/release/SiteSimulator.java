package cn.gongkai.content.release;

import cn.gongkai.content.release.sign.MetadataFolder;
import cn.gongkai.content.release.sign.RepositoryPolicy;
import cn.gongkai.content.release.tuf.MetadataSource;
import cn.gongkai.content.release.tuf.Refresh;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.TrustedFolder;
import cn.gongkai.content.release.tuf.TufLimits;
import cn.gongkai.testkit.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A published site in a folder and what an attacker or a bad day may do to it. The folder can be
/// served by any web server; [#metadata] serves it from memory, and can be told to fail.
public final class SiteSimulator {

  private final Path site;
  private final ManualClock clock;
  private final ReleaseBuilder release;
  private final Map<String, MetadataSource.Fetched> answers = new HashMap<>();
  private final List<String> requests = new ArrayList<>();

  private SiteSimulator(Path folder, ManualClock clock, RepositoryPolicy policy)
      throws ReleaseException {
    this.site = folder.resolve("site");
    this.clock = clock;
    this.release = new ReleaseBuilder(site, folder.resolve("keys"), clock, policy);
  }

  /// A site without a release yet, at a morning in 2024.
  ///
  /// @param folder gets `site/` and `keys/`
  public static SiteSimulator in(Path folder) throws ReleaseException {
    return new SiteSimulator(
        folder, ManualClock.at("2024-03-01T01:00:00Z"), RepositoryPolicy.STANDARD);
  }

  public static SiteSimulator in(Path folder, RepositoryPolicy policy) throws ReleaseException {
    return new SiteSimulator(folder, ManualClock.at("2024-03-01T01:00:00Z"), policy);
  }

  /// As [#in], with a site, a column, two items of the county and one of a township published.
  public static SiteSimulator small(Path folder) throws ReleaseException {
    SiteSimulator simulator = in(folder);
    simulator
        .release()
        .put(
            SampleEntities.site(),
            SampleEntities.column("zcwj", "政策文件"),
            SampleEntities.item("zc-1", "示例：通知一", "第一条。"),
            SampleEntities.item("zc-2", "示例：通知二", "第二条。"),
            SampleEntities.townItem(SampleEntities.TOWN, "x", "示例：镇通知", "镇里的事。"))
        .publish();
    return simulator;
  }

  public ReleaseBuilder release() {
    return release;
  }

  public ManualClock clock() {
    return clock;
  }

  public Path site() {
    return site;
  }

  /// A terminal's trust in a new folder, begun with the first root.
  public TrustedFolder terminal(Path folder) throws ReleaseException {
    TrustedFolder trusted = new TrustedFolder(folder);
    trusted.init(release.firstRoot(), TufLimits.STANDARD);
    return trusted;
  }

  public RefreshOutcome refresh(TrustedFolder trusted) throws ReleaseException {
    return new Refresh(metadata(), trusted, clock, TufLimits.STANDARD, ReleaseLimits.STANDARD)
        .run();
  }

  public MetadataSource metadata() {
    MetadataFolder folder = new MetadataFolder(site.resolve("metadata"));
    return (name, bytesMax) -> {
      requests.add(name);
      MetadataSource.Fetched answer = answers.get(name);
      return answer == null ? folder.fetch(name, bytesMax) : answer;
    };
  }

  /// Names asked for since the last time, in order.
  public List<String> takeRequests() {
    List<String> taken = List.copyOf(requests);
    requests.clear();
    return taken;
  }

  /// Lets [#metadata] answer this instead of the file.
  public void answer(String name, MetadataSource.Fetched answer) {
    answers.put(name, answer);
  }

  public void answerTruly() {
    answers.clear();
  }

  /// Every file of the site below a folder such as `metadata`, to be put back later: a replay.
  public Map<String, byte[]> save(String below) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(site.resolve(below))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(site.relativize(file).toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /// Puts files back as they were, and takes later ones below the same folder away.
  public void restore(String below, Map<String, byte[]> files) {
    try {
      for (String name : save(below).keySet()) {
        if (!files.containsKey(name)) {
          Files.delete(site.resolve(name));
        }
      }
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(site.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Changes one file of the site.
  ///
  /// @param name below the site, such as `metadata/timestamp.json`
  public void tamper(String name, UnaryOperator<byte[]> change) {
    try {
      Path file = site.resolve(name);
      Files.write(file, change.apply(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void remove(String name) {
    try {
      Files.delete(site.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
