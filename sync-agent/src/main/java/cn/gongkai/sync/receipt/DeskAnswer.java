package cn.gongkai.sync.receipt;

/// What became of a batch. Only an acknowledgement that names this terminal and this series lets
/// anything leave the queue.
public sealed interface DeskAnswer {

  /// The desk has everything of the series up to this number on its disk.
  record Acknowledged(String terminal, String series, long number) implements DeskAnswer {}

  /// Nothing was taken: nobody there, an error, a login page, words that are no answer, or a desk
  /// that refuses.
  ///
  /// @param code `SYNC-DESK-…`
  record Failed(String code, String why) implements DeskAnswer {}
}
