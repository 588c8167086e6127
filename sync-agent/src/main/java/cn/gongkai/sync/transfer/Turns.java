package cn.gongkai.sync.transfer;

import cn.gongkai.sync.site.SiteSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whose turn it is to be asked: of several sources the one that has sent least that was wrong and
/// has failed least, in the order in which they were given. A line that is down is remembered from
/// file to file; that a source does not have a file is held against it for that file, and that it
/// has a chunk wrong for that chunk.
final class Turns {

  /// One wrong chunk may be the line's; the second is the source's.
  private static final int WRONG_MAX = 2;

  private final List<SiteSource> sources;
  private final Map<SiteSource, Integer> failures = new IdentityHashMap<>();

  Turns(List<SiteSource> sources) {
    this.sources = List.copyOf(sources);
  }

  int sources() {
    return sources.size();
  }

  OfFile ofFile() {
    return new OfFile();
  }

  /// The turns for one file.
  final class OfFile {

    private final Set<SiteSource> useless = new HashSet<>();
    private final Map<SiteSource, Integer> wrong = new IdentityHashMap<>();
    private final Map<SiteSource, Integer> wrongHere = new IdentityHashMap<>();
    private long here;

    /// @param verified bytes of the file that are right already
    /// @return empty where no source is left that may have what follows
    Optional<SiteSource> next(long verified) {
      at(verified);
      return sources.stream()
          .filter(source -> !useless.contains(source))
          .filter(source -> wrongHere.getOrDefault(source, 0) < WRONG_MAX)
          .min(
              Comparator.<SiteSource>comparingInt(source -> wrong.getOrDefault(source, 0))
                  .thenComparingInt(source -> failures.getOrDefault(source, 0)));
    }

    /// What is wrong from now on is wrong with the chunk that begins here.
    void at(long verified) {
      if (verified != here) {
        here = verified;
        wrongHere.clear();
      }
    }

    void hasItNot(SiteSource source) {
      useless.add(source);
    }

    void hasItWrong(SiteSource source) {
      wrong.merge(source, 1, Integer::sum);
      wrongHere.merge(source, 1, Integer::sum);
    }

    void failed(SiteSource source) {
      failures.merge(source, 1, Integer::sum);
    }

    void worked(SiteSource source) {
      failures.remove(source);
    }
  }
}
