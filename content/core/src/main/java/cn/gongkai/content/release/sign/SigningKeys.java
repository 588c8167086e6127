package cn.gongkai.content.release.sign;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.DurableFile;
import cn.gongkai.content.release.ReleaseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A publisher's keys: a folder (mode 0700) with one file (mode 0600) for each, named
/// `<role>-<first 8 of its id>.pem`, unencrypted PEM. Files in `retired/` have been replaced; they
/// sign nothing but the root that replaces them.
///
/// Every role named by [#TOP_LEVEL], and each township's channel, has keys of its own, so that the
/// root's can be kept elsewhere and brought only to change the others.
public final class SigningKeys {

  public static final List<String> TOP_LEVEL = List.of("root", "timestamp", "snapshot", "targets");

  private static final int ID_CHARACTERS = 8;
  private static final String RETIRED = "retired";

  private final Path folder;

  private SigningKeys(Path folder) {
    this.folder = folder;
  }

  /// Opens the folder, making it where it is missing. Makes no keys.
  ///
  /// @throws ReleaseException `RELEASE-IO`
  public static SigningKeys open(Path folder) throws ReleaseException {
    try {
      for (Path each : List.of(folder, folder.resolve(RETIRED))) {
        Files.createDirectories(each);
        if (isPosix(each)) {
          Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx------"));
        }
      }
      return new SigningKeys(folder);
    } catch (IOException e) {
      throw ReleaseException.broken("the folder of keys " + folder, e);
    }
  }

  /// Makes a first key for each of the roles that have none, for a new site all of them.
  public void createMissing(Iterable<String> roles) throws ReleaseException {
    for (String role : roles) {
      if (of(role).isEmpty()) {
        create(role);
      }
    }
  }

  /// Makes one more key of a role.
  public SigningKey create(String role) throws ReleaseException {
    SigningKey key = SigningKey.generate();
    save(role, key.pem(), key);
    return key;
  }

  /// Takes the public half of a key with which a township signs its channel, beside the keys the
  /// channel has.
  ///
  /// @throws ReleaseException `RELEASE-KEY`; `RELEASE-KEY-PRIVATE` where the private half is in the
  ///   file as well, so that it has left the township; `RELEASE-KEY-REVOKED` where the key was put
  ///   aside here before
  public SigningKey adopt(Channel town, String pem) throws ReleaseException {
    SigningKey key = SigningKey.read(pem);
    if (key.canSign()) {
      throw ReleaseException.refused(
          "RELEASE-KEY-PRIVATE", "the public half of a key", "the private half with it");
    }
    if (read(folder.resolve(RETIRED), town.name()).stream().anyMatch(k -> k.isSameAs(key))) {
      throw ReleaseException.refused("RELEASE-KEY-REVOKED", "a new key of " + town, key.id());
    }
    save(town.name(), key.publicPem(), key);
    return key;
  }

  /// True where a township's channel can be signed by the township only: no private half of a key
  /// of its is here, and a public one is, or was before it was revoked.
  public boolean isElsewhere(Channel channel) throws ReleaseException {
    if (!channel.isTown()) {
      return false;
    }
    List<SigningKey> ours = of(channel.name());
    List<SigningKey> known =
        ours.isEmpty() ? read(folder.resolve(RETIRED), channel.name()) : List.of();
    return ours.stream().noneMatch(SigningKey::canSign)
        && (!ours.isEmpty() || known.stream().anyMatch(key -> !key.canSign()));
  }

  /// Puts those keys of a role aside that are not among the given ones.
  ///
  /// @return whether there were any
  public boolean retireAllBut(String role, Set<String> ids) throws ReleaseException {
    boolean retired = false;
    for (SigningKey key : of(role)) {
      if (!ids.contains(key.id())) {
        retire(fileOf(role, key));
        retired = true;
      }
    }
    return retired;
  }

  /// The keys in use of a role.
  public List<SigningKey> of(String role) throws ReleaseException {
    return read(folder, role);
  }

  /// All keys a role ever had here: a new root is signed by those of the one before it as well.
  List<SigningKey> everOf(String role) throws ReleaseException {
    List<SigningKey> all = new ArrayList<>(of(role));
    all.addAll(read(folder.resolve(RETIRED), role));
    return all;
  }

  /// Replaces all keys of a role by one new key. It is used from the next publication on.
  public SigningKey rotate(String role) throws ReleaseException {
    retire(role);
    return create(role);
  }

  /// Puts all keys of a role aside: revokes them with the next publication.
  public void retire(String role) throws ReleaseException {
    for (Path file : files(folder, role)) {
      retire(file);
    }
  }

  private void retire(Path file) throws ReleaseException {
    try {
      Files.move(
          file,
          folder.resolve(RETIRED).resolve(file.getFileName()),
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw ReleaseException.broken("key " + file, e);
    }
  }

  private static List<SigningKey> read(Path folder, String role) throws ReleaseException {
    List<SigningKey> keys = new ArrayList<>();
    for (Path file : files(folder, role)) {
      try {
        keys.add(SigningKey.read(Files.readString(file)));
      } catch (IOException e) {
        throw ReleaseException.broken("key " + file, e);
      }
    }
    return keys;
  }

  private static List<Path> files(Path folder, String role) throws ReleaseException {
    requireRole(role);
    try (Stream<Path> files = Files.list(folder)) {
      String form = role + "-[0-9a-f]{" + ID_CHARACTERS + "}\\.pem";
      return files.filter(f -> f.getFileName().toString().matches(form)).sorted().toList();
    } catch (IOException e) {
      throw ReleaseException.broken("the folder of keys " + folder, e);
    }
  }

  private void save(String role, String pem, SigningKey key) throws ReleaseException {
    requireRole(role);
    Path file = fileOf(role, key);
    try {
      Path partial = DurableFile.partialFor(file);
      if (isPosix(partial)) {
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rw-------"));
      }
      Files.write(partial, pem.getBytes(StandardCharsets.US_ASCII));
      DurableFile.moveInto(partial, file);
    } catch (IOException e) {
      throw ReleaseException.broken("key " + file, e);
    }
  }

  private Path fileOf(String role, SigningKey key) {
    return folder.resolve(role + "-" + key.id().substring(0, ID_CHARACTERS) + ".pem");
  }

  private static void requireRole(String role) {
    if (!TOP_LEVEL.contains(role)) {
      Channel channel = new Channel(role);
      if (!channel.isTown()) {
        throw new IllegalArgumentException("the county's channel is signed by 'targets'");
      }
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
