package cn.gongkai.sync.site;

import cn.gongkai.sync.config.SyncLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/// HTTP from the JDK alone, for programs that start and end within a moment. Judges answers as
/// [HttpSite] does. Safe for several threads.
public final class PlainHttp {

  private final SyncLimits limits;
  private final Clock clock;

  public PlainHttp(SyncLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /// Asks for a file, from a byte offset on.
  ///
  /// @param uri http or https
  public Answer open(URI uri, long offset) {
    try {
      if (!(uri.toURL().openConnection() instanceof HttpURLConnection connection)) {
        return new Answer.Failed("SYNC-NO-NETWORK", "not a web address: " + uri);
      }
      connection.setConnectTimeout((int) limits.connectTimeout().toMillis());
      connection.setReadTimeout((int) limits.readTimeout().toMillis());
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      if (offset > 0) {
        connection.setRequestProperty("Range", "bytes=" + offset + "-");
      }
      int status = connection.getResponseCode();
      InputStream body =
          status < 400
              ? new ThroughputGuard(
                  connection.getInputStream(),
                  limits.throughputBytesMin(),
                  limits.throughputWindow(),
                  clock)
              : connection.getErrorStream();
      return new HttpAnswer(
              status,
              Optional.ofNullable(connection.getContentType()),
              Optional.ofNullable(connection.getHeaderField("Content-Range")),
              body)
          .read(uri.getPath(), offset);
    } catch (IOException | IllegalArgumentException e) {
      return new Answer.Failed(
          "SYNC-NO-NETWORK", e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }
}
