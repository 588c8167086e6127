package cn.gongkai.content.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A web server on loopback for a folder, with ranges, that notes what it is asked for.
final class CountingServer implements AutoCloseable {

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-");
  private static final int PIECE_BYTES = 64 * 1024;
  private static final int NO_BODY = -1;

  private final Path folder;
  private final HttpServer server;
  private final ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

  /// A request.
  ///
  /// @param path below the site
  /// @param from first byte
  /// @param bytes of the answer, without its head
  record Asked(String path, long from, long bytes) {}

  CountingServer(Path folder) throws IOException {
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(pool);
    server.createContext("/", this::handle);
    server.start();
  }

  String base() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  /// True where something was asked for since the last time.
  boolean isAsked() {
    return !asked.isEmpty();
  }

  List<Asked> take() {
    List<Asked> taken = new ArrayList<>();
    asked.drainTo(taken);
    return taken;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1);
    String header = exchange.getRequestHeaders().getFirst("Range");
    Matcher range = RANGE.matcher(header == null ? "" : header);
    long from = range.matches() ? Long.parseLong(range.group(1)) : 0;
    try (exchange) {
      Path file = folder.resolve(path);
      boolean there = Files.isRegularFile(file);
      asked.add(new Asked(path, from, there ? Math.max(0, Files.size(file) - from) : 0));
      if (there) {
        send(exchange, Files.readAllBytes(file), from);
      } else {
        exchange.sendResponseHeaders(404, NO_BODY);
      }
    }
  }

  private static void send(HttpExchange exchange, byte[] bytes, long from) throws IOException {
    if (from > 0 && from >= bytes.length) {
      exchange.sendResponseHeaders(416, NO_BODY);
      return;
    }
    if (from > 0) {
      String range = "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length;
      exchange.getResponseHeaders().add("Content-Range", range);
    }
    if (bytes.length == 0) {
      exchange.sendResponseHeaders(200, NO_BODY);
      return;
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, bytes.length - from);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int at = (int) from; at < bytes.length; at += PIECE_BYTES) {
        out.write(bytes, at, Math.min(PIECE_BYTES, bytes.length - at));
        out.flush();
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    pool.shutdownNow();
  }
}
