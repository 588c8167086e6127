package cn.gongkai.content.release;

/// What a segment covers: the changes after `from` up to and including `to`.
///
/// A base holds every entity alive at `to` and replaces what was there; it, and only it, begins at
/// 0. Any other segment holds the last state of everything changed, and fits every terminal that
/// stands at `from` or later and before `to`.
public record SegmentHeader(Channel channel, long from, long to, boolean base) {

  public static final int FORMAT = 1;

  public SegmentHeader {
    if (from < 0 || to <= from || base != (from == 0)) {
      throw new IllegalArgumentException(
          "a segment covers (from, to] and is a base where from is 0: " + from + "-" + to);
    }
  }

  public static SegmentHeader base(Channel channel, long to) {
    return new SegmentHeader(channel, 0, to, true);
  }

  public static SegmentHeader delta(Channel channel, long from, long to) {
    return new SegmentHeader(channel, from, to, false);
  }

  /// The line that begins the segment, without its end.
  String line() {
    return "{\"segment\":%d,\"channel\":\"%s\",\"from\":%d,\"to\":%d,\"base\":%b}"
        .formatted(FORMAT, channel, from, to, base);
  }
}
