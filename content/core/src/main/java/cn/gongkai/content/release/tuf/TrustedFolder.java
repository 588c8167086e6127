package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.DurableFile;
import cn.gongkai.content.release.ReleaseException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Accepted metadata as files of a folder: `root.json`, `timestamp.json` and so on without version,
/// and each root again as `root_history/N.root.json`. A file is always whole: the old or the new.
///
/// @param folder made when something is first saved
public record TrustedFolder(Path folder) implements TrustedStore {

  private static final int FILE_BYTES_MAX = 8 << 20;
  private static final int HISTORY_MAX = 16;
  private static final Pattern HISTORIC = Pattern.compile("([1-9]\\d{0,8})\\.root\\.json");

  /// Begins trust with a root that came with the program or was carried here by hand. Does nothing
  /// where there is a root already.
  ///
  /// @throws ReleaseException `RELEASE-TUF-…` where the root is not signed as it says itself
  public void init(byte[] root, TufLimits limits) throws ReleaseException {
    if (find("root").isEmpty()) {
      RootFile first = RootFile.read(root, limits);
      first.root().requireSigned(first.file());
      saveRoot(first.version(), root);
    }
  }

  @Override
  public Optional<byte[]> find(String role) throws ReleaseException {
    return read(file(role));
  }

  private static Optional<byte[]> read(Path file) throws ReleaseException {
    try (var in = Files.newInputStream(file)) {
      // What is larger was not saved by this program and will be refused as damaged.
      return Optional.of(in.readNBytes(FILE_BYTES_MAX));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw ReleaseException.broken("trusted metadata " + file, e);
    }
  }

  @Override
  public void save(String role, byte[] bytes) throws ReleaseException {
    write(file(role), bytes);
  }

  @Override
  public void saveRoot(long version, byte[] bytes) throws ReleaseException {
    write(history().resolve(version + ".root.json"), bytes);
    write(file("root"), bytes);
  }

  @Override
  public void delete(String role) throws ReleaseException {
    try {
      DurableFile.delete(file(role));
    } catch (IOException e) {
      throw ReleaseException.broken("trusted metadata " + file(role), e);
    }
  }

  @Override
  public List<byte[]> rootHistory() throws ReleaseException {
    if (!Files.isDirectory(history())) {
      return List.of();
    }
    List<Path> newest;
    try (Stream<Path> files = Files.list(history())) {
      newest =
          files
              .filter(file -> version(file) > 0)
              .sorted(Comparator.comparingLong(TrustedFolder::version).reversed())
              .limit(HISTORY_MAX)
              .toList();
    } catch (IOException e) {
      throw ReleaseException.broken("trusted metadata " + history(), e);
    }
    List<byte[]> roots = new ArrayList<>();
    for (Path file : newest) {
      read(file).ifPresent(roots::add);
    }
    return roots;
  }

  private static long version(Path file) {
    Matcher name = HISTORIC.matcher(file.getFileName().toString());
    return name.matches() ? Long.parseLong(name.group(1)) : 0;
  }

  private Path history() {
    return folder.resolve("root_history");
  }

  private Path file(String role) {
    return folder.resolve(encode(role) + ".json");
  }

  /// A role's name as one path segment, on disk as in a URL: whatever it is called it stays in its
  /// folder.
  static String encode(String role) {
    return URLEncoder.encode(role, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static void write(Path file, byte[] bytes) throws ReleaseException {
    try {
      DurableFile.write(file, bytes);
    } catch (IOException e) {
      throw ReleaseException.broken("trusted metadata " + file, e);
    }
  }
}
