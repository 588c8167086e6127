package cn.gongkai.sync.receipt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// How much of a queue goes into one batch.
final class Fitting {

  private Fitting() {}

  /// The first lines that make no more than so many bytes together; at least one.
  static List<String> of(List<String> lines, int bytesMax) {
    List<String> fitting = new ArrayList<>();
    int bytes = 0;
    for (String line : lines) {
      bytes += line.getBytes(StandardCharsets.UTF_8).length + 1;
      if (!fitting.isEmpty() && bytes > bytesMax) {
        break;
      }
      fitting.add(line);
    }
    return fitting;
  }
}
