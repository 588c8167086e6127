package cn.gongkai.desk.authoring;

import java.util.Optional;

/// An item file cut in two: YAML between lines of three hyphens, then the body.
///
/// @param bodyLine line of the file on which the body begins
record FrontMatter(String yaml, String body, int bodyLine) {

  private static final String FENCE = "---";

  static Optional<FrontMatter> split(String text) {
    if (!text.startsWith(FENCE + "\n")) {
      return Optional.empty();
    }
    int from = FENCE.length() + 1;
    int line = 2;
    int at = from;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      if (text.substring(at, end).stripTrailing().equals(FENCE)) {
        int body = Math.min(text.length(), end + 1);
        return Optional.of(
            new FrontMatter(text.substring(from, at), text.substring(body), line + 1));
      }
      at = end + 1;
      line++;
    }
    return Optional.empty();
  }
}
