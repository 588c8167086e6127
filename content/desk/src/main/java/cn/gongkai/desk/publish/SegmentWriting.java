package cn.gongkai.desk.publish;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.tuf.PublishedChannel;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The writing of a release's segments, with the digests of its heads, beside that of its pages:
/// neither reads what the other writes, and nothing of either counts before it is signed. Closing
/// waits, so that nothing is written any more when the publication has ended, well or not.
final class SegmentWriting implements AutoCloseable {

  private final FutureTask<List<PublishedChannel>> task;

  private SegmentWriting(FutureTask<List<PublishedChannel>> task) {
    this.task = task;
  }

  /// On a thread of its own: a task of the common pool would keep its only worker from the work
  /// that this one divides.
  ///
  /// @param work throws nothing but [IOException], [ReleaseException] and what is unchecked
  static SegmentWriting begin(Callable<List<PublishedChannel>> work) {
    FutureTask<List<PublishedChannel>> task = new FutureTask<>(work);
    Thread.ofVirtual().name("segments").start(task);
    return new SegmentWriting(task);
  }

  /// The channels with their new heads, once they are written.
  List<PublishedChannel> channels() throws IOException, ReleaseException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case ReleaseException refused -> throw refused;
        case IOException broken -> throw broken;
        case RuntimeException unexpected -> throw unexpected;
        case Error fatal -> throw fatal;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while segments were written");
    }
  }

  @Override
  public void close() {
    boolean interrupted = false;
    while (!task.isDone()) {
      try {
        task.get();
      } catch (ExecutionException e) {
        break; // told by channels(), or hidden by what ended the publication before
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
