package cn.gongkai.desk.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows the page of all terminals.
final class FleetHandler implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FleetHandler.class);
  private static final int NO_BODY = -1;

  private static final Pattern FROM = Pattern.compile("from=(\\d{1,6})");

  private final SiteServer.Page page;

  FleetHandler(SiteServer.Page page) {
    this.page = page;
  }

  private static int from(HttpExchange exchange) {
    Matcher query = FROM.matcher(String.valueOf(exchange.getRequestURI().getRawQuery()));
    return query.matches() ? Integer.parseInt(query.group(1)) : 0;
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
        html = page.from(from(exchange)).getBytes(StandardCharsets.UTF_8);
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
