package cn.gongkai.desk.web;

import cn.gongkai.content.report.ReceiptBatch;
import cn.gongkai.content.report.ReportException;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes batches of receipts. An acknowledgement is sent when they are on the disk, never before;
/// every other answer says with a code why nothing was taken.
final class ReceiptsHandler implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptsHandler.class);
  private static final int NO_BODY = -1;
  private static final int PIECE_BYTES = 8 << 10;

  private final ReportsFolder reports;
  private final FleetLimits limits;
  private final Semaphore bodies;
  private final Semaphore room;
  private final Proxies proxies;
  private final Paces sources;
  private final Paces terminals;

  ReceiptsHandler(ReportsFolder reports, FleetLimits limits, Clock clock, Proxies proxies) {
    this.reports = reports;
    this.limits = limits;
    this.proxies = proxies;
    this.sources = new Paces(limits.batchesAMinute(), clock);
    this.terminals = new Paces(limits.batchesOfOneAMinute(), clock);
    this.bodies = new Semaphore(limits.bodiesAtOnce());
    this.room = new Semaphore(limits.batchesAtOnce());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        exchange.getResponseHeaders().set("Allow", "POST");
        exchange.sendResponseHeaders(405, NO_BODY);
      } else if (!bodies.tryAcquire()) {
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
  /// are verified and written. A terminal that sends too often is told so before its signature is
  /// looked at, and is not counted among what came from its address: it keeps nobody else out.
  private void take(HttpExchange exchange) throws IOException {
    int most = ReportLimits.STANDARD.packedBytes();
    byte[] packed = inTime(exchange, body -> body.readNBytes(most + 1));
    String source = proxies.source(exchange);
    if (packed.length > most) {
      refuse(exchange, 413, "REPORT-LIMIT");
    } else if (isFlooding(source, packed) || !sources.count(source) || !hasRoom()) {
      putOff(exchange);
    } else {
      try {
        take(exchange, source, packed);
      } finally {
        room.release();
      }
    }
  }

  /// Anybody can write another's key into a head, so only what was signed with it is counted; and
  /// as anybody can send again what was signed, it is counted by the address as well.
  private boolean isFlooding(String source, byte[] packed) {
    return ReceiptBatch.findClaimedKey(packed)
        .filter(key -> terminals.isUsedUp(source + " " + key))
        .isPresent();
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

  private void take(HttpExchange exchange, String source, byte[] packed) throws IOException {
    try {
      ReceiptBatch batch = ReceiptBatch.open(packed, ReportLimits.STANDARD);
      if (!terminals.count(source + " " + batch.key())) {
        putOff(exchange);
        return;
      }
      switch (reports.take(batch, "line")) {
        case Intake.Taken taken ->
            answer(
                exchange,
                200,
                "{\"acknowledged\":{\"terminal\":\"%s\",\"series\":\"%s\",\"number\":%d}}"
                    .formatted(taken.terminal(), taken.series(), taken.number()));
        case Intake.Refused no -> refuse(exchange, no.code(), no.why());
      }
    } catch (ReportException e) {
      refuse(exchange, e.code(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      LOG.error("DESK-IO: receipts could not be kept", e);
      refuse(exchange, 503, "DESK-IO");
    }
  }

  private static void refuse(HttpExchange exchange, String code, String why) throws IOException {
    LOG.warn("receipts refused: {}", why);
    refuse(exchange, 400, code);
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
