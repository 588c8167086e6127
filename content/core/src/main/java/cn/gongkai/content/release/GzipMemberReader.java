package cn.gongkai.content.release;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/// Members of a gzip file with the plain head that [MemberWriter] gives them. Their own checksums
/// are not looked at: the file's hash tells. Not thread-safe.
final class GzipMemberReader implements MemberReader {

  private static final int HEAD_BYTES = 10;
  private static final int TAIL_BYTES = 8;
  private static final int BUFFER_BYTES = 64 << 10;

  /// Magic, deflate, no flags.
  private static final int PLAIN_HEAD = 0x1f8b0800;

  private final FileChannel file;
  private final int memberMax;
  private final byte[] packed = new byte[BUFFER_BYTES];
  private final byte[] piece = new byte[BUFFER_BYTES];

  /// @param memberMax most unpacked bytes of a member
  GzipMemberReader(FileChannel file, int memberMax) {
    this.file = file;
    this.memberMax = memberMax;
  }

  @Override
  public Optional<Member> findAt(long at) throws IOException {
    if (ByteBuffer.wrap(MemberReader.bytes(file, at, HEAD_BYTES)).getInt() != PLAIN_HEAD) {
      return Optional.empty();
    }
    Inflater inflater = new Inflater(true);
    try {
      ByteArrayOutputStream lines = new ByteArrayOutputStream(MemberWriter.MEMBER_BYTES * 2);
      long from = at + HEAD_BYTES;
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          int read = file.read(ByteBuffer.wrap(packed), from);
          if (read <= 0) {
            throw new EOFException("a cut gzip member at " + at);
          }
          inflater.setInput(packed, 0, read);
          from += read;
        }
        lines.write(piece, 0, inflater.inflate(piece));
        if (lines.size() > memberMax) {
          return Optional.empty();
        }
      }
      int length = Math.toIntExact(HEAD_BYTES + inflater.getBytesRead() + TAIL_BYTES);
      return Optional.of(new Member(at, length, lines.toByteArray()));
    } catch (DataFormatException e) {
      ZipException broken = new ZipException("no deflated member at " + at);
      broken.initCause(e);
      throw broken;
    } finally {
      inflater.end();
    }
  }
}
