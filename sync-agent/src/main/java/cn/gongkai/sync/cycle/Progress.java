package cn.gongkai.sync.cycle;

/// What a cycle is doing, for whoever waits for it. Called on the cycle's thread.
public interface Progress {

  Progress SILENT = (what, done, total) -> {};

  /// @param what in a few words, for example `files`
  /// @param total 0 where it is not known
  void at(String what, long done, long total);
}
