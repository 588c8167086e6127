package cn.gongkai.sync.transfer;

import cn.gongkai.sync.site.Answer;
import cn.gongkai.sync.site.SitePath;
import cn.gongkai.sync.site.SiteSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.Optional;

/// A source of which no more is read than a ceiling allows.
public final class MeteredSite implements SiteSource {

  private final SiteSource site;
  private final Ceiling ceiling;

  public MeteredSite(SiteSource site, Ceiling ceiling) {
    this.site = site;
    this.ceiling = ceiling;
  }

  @Override
  public Answer open(SitePath path, long offset) {
    return switch (site.open(path, offset)) {
      case Answer.Found found -> new Answer.Found(new Metered(found.body(), ceiling), found.from());
      case Answer.Absent absent -> absent;
      case Answer.Failed failed -> failed;
    };
  }

  @Override
  public Optional<Instant> findTime() {
    return site.findTime();
  }

  @Override
  public String name() {
    return site.name();
  }

  @Override
  public void close() {
    site.close();
  }

  private static final class Metered extends FilterInputStream {
    private final Ceiling ceiling;

    Metered(InputStream body, Ceiling ceiling) {
      super(body);
      this.ceiling = ceiling;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      try {
        ceiling.take(Math.max(0, count));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while keeping to the ceiling");
      }
      return count;
    }
  }
}
