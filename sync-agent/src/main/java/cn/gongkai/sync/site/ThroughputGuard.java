package cn.gongkai.sync.site;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// A body that must keep flowing: it fails once fewer than a minimum of bytes came within a window.
/// A read timeout alone lets a server hold a client for ever with one byte a second.
final class ThroughputGuard extends FilterInputStream {

  private final long bytesMin;
  private final Duration window;
  private final Clock clock;
  private Instant windowStart;
  private long windowBytes;

  ThroughputGuard(InputStream body, long bytesMin, Duration window, Clock clock) {
    super(body);
    this.bytesMin = bytesMin;
    this.window = window;
    this.clock = clock;
    this.windowStart = clock.instant();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count > 0) {
      windowBytes += count;
    }
    Instant now = clock.instant();
    if (Duration.between(windowStart, now).compareTo(window) >= 0) {
      if (count >= 0 && windowBytes < bytesMin) {
        throw new SlowSourceException(windowBytes, window);
      }
      windowStart = now;
      windowBytes = 0;
    }
    return count;
  }
}
