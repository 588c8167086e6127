package cn.gongkai.desk.authoring;

import cn.gongkai.content.release.Sha256;
import cn.gongkai.desk.media.MediaFile;
import cn.gongkai.desk.media.MediaReader;
import cn.gongkai.desk.problem.Problems;
import cn.gongkai.desk.text.MediaSource;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The files of an authored folder. A reference never leads out of it, neither by `..` nor by a
/// symbolic link.
///
/// For one reader; what [#apart] gives shares what is known of the files.
final class FolderFiles {

  private final Path root;
  private final AuthoredLimits limits;
  private final MediaReader media;
  private final Map<Path, FileStamp> stamps;
  private final Map<Path, Boolean> linkedFolders;
  private final Set<Path> asked = new LinkedHashSet<>();
  private final Map<Path, String> hashes = new HashMap<>();

  FolderFiles(Path root, AuthoredLimits limits, MediaReader media) {
    this(root, limits, media, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  private FolderFiles(
      Path root,
      AuthoredLimits limits,
      MediaReader media,
      Map<Path, FileStamp> stamps,
      Map<Path, Boolean> linkedFolders) {
    this.root = root;
    this.limits = limits;
    this.media = media;
    this.stamps = stamps;
    this.linkedFolders = linkedFolders;
  }

  /// The same folder for another reader, which may be on another thread: what it asks for is noted
  /// apart.
  FolderFiles apart() {
    return new FolderFiles(root, limits, media, stamps, linkedFolders);
  }

  /// Path below the folder, with forward slashes.
  String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /// The files asked for here, with the stamps they had before they were first read.
  List<ItemReading.Dependency> asked() {
    return asked.stream().map(file -> new ItemReading.Dependency(name(file), stamp(file))).toList();
  }

  /// SHA-256 of a text file's bytes as they were read here; of nothing where it was not.
  String hash(Path file) {
    return hashes.getOrDefault(file, Sha256.hex(new byte[0]));
  }

  /// Taken once and kept, so that it is never newer than what was read.
  FileStamp stamp(Path file) {
    return stamps.computeIfAbsent(file, f -> linked(f) ? FileStamp.ABSENT : FileStamp.of(f));
  }

  /// The text of a file in UTF-8, line ends as `\n`.
  Optional<String> readText(Path file, int line, Problems problems) {
    try {
      if (Files.size(file) > limits.sourceBytes()) {
        problems.block(
            line,
            "AUTHORED-FILE-LARGE",
            file.getFileName(),
            Files.size(file) >> 10,
            limits.sourceBytes() >> 10);
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      hashes.put(file, Sha256.hex(bytes));
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String unmarked = text.startsWith("\ufeff") ? text.substring(1) : text;
      return Optional.of(unmarked.replace("\r\n", "\n").replace('\r', '\n'));
    } catch (CharacterCodingException e) {
      problems.block(line, "AUTHORED-ENCODING", file.getFileName());
    } catch (IOException e) {
      problems.block(line, "AUTHORED-FILE-UNREADABLE", file.getFileName());
    }
    return Optional.empty();
  }

  /// The file that a reference in another one leads to.
  Optional<Path> resolve(Path from, String reference, int line, Problems problems) {
    Optional<Path> inside = findInside(from, reference);
    if (inside.isEmpty()) {
      problems.block(line, "AUTHORED-PATH", reference);
      return Optional.empty();
    }
    Path file = inside.get();
    note(file);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || linked(file)) {
      problems.block(line, "AUTHORED-FILE-MISSING", reference);
      return Optional.empty();
    }
    return inside;
  }

  private void note(Path file) {
    asked.add(file);
    stamp(file);
  }

  private Optional<Path> findInside(Path from, String reference) {
    try {
      String plain = URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
      if (plain.isBlank() || plain.indexOf('\\') >= 0 || plain.indexOf(':') >= 0) {
        return Optional.empty();
      }
      Path folder = plain.startsWith("/") ? root : from.resolveSibling(".").normalize();
      Path file = folder.resolve(plain.replaceFirst("^/+", "")).normalize();
      return file.startsWith(root) && !file.equals(root) ? Optional.of(file) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// True where any step below the folder is a symbolic link.
  private boolean linked(Path file) {
    Path folder = file.getParent();
    return Files.isSymbolicLink(file)
        || (folder != null && linkedFolders.computeIfAbsent(folder, this::onALink));
  }

  private boolean onALink(Path folder) {
    for (Path at = folder; at != null && !at.equals(root); at = at.getParent()) {
      if (Files.isSymbolicLink(at)) {
        return true;
      }
    }
    return false;
  }

  Optional<MediaFile> media(Path from, String reference, int line, Problems problems) {
    return resolve(from, reference, line, problems)
        .flatMap(file -> media.read(file, line, problems));
  }

  /// What the text of one file may refer to.
  MediaSource sourceFor(Path from, Problems problems) {
    return new MediaSource() {
      @Override
      public Optional<MediaFile> find(String reference, int line) {
        return media(from, reference, line, problems);
      }

      @Override
      public Optional<MediaFile> findSibling(String reference, String extension, int line) {
        return sibling(reference, extension).flatMap(file -> media.read(file, line, problems));
      }

      @Override
      public Optional<String> findSiblingText(String reference, int line) {
        return sibling(reference, "txt")
            .flatMap(file -> readText(file, line, problems))
            .map(String::strip)
            .filter(text -> !text.isEmpty());
      }

      private Optional<Path> sibling(String reference, String extension) {
        int dot = reference.lastIndexOf('.');
        return dot < 0
            ? Optional.empty()
            : findInside(from, reference.substring(0, dot + 1) + extension)
                .map(this::noted)
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .filter(file -> !linked(file));
      }

      private Path noted(Path file) {
        note(file);
        return file;
      }
    };
  }
}
