package cn.gongkai.content.store;

import cn.gongkai.content.model.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The files of a terminal that are named by what they contain: `blobs/ab/<sha256>`. A file stands
/// in its place only whole, checked and forced to the disk.
final class BlobFolder {

  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Path terminal;
  private final Path blobs;
  private final Path incoming;

  BlobFolder(Path terminal) {
    this.terminal = terminal;
    this.blobs = terminal.resolve("blobs");
    this.incoming = terminal.resolve("incoming");
  }

  Path file(BlobRef blob) {
    return blobs.resolve(blob.path());
  }

  boolean has(BlobRef blob) {
    return has(blob.sha256(), blob.length());
  }

  boolean has(String sha256, long length) {
    try {
      BasicFileAttributes found =
          Files.readAttributes(place(sha256), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return found.isRegularFile() && found.size() == length;
    } catch (IOException e) {
      return false;
    }
  }

  /// True where the file holds what its name says. Reads all of it.
  boolean isTrue(String sha256) throws StoreException {
    try {
      return sha256.equals(hash(place(sha256)));
    } catch (IOException e) {
      throw Failures.of(e);
    }
  }

  Path incoming(BlobRef blob) throws StoreException {
    try {
      Files.createDirectories(incoming);
      return incoming.resolve(blob.sha256());
    } catch (IOException e) {
      throw Failures.of(e);
    }
  }

  /// Checks a finished file and moves it to its place.
  ///
  /// @throws StoreException `STORE-BLOB` where it is not what was asked for; it is left as it is
  void accept(BlobRef blob, Path received) throws StoreException {
    try {
      long length = Files.size(received);
      if (length != blob.length()) {
        throw refused(blob, blob.length() + " bytes", length + " bytes");
      }
      String sha256 = hash(received);
      if (!sha256.equals(blob.sha256())) {
        throw refused(blob, blob.sha256(), sha256);
      }
      Path place = file(blob);
      Path folder = blobs.resolve(blob.sha256().substring(0, 2));
      Files.createDirectories(folder);
      force(received, StandardOpenOption.WRITE);
      Files.move(
          received, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(folder, StandardOpenOption.READ);
      force(blobs, StandardOpenOption.READ);
    } catch (IOException e) {
      throw Failures.of(e);
    }
  }

  private static StoreException refused(BlobRef blob, String expected, String found) {
    return new StoreException(
        "STORE-BLOB", blob.sha256() + ": expected " + expected + ", received " + found);
  }

  void delete(String sha256) throws StoreException {
    try {
      Files.deleteIfExists(place(sha256));
    } catch (IOException e) {
      throw Failures.of(e);
    }
  }

  /// Deletes the files whose name does not pass, and whatever else lies in the folder.
  ///
  /// @return bytes given back
  long keepOnly(Predicate<String> wanted) throws StoreException {
    long[] freed = {0};
    try {
      Files.walkFileTree(
          blobs,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              String name = file.getFileName().toString();
              boolean ours = NAME.matcher(name).matches() && file.equals(place(name));
              if (!ours || !wanted.test(name)) {
                Files.deleteIfExists(file);
                freed[0] += attributes.size();
              }
              return FileVisitResult.CONTINUE;
            }
          });
      return freed[0];
    } catch (NoSuchFileException e) {
      return freed[0];
    } catch (IOException e) {
      throw Failures.of(e);
    }
  }

  /// Makes the folders of a terminal.
  void create() throws StoreException {
    try {
      Files.createDirectories(blobs);
      Files.createDirectories(incoming);
      force(terminal, StandardOpenOption.READ);
    } catch (IOException e) {
      throw Failures.of(e);
    }
  }

  private Path place(String sha256) {
    return blobs.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
