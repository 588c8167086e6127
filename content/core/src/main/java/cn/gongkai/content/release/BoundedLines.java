package cn.gongkai.content.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Lines of strict UTF-8 from a stream of unknown length, never holding more than one line.
final class BoundedLines implements AutoCloseable {

  private static final int BUFFER_BYTES = 64 << 10;

  private final InputStream in;
  private final int lineBytesMax;
  private final long bytesMax;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(8 << 10);
  private int position;
  private int filled;
  private long bytesRead;

  BoundedLines(InputStream in, int lineBytesMax, long bytesMax) {
    this.in = in;
    this.lineBytesMax = lineBytesMax;
    this.bytesMax = bytesMax;
  }

  /// The next line without its end; empty at the end of the stream. A last line without an end is
  /// refused: something has been cut off.
  Optional<String> next() throws ReleaseException {
    line.reset();
    while (true) {
      if (position == filled && !fill()) {
        if (line.size() > 0) {
          throw ReleaseException.refused("RELEASE-SEGMENT-CUT", "a whole last line", "its start");
        }
        return Optional.empty();
      }
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      line.write(buffer, position, end - position);
      if (line.size() > lineBytesMax) {
        throw ReleaseException.refused(
            "RELEASE-SEGMENT-LONG-LINE", "at most " + lineBytesMax + " bytes", line.size());
      }
      position = end;
      if (end < filled) {
        position++;
        return Optional.of(text());
      }
    }
  }

  long bytesRead() {
    return bytesRead;
  }

  private boolean fill() throws ReleaseException {
    try {
      filled = Math.max(0, in.read(buffer));
    } catch (IOException e) {
      throw SegmentPacking.isDamage(e)
          ? ReleaseException.refused("RELEASE-SEGMENT-CUT", "a whole packed file", e, e)
          : ReleaseException.broken("a segment to be read", e);
    }
    position = 0;
    bytesRead += filled;
    if (bytesRead > bytesMax) {
      throw ReleaseException.refused(
          "RELEASE-SEGMENT-SIZE", "at most " + bytesMax + " bytes unpacked", "more");
    }
    return filled > 0;
  }

  private String text() throws ReleaseException {
    String text = line.toString(StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      // Only a replacement character can hide malformed input, and it is rare: decode again.
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(line.toByteArray()))
            .toString();
      } catch (CharacterCodingException e) {
        throw ReleaseException.refused("RELEASE-SEGMENT-LINE", "UTF-8", "malformed bytes", e);
      }
    }
    return text;
  }

  @Override
  public void close() throws ReleaseException {
    try {
      in.close();
    } catch (IOException e) {
      throw ReleaseException.broken("a segment to be closed", e);
    }
  }
}
