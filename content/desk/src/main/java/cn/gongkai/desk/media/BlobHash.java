package cn.gongkai.desk.media;

import cn.gongkai.content.model.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Names a file by its content: the SHA-256 of the whole and of every chunk, in one pass.
public final class BlobHash {

  private BlobHash() {}

  /// @throws IOException also where the file is empty
  public static BlobRef of(Path file, String mediaType) throws IOException {
    MessageDigest whole = sha256();
    List<String> chunks = new ArrayList<>();
    long length = 0;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = in.readNBytes(BlobRef.CHUNK_BYTES);
      while (chunk.length > 0) {
        length += chunk.length;
        whole.update(chunk);
        chunks.add(hex(sha256().digest(chunk)));
        chunk = in.readNBytes(BlobRef.CHUNK_BYTES);
      }
    }
    if (length == 0) {
      throw new IOException(file.getFileName() + " is empty");
    }
    return new BlobRef(
        hex(whole.digest()), length, mediaType, chunks.size() == 1 ? List.of() : chunks);
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
