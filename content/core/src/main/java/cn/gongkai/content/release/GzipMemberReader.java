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

/// Reads a gzip file as [GzipMembers] writes it, member by member. For files whose hash is known to
/// be right: the members' own checksums are not looked at. Not thread-safe; the caller closes the
/// file.
final class GzipMemberReader {

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

  /// A member.
  ///
  /// @param at where it begins in the file
  /// @param length of its packed bytes, with head and tail
  record Member(long at, int length, byte[] lines) {}

  /// The member that begins at a place in the file.
  ///
  /// @return empty where it has another head than ours, or more bytes than may be held
  /// @throws IOException also where the file ends too early or is no gzip file
  Optional<Member> findAt(long at) throws IOException {
    if (ByteBuffer.wrap(bytes(at, HEAD_BYTES)).getInt() != PLAIN_HEAD) {
      return Optional.empty();
    }
    Inflater inflater = new Inflater(true);
    try {
      ByteArrayOutputStream lines = new ByteArrayOutputStream(GzipMembers.MEMBER_BYTES * 2);
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

  /// Bytes of the file as they are.
  byte[] bytes(long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, at + bytes.position()) < 0) {
        throw new EOFException("a gzip file of " + file.size() + " bytes");
      }
    }
    return bytes.array();
  }
}
