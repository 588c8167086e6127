package cn.gongkai.content.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/// Writes one segment under the same rules by which it will be read. The same changes always give
/// the same bytes. Not thread-safe; the caller closes the stream.
final class SegmentWriter {

  private final SegmentHeader header;
  private final Instant asOf;
  private final ReleaseLimits limits;
  private final SegmentRules rules;
  private final MessageDigest digest = Sha256.digest();
  private final Counting counting;
  private final MemberWriter packed;
  private long rawLength;

  SegmentWriter(OutputStream out, SegmentHeader header, Instant asOf, ReleaseLimits limits)
      throws IOException, ReleaseException {
    this.header = header;
    this.asOf = asOf;
    this.limits = limits;
    this.rules = new SegmentRules(header, limits.changes());
    this.counting = new Counting(new DigestOutputStream(out, digest));
    this.packed = new MemberWriter(counting, SegmentPacking.of(header));
    writeLine(header.line());
  }

  void write(NumberedChange change) throws IOException, ReleaseException {
    rules.check(change);
    writeLine(SegmentLine.write(change));
  }

  SegmentRef finish() throws IOException, ReleaseException {
    rules.checkEnd();
    packed.finish();
    return new SegmentRef(
        header,
        asOf,
        rules.changes(),
        rawLength,
        counting.count,
        HexFormat.of().formatHex(digest.digest()));
  }

  private void writeLine(String line) throws IOException, ReleaseException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    if (line.indexOf('\n') >= 0) {
      throw ReleaseException.refused("RELEASE-SEGMENT-LINE", "one line", "a line break in it");
    }
    if (bytes.length > limits.lineBytes()) {
      throw ReleaseException.refused(
          "RELEASE-SEGMENT-LONG-LINE", "at most " + limits.lineBytes() + " bytes", bytes.length);
    }
    packed.line(bytes);
    rawLength += bytes.length + 1L;
  }

  private static final class Counting extends OutputStream {
    private final OutputStream out;
    private long count;

    Counting(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
