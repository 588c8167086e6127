package cn.gongkai.sync.site;

import cn.gongkai.content.release.tuf.MetadataSource;
import java.io.IOException;
import java.net.URI;

/// Any TUF repository on the web, whatever its files are called: for the conformance client. Sites
/// of ours are read through [SiteSource], which knows their names.
public final class WebRepository implements MetadataSource {

  private final PlainHttp http;
  private final URI base;

  /// @param base of the metadata, or of the targets
  public WebRepository(PlainHttp http, String base) {
    this.http = http;
    this.base = URI.create(base.endsWith("/") ? base : base + "/");
  }

  /// @param name percent-encoded, relative to the base; more than one segment for targets
  @Override
  public Fetched fetch(String name, int bytesMax) {
    return switch (http.open(base.resolve("./" + name), 0)) {
      case Answer.Absent ignored -> new Fetched.Absent();
      case Answer.Failed failed -> new Fetched.Failed(failed.code(), failed.why());
      case Answer.Found found -> read(found, bytesMax);
    };
  }

  /// One byte more than allowed tells the caller that the file is too long.
  private static Fetched read(Answer.Found found, int bytesMax) {
    try (found) {
      return new Fetched.Found(found.body().readNBytes(Math.addExact(bytesMax, 1)));
    } catch (SlowSourceException e) {
      return new Fetched.Failed("SYNC-SLOW", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Fetched.Failed("SYNC-CUT", String.valueOf(e.getMessage()));
    }
  }
}
