package cn.gongkai.desk.authoring;

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
import java.util.Optional;

/// The files of an authored folder. A reference never leads out of it, neither by `..` nor by a
/// symbolic link.
final class FolderFiles {

  private final Path root;
  private final AuthoredLimits limits;
  private final MediaReader media;

  FolderFiles(Path root, AuthoredLimits limits, MediaReader media) {
    this.root = root;
    this.limits = limits;
    this.media = media;
  }

  /// Path below the folder, with forward slashes.
  String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
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
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
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
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || linked(file)) {
      problems.block(line, "AUTHORED-FILE-MISSING", reference);
      return Optional.empty();
    }
    return inside;
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
    for (Path at = file; at != null && !at.equals(root); at = at.getParent()) {
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
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .filter(file -> !linked(file));
      }
    };
  }
}
