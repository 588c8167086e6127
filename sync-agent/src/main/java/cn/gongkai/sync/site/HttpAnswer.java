package cn.gongkai.sync.site;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An answer as HTTP gives it, before anything of it is believed.
///
/// @param type `Content-Type`
/// @param range `Content-Range`
record HttpAnswer(
    int status, Optional<String> type, Optional<String> range, @Nullable InputStream body) {

  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(?:\\d+|\\*)");

  /// What it means for someone who asked for a file from an offset on. Redirects are not followed,
  /// ranges are believed only where they are echoed, and a web page is never the file.
  Answer read(String file, long offset) {
    Answer answer = classify(file, offset);
    if (!(answer instanceof Answer.Found)) {
      close();
    }
    return answer;
  }

  private Answer classify(String file, long offset) {
    if (status == 200 || status == 206) {
      if (isWebPage()) {
        return new Answer.Failed("SYNC-CAPTIVE-PORTAL", "a web page came instead of " + file);
      }
      long from = status == 206 ? echoedStart() : 0;
      return status == 206 && from != offset
          ? new Answer.Failed("SYNC-SERVER-ERROR", "the range asked for was not echoed")
          : new Answer.Found(body == null ? InputStream.nullInputStream() : body, from);
    }
    return switch (status) {
      case 403, 404, 410 -> new Answer.Absent();
      case 416 -> new Answer.Failed("SYNC-RANGE", "the file is shorter than what is already here");
      default -> {
        String code = status >= 300 && status < 400 ? "SYNC-REDIRECT" : "SYNC-SERVER-ERROR";
        yield new Answer.Failed(code, "status " + status + " for " + file);
      }
    };
  }

  /// True where the answer calls itself HTML: nothing the agent fetches ever is.
  private boolean isWebPage() {
    return type.filter(t -> t.toLowerCase(Locale.ROOT).startsWith("text/html")).isPresent();
  }

  private long echoedStart() {
    Matcher matcher = CONTENT_RANGE.matcher(range.orElse(""));
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
  }

  private void close() {
    if (body != null) {
      try {
        body.close();
      } catch (IOException ignored) {
        // The answer is of no use; neither is the trouble of letting go of it.
        return;
      }
    }
  }
}
