package cn.gongkai.sync.transfer;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.release.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/// A file on its way: the bytes that have arrived, `incoming/<sha256>.part`.
///
/// Where the file has chunk hashes, every chunk is checked as it becomes complete and a wrong one
/// is cut off at once, so that what lies here is always a verified beginning plus part of one
/// chunk. Not thread-safe.
final class PartFile implements AutoCloseable {

  private static final int BUFFER_BYTES = 64 * 1024;

  /// After so many chunks they are forced to the disk: a power cut costs 4 MiB at most.
  private static final int FORCED_CHUNKS = 16;

  private final Wanted wanted;
  private final FileChannel channel;
  private long verified;

  private PartFile(Wanted wanted, FileChannel channel) {
    this.wanted = wanted;
    this.channel = channel;
  }

  /// Opens what is left of an earlier attempt, or begins.
  static PartFile open(Path incoming, Wanted wanted) throws IOException {
    Files.createDirectories(incoming);
    FileChannel channel =
        FileChannel.open(
            path(incoming, wanted),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    PartFile part = new PartFile(wanted, channel);
    try {
      part.keepWhatIsRight();
      return part;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  static Path path(Path incoming, Wanted wanted) {
    return incoming.resolve(wanted.sha256() + ".part");
  }

  private void keepWhatIsRight() throws IOException {
    if (channel.size() > wanted.length()) {
      channel.truncate(0);
    }
    verifyChunks();
    channel.truncate(Math.max(verified, wanted.chunks().isEmpty() ? channel.size() : verified));
  }

  /// Bytes that need not be fetched again.
  long size() throws IOException {
    return channel.size();
  }

  /// Bytes at the beginning that have been checked.
  long verified() {
    return verified;
  }

  boolean isComplete() throws IOException {
    return channel.size() == wanted.length();
  }

  /// Goes back to what is verified: the last whole chunk, or the beginning where there are none.
  void fallBack() throws IOException {
    channel.truncate(verified);
  }

  private void startAgain() throws IOException {
    channel.truncate(0);
    verified = 0;
  }

  /// Adds bytes at the end.
  ///
  /// @return false where they completed a chunk whose hash is wrong; the chunk is cut off then
  boolean append(byte[] bytes, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
    long position = channel.size();
    while (buffer.hasRemaining()) {
      position += channel.write(buffer, position);
    }
    return verifyChunks();
  }

  private boolean verifyChunks() throws IOException {
    for (int index = (int) (verified / BlobRef.CHUNK_BYTES);
        index < wanted.chunks().size();
        index++) {
      long end = Math.min(wanted.length(), (index + 1L) * BlobRef.CHUNK_BYTES);
      if (channel.size() < end) {
        return true;
      }
      if (!hash(verified, end).equals(wanted.chunks().get(index))) {
        channel.truncate(verified);
        return false;
      }
      verified = end;
      if ((index + 1) % FORCED_CHUNKS == 0) {
        channel.force(false);
      }
    }
    return true;
  }

  /// True where the whole file is what was wanted; a wrong one is thrown away.
  boolean verifyWhole() throws IOException {
    if (isComplete() && hash(0, wanted.length()).equals(wanted.sha256())) {
      channel.force(true);
      return true;
    }
    startAgain();
    return false;
  }

  private String hash(long from, long to) throws IOException {
    MessageDigest digest = Sha256.digest();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    long position = from;
    while (position < to) {
      buffer.clear().limit((int) Math.min(BUFFER_BYTES, to - position));
      int count = channel.read(buffer, position);
      if (count < 0) {
        break;
      }
      digest.update(buffer.flip());
      position += count;
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
