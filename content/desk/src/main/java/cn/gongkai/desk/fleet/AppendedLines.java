package cn.gongkai.desk.fleet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A text file that only grows, line by line. What a power cut left of a last line is cut off
/// before the next is appended; nothing else is ever changed.
record AppendedLines(Path file) {

  /// Lines that are whole.
  List<String> read() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = Files.readString(file);
    int end = text.lastIndexOf('\n');
    return end < 0 ? List.of() : List.of(text.substring(0, end).split("\n", -1));
  }

  /// The last whole line, where it is not longer than `bytesMax`.
  Optional<String> findLast(int bytesMax) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long end = whole(channel);
      long from = Math.max(0, end - bytesMax);
      ByteBuffer tail = ByteBuffer.allocate((int) (end - from));
      while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {}
      String text = new String(tail.array(), StandardCharsets.UTF_8);
      int last = text.isEmpty() ? -1 : text.lastIndexOf('\n', text.length() - 2);
      boolean cut = last < 0 && from > 0;
      return text.isEmpty() || cut
          ? Optional.empty()
          : Optional.of(text.substring(last + 1, text.length() - 1));
    }
  }

  long bytes() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /// Appends and waits until it is on the disk.
  void append(List<String> lines) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.truncate(whole(channel));
      channel.position(channel.size());
      String text =
          Stream.concat(lines.stream(), Stream.of("")).reduce((a, b) -> a + "\n" + b).get();
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /// Length up to the end of the last whole line.
  private static long whole(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    long end = channel.size();
    while (end > 0) {
      one.clear();
      channel.read(one, end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
      end--;
    }
    return 0;
  }
}
