package cn.gongkai.content.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The operating system's lock on a terminal's folder: one writer at a time. A process that dies
/// lets go of it.
final class WriterLock implements AutoCloseable {

  private static final String NAME = "content.lock";

  private final FileChannel channel;

  private WriterLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws StoreException `STORE-BUSY` where another writer holds it
  static WriterLock take(Path terminal) throws StoreException {
    try {
      Files.createDirectories(terminal);
      FileChannel channel =
          FileChannel.open(
              terminal.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StoreException("STORE-BUSY", "another agent writes to " + terminal);
      }
      return new WriterLock(channel);
    } catch (IOException e) {
      throw Failures.of(e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws StoreException {
    try {
      channel.close();
    } catch (IOException e) {
      throw Failures.of(e);
    }
  }
}
