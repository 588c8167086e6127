package cn.gongkai.content.release;

import java.io.IOException;
import java.nio.channels.Channels;
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
    file.position(at);
    SingleXZInputStream one =
        new SingleXZInputStream(Channels.newInputStream(file), SegmentPacking.MEMORY_KIB);
    byte[] lines = one.readNBytes(memberMax + 1);
    one.close(false);
    // Read exactly to its end: what follows is the next member.
    int length = Math.toIntExact(file.position() - at);
    return lines.length > memberMax ? Optional.empty() : Optional.of(new Member(at, length, lines));
  }
}
