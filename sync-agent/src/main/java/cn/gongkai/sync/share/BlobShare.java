package cn.gongkai.sync.share;

import cn.gongkai.sync.transfer.Ceiling;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A web server for the terminals of the same house: the blobs of this one, which were verified
/// before they were put there, and nothing else.
///
/// Only `GET` and `HEAD` of `blobs/ab/<sha256>` are answered, only to addresses of a local network;
/// nothing is listed, no links are followed, nothing is written. Who fetches verifies: a neighbour
/// is trusted with nothing. Segments are not served, because none are kept: they hold the words of
/// what has been withdrawn.
public final class BlobShare implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BlobShare.class);
  private static final Pattern PATH = Pattern.compile("/blobs/([0-9a-f]{2})/(\\1[0-9a-f]{62})");
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-");
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Path blobs;
  private final Ceiling ceiling;
  private final HttpServer server;
  private final ExecutorService workers;

  /// Begins to serve.
  ///
  /// @param port 0 for any
  /// @throws IOException where the port is taken
  public BlobShare(Path terminal, int port, ShareLimits limits, Ceiling ceiling)
      throws IOException {
    this.blobs = terminal.resolve("blobs");
    this.ceiling = ceiling;
    tellTimes(limits);
    this.server = HttpServer.create(new InetSocketAddress(port), limits.waiting());
    this.workers =
        new ThreadPoolExecutor(
            limits.requests(),
            limits.requests(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(limits.waiting()));
    server.setExecutor(workers);
    server.createContext("/", this::handle);
    server.start();
    LOG.info("sharing blobs with neighbours on port {}", port());
  }

  /// The JDK's server takes its limits on time and connections from the machine's properties.
  private static void tellTimes(ShareLimits limits) {
    System.setProperty("sun.net.httpserver.maxReqTime", "" + limits.requestTime().toSeconds());
    System.setProperty("sun.net.httpserver.maxRspTime", "" + limits.answerTime().toSeconds());
    int connections = limits.requests() + limits.waiting();
    System.setProperty("jdk.httpserver.maxConnections", "" + connections);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      Matcher path = PATH.matcher(exchange.getRequestURI().getRawPath());
      if (!isNear(exchange.getRemoteAddress().getAddress())) {
        exchange.sendResponseHeaders(403, -1);
      } else if (!head && !exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
      } else if (!path.matches()) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        send(exchange, blobs.resolve(path.group(1)), path.group(2), head);
      }
    }
  }

  static boolean isNear(InetAddress address) {
    boolean uniqueLocal =
        address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
    return uniqueLocal
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || address.isLoopbackAddress();
  }

  private void send(HttpExchange exchange, Path folder, String name, boolean head)
      throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      long length = channel.size();
      long from = start(exchange).orElse(0L);
      exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
      if (from >= length) {
        exchange.getResponseHeaders().set("Content-Range", "bytes */" + length);
        exchange.sendResponseHeaders(416, -1);
        return;
      }
      if (from > 0) {
        String range = "bytes " + from + "-" + (length - 1) + "/" + length;
        exchange.getResponseHeaders().set("Content-Range", range);
      }
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, head ? -1 : length - from);
      if (!head) {
        copy(channel, from, exchange.getResponseBody());
      }
    } catch (NoSuchFileException e) {
      exchange.sendResponseHeaders(404, -1);
    }
  }

  /// Where an understood range begins; any other is ignored, as HTTP allows.
  private static Optional<Long> start(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
        .map(RANGE::matcher)
        .filter(Matcher::matches)
        .map(range -> Long.parseLong(range.group(1)));
  }

  private void copy(FileChannel file, long from, OutputStream out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    long position = from;
    try {
      for (int n = file.read(buffer, position); n > 0; n = file.read(buffer.clear(), position)) {
        ceiling.take(n);
        out.write(buffer.array(), 0, n);
        position += n;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
