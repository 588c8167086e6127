package cn.gongkai.sync.transfer;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.sync.site.SitePath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/// A file whose content is known by its hash before it is fetched.
///
/// @param length bytes
/// @param sha256 lower-case hex of the whole file
/// @param chunks hashes of its 256 KiB chunks; empty where only the whole can be checked
public record Wanted(SitePath path, long length, String sha256, List<String> chunks) {

  public Wanted {
    chunks = List.copyOf(chunks);
  }

  public static Wanted of(BlobRef blob) {
    return new Wanted(
        new SitePath.Blob(blob.sha256()), blob.length(), blob.sha256(), blob.chunks());
  }

  public static Wanted of(SegmentRef segment) {
    String file = segment.filePath();
    return new Wanted(
        new SitePath.Segment(segment.channel().name(), file.substring(file.lastIndexOf('/') + 1)),
        segment.length(),
        segment.sha256(),
        List.of());
  }

  /// True where the file lies there already, whole. Reads all of it.
  public boolean isAt(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) != length) {
      return false;
    }
    MessageDigest digest = Sha256.digest();
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest()).equals(sha256);
  }
}
