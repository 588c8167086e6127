package cn.gongkai.sync.transfer;

import java.nio.file.Path;
import java.util.List;

/// How a transfer ended.
public sealed interface Transferred {

  /// The file is here, whole, verified and on disk.
  ///
  /// @param bytesFetched how much of it came over the line this time
  /// @param from names of the sources that sent some of it
  record Done(Path file, long bytesFetched, List<String> from) implements Transferred {}

  /// No source gave it. What arrived and was verified stays for the next time.
  ///
  /// @param code `SYNC-FILE-MISSING`, `SYNC-FILE-HASH`, `SYNC-FILE-LENGTH`, `SYNC-CUT`,
  ///   `SYNC-SLOW`, or the code of a source's failure
  record Failed(String code, String why) implements Transferred {}
}
