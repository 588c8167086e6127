package cn.gongkai.sync.site;

import java.io.IOException;
import java.io.InputStream;

/// What a source says to a request.
public sealed interface Answer {

  /// The file, to be read once and closed.
  ///
  /// @param from the offset at which the bytes really begin: the one asked for, or 0 where the
  ///   source does not serve ranges
  record Found(InputStream body, long from) implements Answer, AutoCloseable {
    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  /// There is no such file: 404, and 403, which object stores answer instead.
  record Absent() implements Answer {}

  /// No usable answer: `SYNC-NO-NETWORK`, `SYNC-SERVER-ERROR`, `SYNC-REDIRECT`,
  /// `SYNC-CAPTIVE-PORTAL`, `SYNC-SLOW`.
  record Failed(String code, String why) implements Answer {}
}
