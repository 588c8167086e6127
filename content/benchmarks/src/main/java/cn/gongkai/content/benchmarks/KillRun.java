package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.content.store.StoreCheck;
import cn.gongkai.content.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The packaged agent over real HTTP, killed at random moments of its work, and the terminal looked
/// at after each: the store is sound, no shown item lacks a file, nothing went back, trust does not
/// run ahead of the store, and at most one chunk of any file is asked for again.
///
/// The moment is drawn from the time of the agent's first request on, so that no kill is wasted on
/// the start of its machine.
public final class KillRun implements AutoCloseable {

  private static final int START_SECONDS_MAX = 120;
  private static final int RELEASES_OF_A_SITE = 60;

  private final Path agent;
  private final Path folder;
  private final Path terminal;
  private final Random random;
  private GrowingSite site;
  private CountingServer server;
  private long sequence;
  private int workMillis = 3_000;
  private int sites;
  private int finished;

  /// @param agent the built `quarkus-run.jar`
  /// @param folder to work in, made and emptied
  public KillRun(Path agent, Path folder, long seed) throws IOException, ReleaseException {
    this.agent = agent;
    this.folder = folder;
    this.terminal = folder.resolve("terminal");
    this.random = new Random(seed);
    Files.createDirectories(folder);
    this.site = new GrowingSite(folder.resolve("site-0"), random);
    this.server = new CountingServer(site.folder());
  }

  /// Runs that ended before their kill came.
  public int finished() {
    return finished;
  }

  /// Runs the agent until one is killed.
  ///
  /// @return what is wrong with the terminal, empty where nothing is
  public List<String> kill() throws IOException, InterruptedException, ReleaseException {
    while (true) {
      Map<String, Long> parts = parts();
      server.take();
      boolean ended = runOnce();
      List<String> faults = faults(parts);
      if (!ended || !faults.isEmpty()) {
        return faults;
      }
      finished++;
      goOn();
    }
  }

  private void goOn() throws IOException, ReleaseException {
    if (site.releases() < RELEASES_OF_A_SITE) {
      site.publish();
      return;
    }
    server.close();
    site.delete();
    Folders.delete(terminal);
    sequence = 0;
    site = new GrowingSite(folder.resolve("site-" + ++sites), random);
    server = new CountingServer(site.folder());
  }

  /// @return true where it ended by itself
  private boolean runOnce() throws IOException, InterruptedException {
    Path log = folder.resolve("agent.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve("agent.jsa"),
                "-Djava.io.tmpdir=" + folder,
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                agent.toString(),
                "--site",
                server.base(),
                "--terminal",
                terminal.toString(),
                "--once")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    for (int i = 0; i < START_SECONDS_MAX * 10 && process.isAlive(); i++) {
      if (server.awaitRequest(100)) {
        break;
      }
    }
    long began = System.nanoTime();
    if (process.waitFor(random.nextInt(workMillis), TimeUnit.MILLISECONDS)) {
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      workMillis = Math.clamp((workMillis + took) / 2, 50, 10_000);
      if (process.exitValue() != 0) {
        throw new IOException("the agent ended with " + process.exitValue() + ": " + read(log));
      }
      return true;
    }
    workMillis = Math.min(10_000, workMillis + workMillis / 20 + 1);
    process.destroyForcibly().waitFor();
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file :
          left.filter(f -> f.getFileName().toString().startsWith("sqlite-")).toList()) {
        Files.deleteIfExists(file);
      }
    }
    return false;
  }

  private static String read(Path log) throws IOException {
    String said = Files.readString(log);
    return said.substring(Math.max(0, said.length() - 2_000));
  }

  /// Bytes on their way, by hash.
  private Map<String, Long> parts() throws IOException {
    Map<String, Long> sizes = new HashMap<>();
    Path incoming = terminal.resolve("incoming");
    if (Files.isDirectory(incoming)) {
      try (Stream<Path> files = Files.list(incoming)) {
        for (Path file : files.toList()) {
          sizes.put(file.getFileName().toString().replace(".part", ""), Files.size(file));
        }
      }
    }
    return sizes;
  }

  private List<String> faults(Map<String, Long> parts) throws ReleaseException {
    for (CountingServer.Asked asked : server.take()) {
      String name = asked.path().substring(asked.path().lastIndexOf('/') + 1).split("\\.", 2)[0];
      Long kept = parts.remove(name);
      if (kept != null && kept - asked.from() >= BlobRef.CHUNK_BYTES) {
        return List.of(asked + " though " + kept + " bytes of it were here");
      }
    }
    if (!Files.exists(terminal.resolve("content.sqlite"))) {
      return List.of();
    }
    StoreCheck check = StoreCheck.of(terminal, StoreCheck.Depth.FULL);
    List<String> faults =
        check.problems().stream()
            .filter(problem -> sequence > 0 || !problem.code().equals("STORE-MISSING"))
            .map(Object::toString)
            .toList();
    if (!faults.isEmpty()) {
      return faults;
    }
    if (check.isSound()) {
      Optional<String> back = goneBack();
      if (back.isPresent()) {
        return List.of(back.get());
      }
    }
    long trusted =
        site.findTrusted(terminal)
            .flatMap(release -> release.find(Channel.COUNTY))
            .map(channel -> channel.head().sequence())
            .orElse(0L);
    return trusted > sequence
        ? List.of("trust in " + trusted + " runs ahead of " + sequence)
        : List.of();
  }

  private Optional<String> goneBack() {
    try (ContentReader reader = ContentReader.open(terminal)) {
      long now =
          reader.state().heads().stream()
              .filter(head -> head.channel().equals(Channel.COUNTY))
              .mapToLong(ChannelHead::sequence)
              .findFirst()
              .orElse(0);
      if (now < sequence) {
        return Optional.of("the head went from " + sequence + " back to " + now);
      }
      sequence = now;
      return Optional.empty();
    } catch (StoreException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
