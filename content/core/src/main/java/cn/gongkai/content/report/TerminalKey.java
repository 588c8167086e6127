package cn.gongkai.content.report;

import cn.gongkai.content.release.DurableFile;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.json.Json;
import cn.gongkai.content.release.sign.SigningKey;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A terminal's own Ed25519 key, made at its first start and kept in its folder as `terminal.key`
/// (mode 0600). It signs receipts and nothing else.
public final class TerminalKey {

  private static final Logger LOG = LoggerFactory.getLogger(TerminalKey.class);
  private static final String NAME = "terminal.key";
  private static final int NAME_CHARACTERS = 12;

  private final SigningKey key;

  private TerminalKey(SigningKey key) {
    this.key = key;
  }

  /// Reads the key of a terminal, or makes one where there is none. A file that is no key is set
  /// aside as `terminal.key.damaged`; the desk will see that the key is another.
  ///
  /// @throws ReleaseException `RELEASE-IO`
  public static TerminalKey open(Path terminal) throws ReleaseException {
    Path file = terminal.resolve(NAME);
    try {
      Optional<SigningKey> kept = find(file);
      if (kept.isPresent()) {
        return new TerminalKey(kept.get());
      }
      SigningKey made = SigningKey.generate();
      writePrivately(file, made.pem());
      return new TerminalKey(made);
    } catch (IOException e) {
      throw ReleaseException.broken("the terminal's key " + file, e);
    }
  }

  private static Optional<SigningKey> find(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      SigningKey key = SigningKey.read(Files.readString(file));
      if (key.canSign()) {
        return Optional.of(key);
      }
    } catch (ReleaseException | CharacterCodingException e) {
      LOG.warn("{} is no key: {}", file, e.getMessage());
    }
    Files.move(file, file.resolveSibling(NAME + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
    return Optional.empty();
  }

  /// Nobody else can read the file at any moment.
  private static void writePrivately(Path file, String pem) throws IOException {
    Path partial = DurableFile.partialFor(file);
    try {
      if (partial.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rw-------"));
      }
      Files.write(partial, pem.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
      DurableFile.moveInto(partial, file);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /// The name of a terminal whose technician gave it none.
  public String defaultName() {
    return "t-" + key.id().substring(0, NAME_CHARACTERS);
  }

  /// The public half, 64 characters of lower-case hex.
  public String publicHex() {
    Json.Obj form = key.form();
    try {
      return form.object("keyval").text("public");
    } catch (ReleaseException e) {
      throw new IllegalStateException("a key without a public half", e);
    }
  }

  String sign(byte[] message) {
    return key.sign(message);
  }
}
