package cn.gongkai.sync.transfer;

import java.io.IOException;

/// Places in a cycle at which a test lets a step fail or the process die. A program passes them
/// without notice.
@FunctionalInterface
public interface Failpoints {

  Failpoints NONE = point -> {};

  /// A moment between two things that a disk has to remember.
  enum Point {
    /// Some bytes of a file lie in `incoming`.
    PART_WRITTEN,
    /// A blob has been moved to its place and the folder forced.
    BLOB_MOVED,
    /// Changes are in the open transaction.
    IN_TRANSACTION,
    /// All changes are in the transaction; nothing is committed.
    BEFORE_COMMIT,
    /// The release is visible; the metadata that named it is not yet trusted.
    AFTER_COMMIT,
    /// Everything is proven; the next write is the trusted metadata.
    BEFORE_TRUST,
    /// The trusted metadata is on disk.
    AFTER_TRUST
  }

  /// @throws IOException where a test lets the step fail
  void pass(Point point) throws IOException;
}
