package cn.gongkai.content.release;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/// Reads a packed file as [MemberWriter] writes it, member by member. The caller closes the file.
sealed interface MemberReader permits GzipMemberReader, XzMemberReader {

  /// A member.
  ///
  /// @param at where it begins in the file
  /// @param length of its packed bytes, with head and tail
  record Member(long at, int length, byte[] lines) {}

  /// @param memberMax most unpacked bytes of a member
  static MemberReader of(FileChannel file, SegmentPacking packing, int memberMax) {
    return switch (packing) {
      case GZIP -> new GzipMemberReader(file, memberMax);
      case XZ -> new XzMemberReader(file, memberMax);
    };
  }

  /// The member that begins at a place in the file.
  ///
  /// @return empty where it has another head than ours, or more bytes than may be held
  /// @throws IOException also where the file ends too early or is packed in another way
  Optional<Member> findAt(long at) throws IOException;

  /// Bytes of a file as they are.
  static byte[] bytes(FileChannel file, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, at + bytes.position()) < 0) {
        throw new EOFException("a file of " + file.size() + " bytes");
      }
    }
    return bytes.array();
  }
}
