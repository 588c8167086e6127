package cn.gongkai.kiosk.pdf;

import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Lane;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Page images on demand. One thread renders, since open documents belong to it alone; finished
/// pages stay in a cache bounded by bytes; after each page its neighbours are rendered while
/// nothing else waits.
public final class PageStore implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PageStore.class);

  /// Requests that may wait; a reader has a handful in view.
  private static final int WAITING_MAX = 64;

  private final PdfLimits limits;
  private final OpenDocuments documents;
  private final Cache<PageKey, PageResult> pages;
  private final ThreadPoolExecutor renderer;
  private final Background background;

  /// @param background the way back to the screen
  public PageStore(PdfLimits limits, Background background) {
    this.limits = limits;
    documents = new OpenDocuments(limits);
    pages =
        Caffeine.newBuilder()
            .maximumWeight(limits.cacheBytes())
            .weigher(PageStore::weight)
            .executor(Runnable::run)
            .build();
    renderer =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING_MAX),
            daemons(),
            new ThreadPoolExecutor.AbortPolicy());
    this.background = background.over(renderer);
  }

  private static int weight(PageKey key, PageResult result) {
    return switch (result) {
      case PageResult.Shown shown -> (int) Math.min(Integer.MAX_VALUE, shown.bytes());
      case PageResult.Refused ignored -> 256;
    };
  }

  private static ThreadFactory daemons() {
    return task -> {
      Thread thread = Executors.defaultThreadFactory().newThread(task);
      thread.setName("kiosk-pdf");
      thread.setDaemon(true);
      return thread;
    };
  }

  /// A place on the screen that shows one page at a time.
  public Request request() {
    return new Request(background.lane());
  }

  /// Asks for pages, of which only the latest is answered. Screen's thread only.
  public final class Request {

    private final Lane lane;

    private Request(Lane lane) {
      this.lane = lane;
    }

    /// Answers at once where the page is at hand, else when it is rendered.
    public void load(PageKey asked, Consumer<PageResult> then) {
      PageKey key = bounded(asked);
      PageResult ready = pages.getIfPresent(key);
      if (ready == null) {
        lane.load(
            () -> render(key),
            then::accept,
            fault -> then.accept(new PageResult.Refused(fault.code())));
      } else {
        lane.cancel();
        then.accept(ready);
        prefetchAround(key, ready);
      }
    }

    public void cancel() {
      lane.cancel();
    }
  }

  private PageKey bounded(PageKey key) {
    return new PageKey(
        key.file(), key.page(), Math.clamp(key.widthPixels(), 16, limits.widthPixelsMax()));
  }

  private PageResult render(PageKey key) {
    PageResult result = renderOnce(key);
    prefetchAround(key, result);
    return result;
  }

  private PageResult renderOnce(PageKey key) {
    PageResult ready = pages.getIfPresent(key);
    if (ready != null) {
      return ready;
    }
    PageResult result = documents.render(key);
    if (result instanceof PageResult.Refused(String reason)) {
      LOG.warn(
          "{}: page {} of {}: {}", PageResult.CODE, key.page(), key.file().getFileName(), reason);
    }
    pages.put(key, result);
    return result;
  }

  /// Thumbnails have no neighbours to wait for: only what fills a screen is rendered ahead.
  private void prefetchAround(PageKey key, PageResult result) {
    if (result instanceof PageResult.Shown shown && key.widthPixels() > limits.smallPixels()) {
      prefetch(key.neighbour(1), shown.pages());
      prefetch(key.neighbour(-1), shown.pages());
    }
  }

  private void prefetch(PageKey next, int pageCount) {
    boolean exists = next.page() >= 1 && next.page() <= pageCount;
    if (exists && pages.getIfPresent(next) == null) {
      background.lane().load(() -> renderIfIdle(next), done -> {}, fault -> {});
    }
  }

  private boolean renderIfIdle(PageKey next) {
    boolean idle = renderer.getQueue().size() <= 1;
    if (idle) {
      renderOnce(next);
    }
    return idle;
  }

  /// Bytes of page images held at the moment.
  long heldBytes() {
    pages.cleanUp();
    return pages.asMap().values().stream()
        .mapToLong(result -> result instanceof PageResult.Shown shown ? shown.bytes() : 0)
        .sum();
  }

  boolean holds(PageKey key) {
    return pages.getIfPresent(bounded(key)) != null;
  }

  /// Forgets all page images, as when content is withdrawn.
  public void clear() {
    pages.invalidateAll();
  }

  @Override
  public void close() {
    background
        .lane()
        .load(
            () -> {
              documents.close();
              return true;
            },
            done -> {},
            fault -> LOG.debug("closed already"));
    renderer.shutdown();
  }
}
