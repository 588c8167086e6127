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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Fetches files whose hashes are known, chunk by chunk from whichever source has them, going on
/// where it was cut.
///
/// Strategy: 1. keep what an earlier attempt left and verified; 2. ask the source whose turn it is
/// for the rest; 3. check every chunk as it becomes complete and the whole at the end; 4. on any
/// failure ask the next source for what is still missing, from the last verified chunk on. On
/// failure: what was verified stays in `incoming`, whoever sent it.
public final class Transfer {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final Turns turns;
  private final Path incoming;
  private final SyncLimits limits;
  private final Failpoints failpoints;

  /// @param sources asked in this order as long as none fails
  /// @param incoming the terminal's folder for files on their way
  public Transfer(
      List<SiteSource> sources, Path incoming, SyncLimits limits, Failpoints failpoints) {
    this.turns = new Turns(sources);
    this.incoming = incoming;
    this.limits = limits;
    this.failpoints = failpoints;
  }

  /// @throws IOException where the terminal's own disk fails
  public Transferred fetch(Wanted wanted) throws IOException {
    Transferred.Failed last = new Transferred.Failed("SYNC-NO-NETWORK", "no source");
    Turns.OfFile turn = turns.ofFile();
    Set<String> from = new LinkedHashSet<>();
    try (PartFile part = PartFile.open(incoming, wanted)) {
      long fetched = 0;
      for (int attempt = 0; attempt <= limits.attemptsMax() * turns.sources(); attempt++) {
        if (part.isComplete() && part.verifyWhole()) {
          return new Transferred.Done(PartFile.path(incoming, wanted), fetched, List.copyOf(from));
        }
        Optional<SiteSource> source = turn.next(part.verified());
        if (source.isEmpty() || attempt == limits.attemptsMax() * turns.sources()) {
          return last;
        }
        Attempt result = attempt(source.get(), wanted, part);
        fetched += result.bytes();
        if (result.bytes() > 0) {
          from.add(source.get().name());
        }
        turn.at(part.verified());
        result.judge(source.get(), turn);
        last = result.failure().orElse(last);
      }
      return last;
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
  private record Attempt(long bytes, Optional<Transferred.Failed> failure) {

    /// Absence and wrong bytes are of the file, everything else of the line.
    void judge(SiteSource source, Turns.OfFile turn) {
      String code = failure.map(Transferred.Failed::code).orElse("");
      switch (code) {
        case "" -> turn.worked(source);
        case "SYNC-FILE-MISSING", "SYNC-RANGE" -> turn.hasItNot(source);
        case "SYNC-FILE-HASH", "SYNC-FILE-LENGTH" -> turn.hasItWrong(source);
        default -> turn.failed(source);
      }
    }
  }

  private Attempt attempt(SiteSource source, Wanted wanted, PartFile part) throws IOException {
    return switch (source.open(wanted.path(), part.size())) {
      case Answer.Absent ignored ->
          failed(0, "SYNC-FILE-MISSING", wanted.path().path() + " is not at " + source.name());
      case Answer.Failed failure -> {
        if (failure.code().equals("SYNC-RANGE")) {
          part.fallBack();
        }
        yield failed(0, failure.code(), failure.why());
      }
      case Answer.Found found -> copy(found, wanted, part);
    };
  }

  private Attempt copy(Answer.Found found, Wanted wanted, PartFile part) throws IOException {
    long arrived = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream body = found.body()) {
      // A source without ranges begins at the beginning: what is here already is passed over.
      for (long over = found.from(); over < part.size(); ) {
        int count = read(body, buffer, (int) Math.min(BUFFER_BYTES, part.size() - over));
        if (count < 0) {
          return failed(arrived, "SYNC-CUT", over + " of " + wanted.length() + " bytes");
        }
        over += count;
        arrived += count;
      }
      while (!part.isComplete()) {
        int count = read(body, buffer, BUFFER_BYTES);
        if (count < 0) {
          return failed(arrived, "SYNC-CUT", part.size() + " of " + wanted.length() + " bytes");
        }
        arrived += count;
        if (part.size() + count > wanted.length()) {
          part.fallBack();
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
  private static int read(InputStream body, byte[] buffer, int atMost) throws SourceException {
    try {
      return body.read(buffer, 0, atMost);
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
