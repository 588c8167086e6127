package cn.gongkai.content.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.zip.GZIPOutputStream;

/// Packs lines as a gzip file of several members (RFC 1952, 2.2), each of about 1 MiB of whole
/// lines. So a line can be taken out of a large file without packing the rest again, and large
/// files are packed by more than one processor. The same lines always give the same bytes. Not
/// thread-safe.
final class GzipMembers {

  /// Unpacked bytes from which on a member ends after its line.
  static final int MEMBER_BYTES = 1 << 20;

  /// Members being packed that are held at the same time.
  private static final int AHEAD = 8;

  private final OutputStream out;
  private final int level;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final Deque<CompletableFuture<byte[]>> packing = new ArrayDeque<>();

  /// @param level of [java.util.zip.Deflater]
  GzipMembers(OutputStream out, int level) {
    this.out = out;
    this.level = level;
  }

  void line(byte[] line) throws IOException {
    lines.write(line);
    lines.write('\n');
    if (lines.size() >= MEMBER_BYTES) {
      byte[] whole = lines.toByteArray();
      lines.reset();
      packing.add(CompletableFuture.supplyAsync(() -> pack(whole)));
      writeDown(AHEAD);
    }
  }

  void finish() throws IOException {
    writeDown(0);
    if (lines.size() > 0) {
      out.write(pack(lines.toByteArray()));
      lines.reset();
    }
  }

  private void writeDown(int left) throws IOException {
    while (packing.size() > left) {
      try {
        out.write(packing.removeFirst().join());
      } catch (CompletionException e) {
        throw new IOException("a member that could not be packed", e.getCause());
      }
    }
  }

  byte[] pack(byte[] member) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(member.length / 2);
    try (OutputStream gzip = new Levelled(packed, level)) {
      gzip.write(member);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static final class Levelled extends GZIPOutputStream {
    Levelled(OutputStream out, int level) throws IOException {
      super(out, 64 << 10);
      def.setLevel(level);
    }
  }
}
