package cn.gongkai.desk.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows the page of all terminals, made anew for every request.
final class FleetHandler implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FleetHandler.class);
  private static final int NO_BODY = -1;

  private final Callable<String> page;

  FleetHandler(Callable<String> page) {
    this.page = page;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")
          || !exchange.getRequestURI().getPath().equals("/")) {
        exchange.sendResponseHeaders(404, NO_BODY);
        return;
      }
      byte[] html;
      try {
        html = page.call().getBytes(StandardCharsets.UTF_8);
      } catch (Exception e) {
        LOG.error("the page of all terminals could not be made", e);
        exchange.sendResponseHeaders(500, NO_BODY);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.sendResponseHeaders(200, html.length);
      exchange.getResponseBody().write(html);
    }
  }
}
