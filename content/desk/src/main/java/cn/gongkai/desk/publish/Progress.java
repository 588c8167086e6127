package cn.gongkai.desk.publish;

/// Hears how far a publication has come.
@FunctionalInterface
public interface Progress {

  Progress SILENT = (step, done, total) -> {};

  /// @param total 0 where it is not known
  void at(Step step, long done, long total);

  /// What is being done.
  enum Step {
    READING,
    CHECKING,
    COMPARING,
    BLOBS,
    SEGMENTS,
    PAGES,
    SIGNING
  }
}
