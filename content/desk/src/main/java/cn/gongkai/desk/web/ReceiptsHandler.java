package cn.gongkai.desk.web;

import cn.gongkai.content.report.ReportLimits;
import cn.gongkai.desk.fleet.FleetLimits;
import cn.gongkai.desk.fleet.Intake;
import cn.gongkai.desk.fleet.ReportsFolder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes batches of receipts. An acknowledgement is sent when they are on the disk, never before;
/// every other answer says with a code why nothing was taken.
final class ReceiptsHandler implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptsHandler.class);
  private static final int ADDRESSES_MAX = 10_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int NO_BODY = -1;
  private static final int PIECE_BYTES = 8 << 10;

  private final ReportsFolder reports;
  private final FleetLimits limits;
  private final Clock clock;
  private final Semaphore bodies;
  private final Semaphore room;
  private final Map<String, Pace> paces =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pace> eldest) {
          return size() > ADDRESSES_MAX;
        }
      };

  private record Pace(Instant since, int batches) {}

  ReceiptsHandler(ReportsFolder reports, FleetLimits limits, Clock clock) {
    this.reports = reports;
    this.limits = limits;
    this.clock = clock;
    this.bodies = new Semaphore(limits.bodiesAtOnce());
    this.room = new Semaphore(limits.batchesAtOnce());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        exchange.getResponseHeaders().set("Allow", "POST");
        exchange.sendResponseHeaders(405, NO_BODY);
      } else if (!isInPace(exchange.getRemoteAddress().getAddress().getHostAddress())
          || !bodies.tryAcquire()) {
        // An exchange that ends with a part of its body unread waits for the rest of it.
        inTime(exchange, body -> skip(body, ReportLimits.STANDARD.packedBytes()));
        putOff(exchange);
      } else {
        try {
          take(exchange);
        } finally {
          bodies.release();
        }
      }
    }
  }

  private void putOff(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Retry-After", "60");
    refuse(exchange, 429, "REPORT-PACE");
  }

  /// A client that drips takes up one place for a short while, and none of those in which batches
  /// are verified and written.
  private void take(HttpExchange exchange) throws IOException {
    int most = ReportLimits.STANDARD.packedBytes();
    byte[] packed = inTime(exchange, body -> body.readNBytes(most + 1));
    if (packed.length > most) {
      refuse(exchange, 413, "REPORT-LIMIT");
    } else if (!hasRoom()) {
      putOff(exchange);
    } else {
      try {
        take(exchange, packed);
      } finally {
        room.release();
      }
    }
  }

  private boolean hasRoom() {
    try {
      return room.tryAcquire(limits.bodyWithin().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// What is done with a body.
  @FunctionalInterface
  private interface Reading<T> {
    T of(InputStream body) throws IOException;
  }

  private static long skip(InputStream body, long bytesMax) throws IOException {
    byte[] piece = new byte[PIECE_BYTES];
    long skipped = 0;
    int read = body.read(piece);
    while (read >= 0 && skipped < bytesMax) {
      skipped += read;
      read = body.read(piece);
    }
    return skipped;
  }

  /// @throws IOException where the body does not arrive in time: the connection is cut then
  private <T> T inTime(HttpExchange exchange, Reading<T> reading) throws IOException {
    CompletableFuture<Boolean> arrived = new CompletableFuture<>();
    CompletableFuture<Boolean> guard =
        arrived
            .orTimeout(limits.bodyWithin().toMillis(), TimeUnit.MILLISECONDS)
            .exceptionally(
                late -> {
                  exchange.close();
                  return false;
                });
    T read = reading.of(exchange.getRequestBody());
    arrived.complete(true);
    if (!guard.join()) {
      throw new IOException("the body did not arrive in " + limits.bodyWithin());
    }
    return read;
  }

  private void take(HttpExchange exchange, byte[] packed) throws IOException {
    try {
      switch (reports.take(packed, "line")) {
        case Intake.Taken taken ->
            answer(
                exchange,
                200,
                "{\"acknowledged\":{\"terminal\":\"%s\",\"series\":\"%s\",\"number\":%d}}"
                    .formatted(taken.terminal(), taken.series(), taken.number()));
        case Intake.Refused no -> {
          LOG.warn("receipts refused: {}", no.why());
          refuse(exchange, 400, no.code());
        }
      }
    } catch (IOException e) {
      LOG.error("DESK-IO: receipts could not be kept", e);
      refuse(exchange, 503, "DESK-IO");
    }
  }

  private boolean isInPace(String address) {
    Instant now = clock.instant();
    synchronized (paces) {
      Pace pace = paces.getOrDefault(address, new Pace(now, 0));
      boolean counts = !now.isBefore(pace.since()) && now.isBefore(pace.since().plus(MINUTE));
      Pace next = counts ? new Pace(pace.since(), pace.batches() + 1) : new Pace(now, 1);
      paces.put(address, next);
      return next.batches() <= limits.batchesAMinute();
    }
  }

  private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
    answer(exchange, status, "{\"code\":\"%s\"}".formatted(code));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
