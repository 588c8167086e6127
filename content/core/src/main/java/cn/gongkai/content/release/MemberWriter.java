package cn.gongkai.content.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Packs lines as a file of several members, each of about 1 MiB of whole lines. So a line can be
/// taken out of a large file without packing the rest again, and large files are packed by more
/// than one processor. The same lines always give the same bytes. Not thread-safe.
final class MemberWriter {

  /// Unpacked bytes from which on a member ends after its line.
  static final int MEMBER_BYTES = 1 << 20;

  /// Members being packed that are held at the same time.
  private static final int AHEAD = 8;

  private final OutputStream out;
  private final SegmentPacking packing;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final Deque<CompletableFuture<byte[]>> ahead = new ArrayDeque<>();

  MemberWriter(OutputStream out, SegmentPacking packing) {
    this.out = out;
    this.packing = packing;
  }

  void line(byte[] line) throws IOException {
    lines.write(line);
    lines.write('\n');
    if (lines.size() >= MEMBER_BYTES) {
      byte[] whole = lines.toByteArray();
      lines.reset();
      ahead.add(CompletableFuture.supplyAsync(() -> packed(whole)));
      writeDown(AHEAD);
    }
  }

  void finish() throws IOException {
    writeDown(0);
    if (lines.size() > 0) {
      out.write(packing.pack(lines.toByteArray()));
      lines.reset();
    }
  }

  private void writeDown(int left) throws IOException {
    while (ahead.size() > left) {
      try {
        out.write(ahead.removeFirst().join());
      } catch (CompletionException e) {
        throw new IOException("a member that could not be packed", e.getCause());
      }
    }
  }

  private byte[] packed(byte[] member) {
    try {
      return packing.pack(member);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
