package cn.gongkai.sync.site;

import java.io.IOException;
import java.time.Duration;

/// A source that sends too little to be waited for: `SYNC-SLOW`.
public final class SlowSourceException extends IOException {

  SlowSourceException(long bytes, Duration window) {
    super("only " + bytes + " bytes within " + window.toSeconds() + " s");
  }
}
