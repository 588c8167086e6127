package cn.gongkai.desk.web;

import cn.gongkai.desk.fleet.FleetLimits;
import cn.gongkai.desk.fleet.ReportsFolder;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Serves a folder over HTTP/1.1, read only: ranges, conditional requests, right media types. Takes
/// receipts of terminals where it is told to.
public final class SiteServer implements AutoCloseable {

  private static final int BACKLOG = 256;

  private final HttpServer server;
  private final ExecutorService workers;

  private SiteServer(HttpServer server, ExecutorService workers) {
    this.server = server;
    this.workers = workers;
  }

  /// Starts to serve.
  ///
  /// @param address to listen on; loopback unless the site is meant to be seen by others
  /// @param port 0 for any free one
  /// @throws IOException where the folder is missing or the port is taken
  public static SiteServer start(Path site, InetAddress address, int port) throws IOException {
    return start(address, port, Map.of("/", new FileHandler(new SiteFiles(site.toRealPath()))));
  }

  /// The same, and takes receipts of terminals at `/receipts`.
  ///
  /// @param proxies whose word on who asks is believed
  public static SiteServer start(
      Path site,
      InetAddress address,
      int port,
      ReportsFolder reports,
      FleetLimits limits,
      Clock clock,
      Proxies proxies)
      throws IOException {
    return start(
        address,
        port,
        Map.of(
            "/",
            new FileHandler(new SiteFiles(site.toRealPath())),
            "/receipts",
            new ReceiptsHandler(reports, limits, clock, proxies)));
  }

  /// Makes the page of all terminals.
  @FunctionalInterface
  public interface Page {
    /// @param from how many terminals are left out
    String from(int from) throws Exception;
  }

  /// Shows the page of all terminals to this machine and to no other.
  ///
  /// @param page makes it
  public static SiteServer startFleet(int port, Page page) throws IOException {
    return start(InetAddress.getLoopbackAddress(), port, Map.of("/", new FleetHandler(page)));
  }

  private static SiteServer start(
      InetAddress address, int port, Map<String, ? extends HttpHandler> handlers)
      throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
    ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(workers);
    handlers.forEach(server::createContext);
    server.start();
    return new SiteServer(server, workers);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /// Address of the site as seen from this machine, ending in `/`.
  public URI url() {
    return URI.create("http://localhost:" + port() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    workers.close();
  }
}
