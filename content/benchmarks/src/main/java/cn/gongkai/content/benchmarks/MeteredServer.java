package cn.gongkai.content.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Serves a folder on loopback and counts what is asked of it: the same meter for every scheme.
final class MeteredServer implements AutoCloseable {

  private static final int NO_BODY = -1;

  private final Path root;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  /// Requests, and bytes of answers without their heads.
  record Count(long requests, long bytes) {}

  MeteredServer(Path root) throws IOException {
    this.root = root.toRealPath();
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /// What was counted since the last time.
  Count take() {
    return new Count(requests.getAndSet(0), bytes.getAndSet(0));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      Path file = root.resolve("." + exchange.getRequestURI().getPath()).normalize();
      if (!file.startsWith(root) || !Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, NO_BODY);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
      long length = Files.size(file);
      bytes.addAndGet(length);
      exchange.sendResponseHeaders(200, length == 0 ? NO_BODY : length);
      if (length > 0) {
        try (OutputStream out = exchange.getResponseBody()) {
          Files.copy(file, out);
        }
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.close();
  }
}
