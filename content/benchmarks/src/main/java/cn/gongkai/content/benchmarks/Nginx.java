package cn.gongkai.content.benchmarks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// An nginx of its own on a loopback port, with one worker and its files in a temporary folder.
///
/// @param process its master
record Nginx(Process process, int port) implements ServerMeter, AutoCloseable {

  private static final int TRIES = 200;
  private static final double TICKS_PER_SECOND = 100;

  private static final String CONFIGURATION =
      """
      daemon off; worker_processes 1; pid %1$s/nginx.pid; error_log %1$s/error.log;
      events { worker_connections 1024; }
      http {
        access_log off; sendfile on; tcp_nopush on; etag on; default_type application/octet-stream;
        client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2; fastcgi_temp_path %1$s/t3;
        uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5;
        server { listen 127.0.0.1:%2$d backlog=1024; root %1$s/site; }
      }
      """;

  /// Serves `site` below the folder.
  static Nginx start(Path folder) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(configuration, CONFIGURATION.formatted(folder, port));
    Process process =
        new ProcessBuilder("nginx", "-p", folder.toString(), "-c", configuration.toString())
            .inheritIO()
            .start();
    for (int n = 0; n < TRIES; n++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return new Nginx(process, port);
      } catch (ConnectException e) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
    process.destroy();
    throw new IOException("nginx does not answer on port " + port);
  }

  /// Of its workers, as Linux counts them.
  @Override
  public double processorSeconds() {
    try (Stream<ProcessHandle> workers = process.children()) {
      return workers.mapToDouble(Nginx::processorSeconds).sum();
    }
  }

  private static double processorSeconds(ProcessHandle worker) {
    try {
      String stat = Files.readString(Path.of("/proc/" + worker.pid() + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
