package cn.gongkai.desk.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Answers one request for a file.
final class FileHandler implements HttpHandler {

  private static final int NO_BODY = -1;

  private final SiteFiles files;

  FileHandler(SiteFiles files) {
    this.files = files;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, NO_BODY);
        return;
      }
      String path = String.valueOf(exchange.getRequestURI().getPath());
      Optional<Path> file = files.find(path);
      if (file.isPresent()) {
        answer(exchange, file.get(), path);
      } else if (files.isFolder(path)) {
        exchange.getResponseHeaders().set("Location", exchange.getRequestURI().getRawPath() + "/");
        exchange.sendResponseHeaders(301, NO_BODY);
      } else {
        exchange.sendResponseHeaders(404, NO_BODY);
      }
    } catch (NoSuchFileException e) {
      // Replaced while it was asked for: the next request finds the new one.
      exchange.sendResponseHeaders(404, NO_BODY);
    }
  }

  private static void answer(HttpExchange exchange, Path file, String path) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long length = channel.size();
      Instant modified =
          Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
      String tag = tag(file, length);
      Headers headers = exchange.getResponseHeaders();
      headers.set("ETag", tag);
      headers.set("Last-Modified", http(modified));
      headers.set("Accept-Ranges", "bytes");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set(
          "Cache-Control",
          SiteFiles.isImmutable(path) ? "public, max-age=31536000, immutable" : "no-cache");
      if (isUnchanged(exchange.getRequestHeaders(), tag, modified)) {
        exchange.sendResponseHeaders(304, NO_BODY);
        return;
      }
      headers.set("Content-Type", MediaTypes.of(path.endsWith("/") ? "index.html" : path));
      switch (range(exchange.getRequestHeaders(), tag, length)) {
        case ByteRange.Whole ignored -> send(exchange, 200, channel, 0, length);
        case ByteRange.Part(long first, long last) -> {
          headers.set("Content-Range", "bytes " + first + "-" + last + "/" + length);
          send(exchange, 206, channel, first, last - first + 1);
        }
        case ByteRange.Unsatisfiable ignored -> {
          headers.set("Content-Range", "bytes */" + length);
          exchange.sendResponseHeaders(416, NO_BODY);
        }
      }
    }
  }

  /// Changes whenever the file is replaced: by its number in the file system, since the clock of
  /// one may stand still for ten milliseconds and two versions be of one length.
  private static String tag(Path file, long length) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    long nanos = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    int number = Objects.hashCode(attributes.fileKey());
    return "\"%x-%x-%x\"".formatted(nanos, length, number);
  }

  private static boolean isUnchanged(Headers asked, String tag, Instant modified) {
    String known = asked.getFirst("If-None-Match");
    if (known != null) {
      return Arrays.stream(known.split(","))
          .map(String::strip)
          .map(each -> each.startsWith("W/") ? each.substring(2) : each)
          .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }
    String since = asked.getFirst("If-Modified-Since");
    return since != null && findTime(since).filter(t -> !modified.isAfter(t)).isPresent();
  }

  private static ByteRange range(Headers asked, String tag, long length) {
    String range = asked.getFirst("Range");
    String condition = asked.getFirst("If-Range");
    boolean other = condition != null && !condition.equals(tag);
    return range == null || other ? new ByteRange.Whole() : ByteRange.of(range, length);
  }

  private static void send(
      HttpExchange exchange, int status, FileChannel channel, long from, long count)
      throws IOException {
    if (exchange.getRequestMethod().equals("HEAD") || count == 0) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(count));
      exchange.sendResponseHeaders(status, NO_BODY);
      return;
    }
    exchange.sendResponseHeaders(status, count);
    try (OutputStream out = exchange.getResponseBody();
        WritableByteChannel to = Channels.newChannel(out)) {
      long sent = 0;
      while (sent < count) {
        long more = channel.transferTo(from + sent, count - sent, to);
        if (more <= 0) {
          throw new IOException("the file became shorter while it was sent");
        }
        sent += more;
      }
    }
  }

  private static String http(Instant time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME
        .format(time.atZone(ZoneOffset.UTC))
        .replace("Z", "GMT");
  }

  private static Optional<Instant> findTime(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
