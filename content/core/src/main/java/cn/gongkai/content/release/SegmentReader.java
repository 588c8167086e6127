package cn.gongkai.content.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the changes of one segment, one at a time and each checked: place, order, size, count.
///
/// The changes count only once [#next] has returned empty: a segment that is refused half-way must
/// be taken back whole, which the store's transaction does. Not thread-safe.
public final class SegmentReader implements AutoCloseable {

  private static final int BUFFER_BYTES = 64 << 10;

  private final SegmentRef ref;
  private final BoundedLines lines;
  private final SegmentRules rules;

  private SegmentReader(SegmentRef ref, InputStream unpacked, ReleaseLimits limits)
      throws ReleaseException {
    this.ref = ref;
    this.lines =
        new BoundedLines(
            unpacked, limits.lineBytes(), Math.min(limits.rawBytes(), ref.rawLength()));
    this.rules = new SegmentRules(ref.header(), Math.min(limits.changes(), ref.items()));
    SegmentHeader found =
        SegmentLine.readHeader(
            lines
                .next()
                .orElseThrow(
                    () ->
                        ReleaseException.refused(
                            "RELEASE-SEGMENT-CUT", "a header", "an empty segment")));
    if (!found.equals(ref.header())) {
      throw ReleaseException.refused("RELEASE-SEGMENT-HEADER", ref.header().line(), found.line());
    }
  }

  /// Checks the file's length and hash and begins to read it.
  ///
  /// @param ref as signed
  /// @throws ReleaseException `RELEASE-SEGMENT-HASH`, `RELEASE-SEGMENT-SIZE`,
  ///   `RELEASE-SEGMENT-HEADER`, `RELEASE-SEGMENT-CUT`, `RELEASE-SEGMENT-LONG-LINE`, `RELEASE-IO`
  public static SegmentReader open(Path file, SegmentRef ref, ReleaseLimits limits)
      throws ReleaseException {
    verify(file, ref, limits);
    InputStream in = null;
    try {
      in = Files.newInputStream(file);
      return new SegmentReader(ref, SegmentPacking.of(ref.header()).unpacker(in), limits);
    } catch (IOException e) {
      closeQuietly(in, e);
      throw SegmentPacking.isDamage(e)
          ? ReleaseException.refused("RELEASE-SEGMENT-CUT", "a packed file", e, e)
          : ReleaseException.broken("segment " + file, e);
    } catch (ReleaseException e) {
      closeQuietly(in, e);
      throw e;
    }
  }

  /// Checks that the file is the one that was signed, without reading what is in it.
  ///
  /// @throws ReleaseException `RELEASE-SEGMENT-SIZE`, `RELEASE-SEGMENT-HASH`, `RELEASE-IO`
  public static void verify(Path file, SegmentRef ref, ReleaseLimits limits)
      throws ReleaseException {
    try {
      long length = Files.size(file);
      if (length != ref.length() || length > limits.fileBytes()) {
        throw ReleaseException.refused(
            "RELEASE-SEGMENT-SIZE",
            ref.length() + " bytes, at most " + limits.fileBytes(),
            length + " bytes");
      }
      String hash = hash(file);
      if (!hash.equals(ref.sha256())) {
        throw ReleaseException.refused("RELEASE-SEGMENT-HASH", ref.sha256(), hash);
      }
    } catch (IOException e) {
      throw ReleaseException.broken("segment " + file, e);
    }
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      while (in.read(buffer) >= 0) {
        // Only the digest is wanted.
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  public SegmentHeader header() {
    return ref.header();
  }

  /// The next change; empty at the end, and only there is the segment known to be whole.
  ///
  /// @throws ReleaseException `RELEASE-SEGMENT-LINE`, `RELEASE-SEGMENT-ENTITY`,
  ///   `RELEASE-SEGMENT-FOREIGN`, `RELEASE-SEGMENT-SEQUENCE`, `RELEASE-SEGMENT-COUNT`,
  ///   `RELEASE-SEGMENT-SIZE`, `RELEASE-SEGMENT-LONG-LINE`, `RELEASE-SEGMENT-CUT`, `RELEASE-IO`
  public Optional<NumberedChange> next() throws ReleaseException {
    Optional<String> line = lines.next();
    if (line.isEmpty()) {
      checkWhole();
      return Optional.empty();
    }
    NumberedChange change = SegmentLine.read(line.get());
    rules.check(change);
    return Optional.of(change);
  }

  private void checkWhole() throws ReleaseException {
    if (rules.changes() != ref.items()) {
      throw ReleaseException.refused(
          "RELEASE-SEGMENT-COUNT", ref.items() + " changes", rules.changes());
    }
    if (lines.bytesRead() != ref.rawLength()) {
      throw ReleaseException.refused(
          "RELEASE-SEGMENT-SIZE", ref.rawLength() + " bytes unpacked", lines.bytesRead());
    }
    rules.checkEnd();
  }

  private static void closeQuietly(@Nullable InputStream in, Exception because) {
    try {
      if (in != null) {
        in.close();
      }
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  @Override
  public void close() throws ReleaseException {
    lines.close();
  }
}
