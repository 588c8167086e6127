package cn.gongkai.sync.site;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A body of which every read must return within a time. The REST client's own read timeout ends
/// with the head of an answer: a server that then says nothing more would hold the agent for ever.
///
/// Reads happen on other threads, into a buffer of their own, so that one that comes back too late
/// harms nobody. For one reader at a time.
final class TimedBody extends InputStream {

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private final InputStream body;
  private final Duration timeout;
  private final ExecutorService readers;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private boolean givenUp;

  TimedBody(InputStream body, Duration timeout, ExecutorService readers) {
    this.body = body;
    this.timeout = timeout;
    this.readers = readers;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (givenUp) {
      throw new SlowSourceException(0, timeout);
    }
    int wanted = Math.min(length, BUFFER_BYTES);
    int count = await(readers.submit(() -> body.read(buffer, 0, wanted)));
    if (count > 0) {
      System.arraycopy(buffer, 0, target, offset, count);
    }
    return count;
  }

  private int await(Future<Integer> reading) throws IOException {
    try {
      return reading.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      givenUp = true;
      reading.cancel(true);
      throw new SlowSourceException(0, timeout);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException trouble ? trouble : new IOException(e.getCause());
    } catch (CancellationException | InterruptedException e) {
      givenUp = true;
      reading.cancel(true);
      throw new IOException("interrupted while reading", e);
    }
  }

  /// Does not wait long for a client that wants to read to the end first.
  @Override
  public void close() throws IOException {
    Future<?> closing =
        readers.submit(
            () -> {
              body.close();
              return 0;
            });
    try {
      closing.get(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      closing.cancel(true);
    } catch (ExecutionException e) {
      if (!givenUp && e.getCause() instanceof IOException trouble) {
        throw trouble;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
