package cn.gongkai.content.release.sign;

import cn.gongkai.content.release.DurableFile;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.tuf.MetadataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder `metadata/` of a site: versioned files that never change, and `timestamp.json`, which
/// says which of them are in force. Also a source to verify them from.
///
/// @param folder made when something is first written
public record MetadataFolder(Path folder) implements MetadataSource {

  private static final Pattern VERSIONED = Pattern.compile("([1-9]\\d{0,15})\\.(.+)\\.json");

  @Override
  public Fetched fetch(String name, int bytesMax) {
    Path file = folder.resolve(name);
    if (!folder.equals(file.getParent()) || !Files.isRegularFile(file)) {
      return new Fetched.Absent();
    }
    try (var in = Files.newInputStream(file)) {
      return new Fetched.Found(in.readNBytes(bytesMax + 1));
    } catch (IOException e) {
      return new Fetched.Failed("RELEASE-IO", String.valueOf(e.getMessage()));
    }
  }

  Optional<byte[]> find(String name) throws ReleaseException {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw ReleaseException.broken("metadata " + name, e);
    }
  }

  /// The highest version of the root, 0 where there is none.
  long rootVersion() {
    long version = 0;
    while (Files.exists(folder.resolve((version + 1) + ".root.json"))) {
      version++;
    }
    return version;
  }

  /// The highest version of a role of which there is a file, 0 where there is none.
  long newestVersion(String role) throws ReleaseException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    long newest = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher name = VERSIONED.matcher(String.valueOf(file.getFileName()));
        if (name.matches() && name.group(2).equals(role)) {
          newest = Math.max(newest, Long.parseLong(name.group(1)));
        }
      }
    } catch (IOException e) {
      throw ReleaseException.broken("metadata of " + role, e);
    }
    return newest;
  }

  /// A version of which there is no file yet: one may have been left by a publication that was cut
  /// off, and some cache may already hold it.
  long nextVersion(String role, long current) {
    long next = current + 1;
    while (Files.exists(folder.resolve(next + "." + role + ".json"))) {
      next++;
    }
    return next;
  }

  void write(String name, byte[] bytes) throws ReleaseException {
    try {
      DurableFile.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw ReleaseException.broken("metadata " + name, e);
    }
  }

  /// Deletes versions of a role that are too old for anyone to be reading them. Roots stay.
  void prune(String role, long oldestKept) throws ReleaseException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher name = VERSIONED.matcher(file.getFileName().toString());
        if (name.matches()
            && name.group(2).equals(role)
            && Long.parseLong(name.group(1)) < oldestKept) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw ReleaseException.broken("old metadata of " + role, e);
    }
  }
}
