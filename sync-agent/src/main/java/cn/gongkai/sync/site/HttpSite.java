package cn.gongkai.sync.site;

import cn.gongkai.sync.config.SyncLimits;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.ws.rs.ProcessingException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// A site behind HTTP. Follows no redirects, asks for ranges and believes them only where the
/// answer echoes them, and gives up on a server that drips.
public final class HttpSite implements SiteSource {

  private final URI base;
  private final SiteRestClient client;
  private final SyncLimits limits;
  private final Clock clock;
  private volatile Optional<Instant> serverTime = Optional.empty();
  private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

  public HttpSite(URI base, SyncLimits limits, Clock clock) {
    this.base = base;
    this.limits = limits;
    this.clock = clock;
    this.client =
        QuarkusRestClientBuilder.newBuilder()
            .baseUri(base)
            .connectTimeout(limits.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .readTimeout(limits.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .followRedirects(false)
            .property("microprofile.rest.client.disable.default.mapper", true)
            .build(SiteRestClient.class);
  }

  @Override
  public Answer open(SitePath path, long offset) {
    try {
      RestResponse<InputStream> response = request(path, range(offset));
      return answer(path, offset, response);
    } catch (ProcessingException e) {
      return new Answer.Failed("SYNC-NO-NETWORK", rootMessage(e));
    }
  }

  private RestResponse<InputStream> request(SitePath path, @Nullable String range) {
    return switch (path) {
      case SitePath.Metadata metadata -> client.metadata(metadata.name());
      case SitePath.Acknowledged ignored -> client.acknowledged();
      case SitePath.Segment segment -> client.segment(segment.channel(), segment.name(), range);
      case SitePath.Blob blob -> client.blob(blob.sha256().substring(0, 2), blob.sha256(), range);
    };
  }

  private static @Nullable String range(long offset) {
    return offset > 0 ? "bytes=" + offset + "-" : null;
  }

  private Answer answer(SitePath path, long offset, RestResponse<InputStream> response) {
    serverTime = time(response.getHeaderString("Date"));
    InputStream body = response.getEntity();
    return new HttpAnswer(
            response.getStatus(),
            Optional.ofNullable(response.getHeaderString("Content-Type")),
            Optional.ofNullable(response.getHeaderString("Content-Range")),
            body == null ? null : guarded(body))
        .read(path.path(), offset);
  }

  private static Optional<Instant> time(@Nullable String date) {
    try {
      return Optional.ofNullable(date)
          .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Instant> findTime() {
    return serverTime;
  }

  private InputStream guarded(InputStream body) {
    return new ThroughputGuard(
        new TimedBody(body, limits.readTimeout(), readers),
        limits.throughputBytesMin(),
        limits.throughputWindow(),
        clock);
  }

  static String rootMessage(Throwable e) {
    Throwable root = e;
    for (int depth = 0; root.getCause() != null && depth < 16; depth++) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }

  @Override
  public String name() {
    return base.toString();
  }

  @Override
  public void close() {
    readers.shutdownNow();
    if (client instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("the REST client could not be closed", e);
      }
    }
  }
}
