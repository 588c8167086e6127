package cn.gongkai.sync.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A web server on loopback for a published site: ranges, a log of what was asked for, and faults
/// where a test wants them.
public final class FileServer implements AutoCloseable {

  private static final int PIECE_BYTES = 64 * 1024;

  private final Path folder;
  private final HttpServer server;
  private final ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();

  /// What was asked for.
  ///
  /// @param path below the site, without a slash in front
  /// @param from first byte
  public record Asked(String path, long from) {}

  /// What happens instead of an answer.
  @FunctionalInterface
  public interface Fault {
    void answer(HttpExchange exchange) throws IOException;
  }

  public FileServer(Path folder) throws IOException {
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(pool);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI base() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  /// Lets all paths that begin like this fail.
  public void fail(String path, Fault fault) {
    faults.put(path, fault);
  }

  public void mend() {
    faults.clear();
  }

  /// Requests since the last time, in order.
  public List<Asked> takeAsked() {
    List<Asked> taken = new ArrayList<>(asked);
    asked.removeAll(taken);
    return taken;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1);
    String range = exchange.getRequestHeaders().getFirst("Range");
    long from = range == null ? 0 : Long.parseLong(range.replaceAll("bytes=(\\d+)-", "$1"));
    asked.add(new Asked(path, from));
    try (exchange) {
      for (Map.Entry<String, Fault> fault : faults.entrySet()) {
        if (path.startsWith(fault.getKey())) {
          fault.getValue().answer(exchange);
          return;
        }
      }
      send(exchange, folder.resolve(path), from);
    }
  }

  private static void send(HttpExchange exchange, Path file, long from) throws IOException {
    if (!Files.isRegularFile(file)) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    if (from >= bytes.length) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    if (from > 0) {
      String range = "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length;
      exchange.getResponseHeaders().add("Content-Range", range);
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
