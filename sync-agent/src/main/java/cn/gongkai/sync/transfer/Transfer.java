package cn.gongkai.sync.transfer;

import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.Answer;
import cn.gongkai.sync.site.SiteSource;
import cn.gongkai.sync.site.SlowSourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Fetches files whose hashes are known, from several sources, going on where it was cut.
///
/// Strategy: 1. keep what an earlier attempt left and verified; 2. ask the first source for the
/// rest; 3. check every chunk as it becomes complete and the whole at the end; 4. on any failure
/// ask the next source for what is still missing. On failure: what was verified stays in
/// `incoming`.
public final class Transfer {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final List<SiteSource> sources;
  private final Path incoming;
  private final SyncLimits limits;
  private final Failpoints failpoints;

  /// @param sources asked in this order
  /// @param incoming the terminal's folder for files on their way
  public Transfer(
      List<SiteSource> sources, Path incoming, SyncLimits limits, Failpoints failpoints) {
    this.sources = List.copyOf(sources);
    this.incoming = incoming;
    this.limits = limits;
    this.failpoints = failpoints;
  }

  /// @throws IOException where the terminal's own disk fails
  public Transferred fetch(Wanted wanted) throws IOException {
    Transferred.Failed last = new Transferred.Failed("SYNC-NO-NETWORK", "no source");
    try (PartFile part = PartFile.open(incoming, wanted)) {
      long fetched = 0;
      for (int attempt = 0; attempt < limits.attemptsMax() * sources.size(); attempt++) {
        if (part.isComplete() && part.verifyWhole()) {
          return new Transferred.Done(PartFile.path(incoming, wanted), fetched);
        }
        SiteSource source = sources.get(attempt % sources.size());
        Attempt result = attempt(source, wanted, part);
        fetched += result.bytes();
        last = result.failure().orElse(last);
        if (last.code().equals("SYNC-FILE-MISSING") && sources.size() == 1) {
          return last;
        }
      }
      return part.isComplete() && part.verifyWhole()
          ? new Transferred.Done(PartFile.path(incoming, wanted), fetched)
          : last;
    }
  }

  /// Throws away whatever is on its way: to be called when nothing is wanted any more.
  public void clear() throws IOException {
    if (!Files.isDirectory(incoming)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(incoming)) {
      for (Path file : left) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(file);
        }
      }
    }
  }

  /// One answer of one source.
  ///
  /// @param failure empty where the source sent all it was asked for
  private record Attempt(long bytes, Optional<Transferred.Failed> failure) {}

  private Attempt attempt(SiteSource source, Wanted wanted, PartFile part) throws IOException {
    return switch (source.open(wanted.path(), part.size())) {
      case Answer.Absent ignored ->
          failed(0, "SYNC-FILE-MISSING", wanted.path().path() + " is not at " + source.name());
      case Answer.Failed failure -> {
        if (failure.code().equals("SYNC-RANGE")) {
          part.startAgain();
        }
        yield failed(0, failure.code(), failure.why());
      }
      case Answer.Found found -> copy(found, wanted, part);
    };
  }

  private Attempt copy(Answer.Found found, Wanted wanted, PartFile part) throws IOException {
    if (found.from() == 0) {
      part.startAgain();
    }
    long arrived = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream body = found.body()) {
      while (!part.isComplete()) {
        int count = read(body, buffer);
        if (count < 0) {
          return failed(arrived, "SYNC-CUT", part.size() + " of " + wanted.length() + " bytes");
        }
        arrived += count;
        if (part.size() + count > wanted.length()) {
          part.startAgain();
          return failed(arrived, "SYNC-FILE-LENGTH", "more than " + wanted.length() + " bytes");
        }
        if (!part.append(buffer, count)) {
          return failed(arrived, "SYNC-FILE-HASH", "a chunk at byte " + part.size() + " is wrong");
        }
        failpoints.pass(Failpoints.Point.PART_WRITTEN);
      }
    } catch (SourceException e) {
      return failed(arrived, e.code, e.why);
    }
    return part.verifyWhole()
        ? new Attempt(arrived, Optional.empty())
        : failed(arrived, "SYNC-FILE-HASH", wanted.path().path() + " is not what was signed");
  }

  /// Reads from the line, keeping its trouble apart from that of the terminal's disk.
  private static int read(InputStream body, byte[] buffer) throws SourceException {
    try {
      return body.read(buffer);
    } catch (SlowSourceException e) {
      throw new SourceException("SYNC-SLOW", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new SourceException("SYNC-CUT", String.valueOf(e.getMessage()));
    }
  }

  private static Attempt failed(long bytes, String code, String why) {
    return new Attempt(bytes, Optional.of(new Transferred.Failed(code, why)));
  }

  private static final class SourceException extends IOException {
    private final String code;
    private final String why;

    SourceException(String code, String why) {
      super(why);
      this.code = code;
      this.why = why;
    }
  }
}
