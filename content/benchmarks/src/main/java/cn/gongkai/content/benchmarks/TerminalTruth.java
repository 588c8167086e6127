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
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What must be true of a terminal after whatever was done to its agent: both databases pass
/// `integrity_check`, the digests are those of the texts, no shown item lacks a file, nothing went
/// back, trust does not run ahead of the store, and at most one chunk of any file is asked for
/// again.
///
/// A store that was damaged on purpose may stay so until a run has come to its end, but nothing
/// else may take its place that is not sound.
final class TerminalTruth {

  private final Path terminal;
  private Map<String, Long> parts = Map.of();
  private long sequence;
  private @Nullable Object damaged;

  TerminalTruth(Path terminal) {
    this.terminal = terminal;
  }

  /// The store has been damaged on purpose.
  void damaged() throws IOException {
    damaged = identity();
  }

  private Object identity() throws IOException {
    Path file = terminal.resolve("content.sqlite");
    return String.valueOf(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
  }

  /// Takes note of the bytes that are on their way, before a run.
  void before() throws IOException {
    parts = new HashMap<>();
    Path incoming = terminal.resolve("incoming");
    if (Files.isDirectory(incoming)) {
      try (Stream<Path> files = Files.list(incoming)) {
        for (Path file : files.toList()) {
          parts.put(file.getFileName().toString().replace(".part", ""), Files.size(file));
        }
      }
    }
  }

  /// What is wrong after a run, empty where nothing is.
  ///
  /// @param ended the run came to its end
  List<String> after(boolean ended, List<CountingServer.Asked> asked, GrowingSite site)
      throws IOException, ReleaseException {
    List<String> faults = new ArrayList<>(askedAgain(asked));
    faults.addAll(brokenPages("terminal.sqlite"));
    if (!Files.exists(terminal.resolve("content.sqlite"))) {
      return faults;
    }
    StoreCheck check = StoreCheck.of(terminal, StoreCheck.Depth.FULL);
    List<String> unsound =
        new ArrayList<>(
            check.problems().stream()
                .filter(problem -> sequence > 0 || !problem.code().equals("STORE-MISSING"))
                .map(Object::toString)
                .toList());
    unsound.addAll(brokenPages("content.sqlite"));
    if (damaged != null) {
      if (!unsound.isEmpty() && !ended && damaged.equals(identity())) {
        return faults;
      }
      damaged = null;
    }
    faults.addAll(unsound);
    if (check.isSound()) {
      goneBack().ifPresent(faults::add);
    }
    long trusted = trusted(site);
    if (trusted > sequence) {
      faults.add("trust in " + trusted + " runs ahead of " + sequence);
    }
    return faults;
  }

  private List<String> askedAgain(List<CountingServer.Asked> asked) {
    List<String> faults = new ArrayList<>();
    for (CountingServer.Asked one : asked) {
      String name = one.path().substring(one.path().lastIndexOf('/') + 1).split("\\.", 2)[0];
      Long kept = parts.remove(name);
      if (kept != null && kept - one.from() >= BlobRef.CHUNK_BYTES) {
        faults.add(one + " though " + kept + " bytes of it were here");
      }
    }
    return faults;
  }

  private List<String> brokenPages(String name) {
    List<String> broken = new ArrayList<>();
    if (Files.exists(terminal.resolve(name))) {
      try (Connection database =
              DriverManager.getConnection("jdbc:sqlite:" + terminal.resolve(name));
          Statement statement = database.createStatement();
          ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
        while (rows.next()) {
          if (!"ok".equals(rows.getString(1))) {
            broken.add(name + ": " + rows.getString(1));
          }
        }
      } catch (SQLException e) {
        broken.add(name + ": " + e.getMessage());
      }
    }
    return broken;
  }

  private long trusted(GrowingSite site) throws ReleaseException {
    return site.findTrusted(terminal)
        .flatMap(release -> release.find(Channel.COUNTY))
        .map(channel -> channel.head().sequence())
        .orElse(0L);
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
}
