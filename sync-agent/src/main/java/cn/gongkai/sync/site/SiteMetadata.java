package cn.gongkai.sync.site;

import cn.gongkai.content.release.tuf.MetadataSource;
import java.io.IOException;
import java.util.List;

/// Metadata of the first source that answers.
public final class SiteMetadata implements MetadataSource {

  private final List<SiteSource> sources;

  public SiteMetadata(List<SiteSource> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public Fetched fetch(String name, int bytesMax) {
    Fetched last = new Fetched.Failed("SYNC-NO-NETWORK", "no source");
    for (SiteSource source : sources) {
      last = fetch(source, name, bytesMax);
      if (!(last instanceof Fetched.Failed)) {
        return last;
      }
    }
    return last;
  }

  private static Fetched fetch(SiteSource source, String name, int bytesMax) {
    SitePath path;
    try {
      path = new SitePath.Metadata(name);
    } catch (IllegalArgumentException e) {
      return new Fetched.Absent();
    }
    return fetch(source, path, bytesMax);
  }

  /// A small file of one source, whole.
  ///
  /// @return one byte more than allowed where the file is too long
  public static Fetched fetch(SiteSource source, SitePath path, int bytesMax) {
    return switch (source.open(path, 0)) {
      case Answer.Absent ignored -> new Fetched.Absent();
      case Answer.Failed failed -> new Fetched.Failed(failed.code(), failed.why());
      case Answer.Found found -> read(found, bytesMax);
    };
  }

  /// One byte more than allowed tells the caller that the file is too long.
  private static Fetched read(Answer.Found found, int bytesMax) {
    try (found) {
      return new Fetched.Found(found.body().readNBytes(bytesMax + 1));
    } catch (SlowSourceException e) {
      return new Fetched.Failed("SYNC-SLOW", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Fetched.Failed("SYNC-CUT", String.valueOf(e.getMessage()));
    }
  }
}
