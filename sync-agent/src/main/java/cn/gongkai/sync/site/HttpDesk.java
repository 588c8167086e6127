package cn.gongkai.sync.site;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.json.Json;
import cn.gongkai.content.release.json.JsonText;
import cn.gongkai.sync.config.ReceiptLimits;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.receipt.DeskAnswer;
import cn.gongkai.sync.receipt.DeskLine;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.RestResponse;

/// A desk behind HTTP. Follows no redirects, and believes an acknowledgement only in its own form:
/// a login page, an error, or an answer that drips acknowledges nothing.
public final class HttpDesk implements DeskLine {

  private static final String JSON = "application/json";
  private static final int OK = 200;
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  private final DeskRestClient client;
  private final SyncLimits limits;
  private final int answerBytes;
  private final Clock clock;
  private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

  /// @param address that takes posts of receipts
  public HttpDesk(URI address, SyncLimits limits, ReceiptLimits receipts, Clock clock) {
    this.limits = limits;
    this.answerBytes = receipts.answerBytes();
    this.clock = clock;
    this.client =
        QuarkusRestClientBuilder.newBuilder()
            .baseUri(address)
            .connectTimeout(limits.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .readTimeout(limits.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .followRedirects(false)
            .property("microprofile.rest.client.disable.default.mapper", true)
            .build(DeskRestClient.class);
  }

  @Override
  public DeskAnswer send(byte[] batch) {
    try {
      return answer(client.send("gzip", JSON, batch));
    } catch (ProcessingException e) {
      return new DeskAnswer.Failed("SYNC-DESK-AWAY", HttpSite.rootMessage(e));
    } catch (IOException e) {
      return new DeskAnswer.Failed("SYNC-DESK-ANSWER", String.valueOf(e.getMessage()));
    }
  }

  private DeskAnswer answer(RestResponse<InputStream> response) throws IOException {
    int status = response.getStatus();
    String type = String.valueOf(response.getHeaderString("Content-Type"));
    InputStream body = response.getEntity();
    if (body == null || !type.startsWith(JSON)) {
      return new DeskAnswer.Failed("SYNC-DESK-ANSWER", "status " + status + ", " + type);
    }
    byte[] text;
    try (InputStream in = guarded(body)) {
      text = in.readNBytes(answerBytes + 1);
    }
    if (text.length > answerBytes) {
      return new DeskAnswer.Failed("SYNC-DESK-ANSWER", "more than " + answerBytes + " bytes");
    }
    try {
      Json.Obj json = JsonText.read(text);
      if (status == OK) {
        Json.Obj taken = json.object("acknowledged");
        return new DeskAnswer.Acknowledged(
            taken.text("terminal"), taken.text("series"), taken.number("number"));
      }
      boolean refused = status >= CLIENT_ERROR && status < SERVER_ERROR;
      return new DeskAnswer.Failed(
          refused ? "SYNC-DESK-REFUSED" : "SYNC-DESK-ANSWER",
          "status " + status + ", " + json.text("code"));
    } catch (ReleaseException e) {
      return new DeskAnswer.Failed("SYNC-DESK-ANSWER", "status " + status + ": " + e.getMessage());
    }
  }

  private InputStream guarded(InputStream body) {
    return new ThroughputGuard(
        new TimedBody(body, limits.readTimeout(), readers),
        limits.throughputBytesMin(),
        limits.throughputWindow(),
        clock);
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
