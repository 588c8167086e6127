package cn.gongkai.desk.publish;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.release.DurableFile;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.desk.media.MediaFile;
import cn.gongkai.desk.phone.LightPicture;
import cn.gongkai.desk.phone.PhoneFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files of a published site.
record SiteFolder(Path root) {

  Path targets() {
    return root.resolve("targets");
  }

  /// What the publisher keeps for itself: beside the site, never in it.
  Path work() {
    return root.resolveSibling(root.getFileName() + ".work");
  }

  Path page(String name) {
    return root.resolve("m").resolve(name);
  }

  boolean isSite() {
    return Files.isRegularFile(root.resolve("metadata").resolve("1.root.json"));
  }

  /// @throws PublishException `PUBLISH-FOREIGN` where it holds something else
  void requireOurs() throws IOException, PublishException {
    if (isSite() || !Files.exists(root)) {
      return;
    }
    Set<String> ours = Set.of("metadata", "targets", "blobs", "m", "index.html");
    try (Stream<Path> files = Files.list(root)) {
      List<String> others =
          files.map(f -> String.valueOf(f.getFileName())).filter(n -> !ours.contains(n)).toList();
      if (!others.isEmpty()) {
        throw new PublishException(
            "PUBLISH-FOREIGN", root + " is not a published site, it holds " + others.getFirst());
      }
    }
  }

  /// Puts a file among the blobs and where phones find it.
  ///
  /// @return false where it was there already
  boolean putBlob(MediaFile media) throws IOException, PublishException {
    BlobRef blob = media.blob();
    Path file = root.resolve("blobs").resolve(blob.path());
    boolean missing = !Files.exists(file) || Files.size(file) != blob.length();
    if (missing) {
      Path partial = DurableFile.partialFor(file);
      try {
        if (!copy(media.path(), partial).equals(blob.sha256())) {
          throw new PublishException(
              "PUBLISH-FILE-CHANGED", media.path() + " changed while it was being published");
        }
        DurableFile.moveInto(partial, file);
      } finally {
        Files.deleteIfExists(partial);
      }
    }
    putForPhones(blob, file);
    return missing;
  }

  /// @return SHA-256 of what was copied
  private static String copy(Path from, Path to) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
      Files.copy(from, out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void putForPhones(BlobRef blob, Path file) throws IOException {
    Path named = page("f").resolve(PhoneFiles.name(blob));
    Files.createDirectories(named.getParent());
    if (!Files.exists(named)) {
      try {
        Files.createLink(named, file);
      } catch (FileAlreadyExistsException e) {
        throw e;
      } catch (IOException | UnsupportedOperationException e) {
        // A file system without hard links: a copy does as well.
        Files.copy(file, named);
      }
    }
    Path light = page("f").resolve(PhoneFiles.lightName(blob));
    if (PhoneFiles.needsLight(blob) && !Files.exists(light)) {
      DurableFile.write(light, LightPicture.of(file));
    }
  }

  /// Takes a blob away, and what phones were given of it.
  void deleteBlob(String sha256) throws IOException {
    Files.deleteIfExists(root.resolve("blobs").resolve(sha256.substring(0, 2)).resolve(sha256));
    for (String name : PhoneFiles.names(sha256)) {
      Files.deleteIfExists(page("f").resolve(name));
    }
  }

  /// Writes a page where it is not there already as it should be. Pages are replaced whole but not
  /// forced to the disk one by one: there are many, and one that a power cut empties is written
  /// again with the next publication, see [#hasPage].
  boolean putPage(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return false;
    }
    Path partial = DurableFile.partialFor(file);
    try {
      Files.write(partial, bytes);
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
    return true;
  }

  static boolean hasPage(Path file) throws IOException {
    return Files.exists(file) && Files.size(file) > 0;
  }

  /// The segment files of the site, by their paths below `targets/`.
  List<String> segmentFiles() throws IOException {
    if (!Files.isDirectory(targets())) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(targets())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> targets().relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }
}
