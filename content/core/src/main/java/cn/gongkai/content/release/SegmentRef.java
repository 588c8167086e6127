package cn.gongkai.content.release;

import java.time.Instant;
import java.util.regex.Pattern;

/// A segment as signed metadata lists it: enough to choose it, fetch it and check it.
///
/// @param asOf when the desk published the newest change in it
/// @param items lines after the header
/// @param rawLength bytes before compression
/// @param length bytes of the file
/// @param sha256 lower-case hex of the file
public record SegmentRef(
    SegmentHeader header, Instant asOf, int items, long rawLength, long length, String sha256) {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public SegmentRef {
    if (items < 0 || rawLength < 1 || length < 1 || !HEX.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a segment: " + items + " " + length + " " + sha256);
    }
  }

  public Channel channel() {
    return header.channel();
  }

  public long from() {
    return header.from();
  }

  public long to() {
    return header.to();
  }

  public boolean base() {
    return header.base();
  }

  /// The name under which it is signed: `ch/county/0-12.jsonl.gz`, `ch/county/12-40.jsonl.xz`.
  public String targetPath() {
    return "ch/" + channel() + "/" + range();
  }

  /// Where the file lies below the site's `targets/`: `ch/county/<sha256>.12-40.jsonl.xz`.
  public String filePath() {
    return "ch/" + channel() + "/" + sha256 + "." + range();
  }

  private String range() {
    return from() + "-" + to() + ".jsonl." + SegmentPacking.of(header).suffix();
  }
}
