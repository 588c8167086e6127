package cn.gongkai.content.release;

/// The rules every change of a segment obeys, for whoever writes it as for whoever reads it.
final class SegmentRules {

  private final SegmentHeader header;
  private final int changesMax;
  private long last;
  private int changes;

  SegmentRules(SegmentHeader header, int changesMax) {
    this.header = header;
    this.changesMax = changesMax;
    this.last = header.from();
  }

  int changes() {
    return changes;
  }

  void check(NumberedChange numbered) throws ReleaseException {
    long sequence = numbered.sequence();
    if (sequence <= last || sequence > header.to()) {
      throw ReleaseException.refused(
          "RELEASE-SEGMENT-SEQUENCE", "one of " + (last + 1) + " to " + header.to(), sequence);
    }
    last = sequence;
    if (++changes > changesMax) {
      throw ReleaseException.refused(
          "RELEASE-SEGMENT-COUNT", "at most " + changesMax + " changes", "more");
    }
    checkPlace(numbered.change());
  }

  private void checkPlace(Change change) throws ReleaseException {
    boolean ours =
        switch (change) {
          case Change.Put put -> header.channel().mayCarry(put.entity());
          case Change.Delete delete -> Channel.of(delete.ref()).equals(header.channel());
        };
    if (!ours) {
      throw ReleaseException.refused(
          "RELEASE-SEGMENT-FOREIGN",
          "only what belongs to channel " + header.channel(),
          change.ref());
    }
    if (header.base() && change instanceof Change.Delete) {
      throw ReleaseException.refused(
          "RELEASE-SEGMENT-LINE", "only living entities in a base", "delete of " + change.ref());
    }
  }

  /// A segment ends with its newest change; in a base that one may have been a deletion.
  void checkEnd() throws ReleaseException {
    if (!header.base() && last != header.to()) {
      throw ReleaseException.refused(
          "RELEASE-SEGMENT-SEQUENCE", "changes up to " + header.to(), "the last is " + last);
    }
  }
}
