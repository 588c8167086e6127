package cn.gongkai.sync.site;

import cn.gongkai.sync.config.SyncLimits;
import java.net.URI;
import java.time.Clock;

/// A site behind HTTP for tests of a whole cycle that need no container.
public final class PlainSite implements SiteSource {

  private final URI base;
  private final PlainHttp http;

  public PlainSite(URI base, SyncLimits limits, Clock clock) {
    this.base = base;
    this.http = new PlainHttp(limits, clock);
  }

  @Override
  public Answer open(SitePath path, long offset) {
    return http.open(base.resolve(path.path()), offset);
  }

  @Override
  public String name() {
    return base.toString();
  }

  @Override
  public void close() {}
}
