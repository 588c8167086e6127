package cn.gongkai.content.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.tukaani.xz.SingleXZInputStream;

/// Members of an .xz file: each is what the format calls a stream. Not thread-safe.
final class XzMemberReader implements MemberReader {

  private final FileChannel file;
  private final int memberMax;

  XzMemberReader(FileChannel file, int memberMax) {
    this.file = file;
    this.memberMax = memberMax;
  }

  @Override
  public Optional<Member> findAt(long at) throws IOException {
    Reached in = new Reached(file, at);
    byte[] lines;
    try (SingleXZInputStream one = new SingleXZInputStream(in, Packing.MEMORY_KIB)) {
      lines = one.readNBytes(memberMax + 1);
    }
    return lines.length > memberMax
        ? Optional.empty()
        : Optional.of(new Member(at, Math.toIntExact(in.at - at), lines));
  }

  /// The file from a place on, and how far it has been read: a stream is read exactly to its end.
  private static final class Reached extends InputStream {
    private final FileChannel file;
    private long at;

    Reached(FileChannel file, long at) {
      this.file = file;
      this.at = at;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = file.read(ByteBuffer.wrap(bytes, offset, length), at);
      at += Math.max(0, read);
      return read;
    }
  }
}
