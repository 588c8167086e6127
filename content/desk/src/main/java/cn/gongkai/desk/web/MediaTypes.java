package cn.gongkai.desk.web;

import cn.gongkai.desk.media.MediaKind;
import java.util.Arrays;
import java.util.Locale;

/// Media types by extension.
final class MediaTypes {

  private MediaTypes() {}

  static String of(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "html" -> "text/html; charset=utf-8";
      case "json" -> "application/json";
      case "gz" -> "application/gzip";
      case "xz" -> "application/x-xz";
      case "svg" -> "image/svg+xml";
      case "vtt" -> "text/vtt; charset=utf-8";
      case "txt" -> "text/plain; charset=utf-8";
      default ->
          Arrays.stream(MediaKind.values())
              .filter(kind -> kind.extension().equals(extension))
              .map(MediaKind::mediaType)
              .findFirst()
              .orElse("application/octet-stream");
    };
  }
}
