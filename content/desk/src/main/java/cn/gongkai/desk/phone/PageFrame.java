package cn.gongkai.desk.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// What all pages have in common: head, tags of 国办发〔2017〕47号, style, the one script, header.
final class PageFrame {

  static final String CSS = resource("phone.css");
  static final String SCRIPT = resource("validity.js");

  /// Changes when the look of the pages does, so that old ones are written anew.
  static final String VERSION = hash(CSS + SCRIPT + "5").substring(0, 12);

  private static final String POLICY =
      "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'sha256-"
          + base64(CSS)
          + "'; script-src 'sha256-"
          + base64(SCRIPT)
          + "'; base-uri 'none'; form-action 'none'";

  private PageFrame() {}

  /// A whole page.
  ///
  /// @param tags meta tags by name, in order
  /// @param home address of the index page from here
  static String page(
      String title, Map<String, String> tags, PhoneSite site, String home, Consumer<Html> body) {
    Html html = new Html();
    html.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
        .open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
        .open("meta", "name", "format-detection", "content", "telephone=no")
        .line();
    html.element("title", title + " · " + site.site().name()).line();
    tags.forEach((name, content) -> html.open("meta", "name", name, "content", content).line());
    html.raw("<style>").raw(CSS).raw("</style></head>\n<body><header>");
    html.link(home, site.site().name()).raw("</header>\n<main>");
    body.accept(html);
    return html.raw("</main></body></html>\n").toString();
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(PageFrame.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(sha256(text));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
