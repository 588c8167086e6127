package cn.gongkai.content.store;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.Synonym;
import cn.gongkai.content.model.Topic;
import cn.gongkai.content.search.Embedder;
import cn.gongkai.content.search.Finder;
import cn.gongkai.content.search.Meanings.Near;
import cn.gongkai.content.search.SearchLimits;
import cn.gongkai.content.search.SearchQuery;
import cn.gongkai.content.search.SearchResult;
import cn.gongkai.content.search.TitleIndex;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Search over the store: keeps the titles of a release in memory and answers queries. Titles of a
/// large store are made ready in the background, first their characters, then their pinyin. Until
/// then, and after each release, the titles known before go on serving, at the start none: what is
/// not among them is found by its words all the same. Thread-safe.
final class SearchIndex implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

  /// When items that ended are no longer seen, for a connection.
  interface Now {
    long of(Database database) throws StoreException;
  }

  private record Known(long generation, Finder finder) {}

  private final ReaderPool pool;
  private final StoreLimits limits;
  private final SearchLimits searchLimits;
  private final Unreadable unreadable;
  private final Now now;
  private final LongSupplier nanos;
  private final AtomicReference<Optional<Known>> known = new AtomicReference<>(Optional.empty());
  private volatile Optional<MeaningRows> meanings = Optional.empty();
  private final AtomicBoolean refreshing = new AtomicBoolean();
  private final ExecutorService background;

  /// @param nanos a clock that only goes forward
  /// @param background makes titles ready, one at a time; shut down with this
  SearchIndex(
      ReaderPool pool,
      StoreLimits limits,
      SearchLimits searchLimits,
      Unreadable unreadable,
      Now now,
      LongSupplier nanos,
      ExecutorService background) {
    this.background = background;
    this.pool = pool;
    this.limits = limits;
    this.searchLimits = searchLimits;
    this.unreadable = unreadable;
    this.now = now;
    this.nanos = nanos;
  }

  /// @param cancelled asked from time to time; when it says yes, what was found so far comes back
  SearchResult search(SearchQuery query, BooleanSupplier cancelled) throws StoreException {
    Finder finder = finder();
    return pool.read(
        db ->
            finder.find(
                query,
                SearchRowSource.of(db, limits, unreadable, now.of(db), query.today()),
                cancelled));
  }

  /// Makes titles and pinyin ready and does nothing else. Takes about 10 s for 300,000 titles.
  void prepare() throws StoreException {
    refresh(pool.generation());
  }

  /// Begins to make the titles of a large store ready, and returns at once. Those of a small one
  /// are read with the first search.
  void beginToPrepare() throws StoreException {
    if (!ready() && hasManyTitles()) {
      refreshInBackground(pool.generation());
    }
  }

  /// Whether the titles of the newest release are known by their pinyin as well. Until then a
  /// search that finds nothing by letters proves nothing.
  boolean ready() throws StoreException {
    long generation = pool.generation();
    return known
        .get()
        .filter(k -> k.generation() == generation && k.finder().titles().hasSounds())
        .isPresent();
  }

  private Finder finder() throws StoreException {
    long generation = pool.generation();
    Optional<Known> last = known.get();
    if (last.isPresent() && last.get().generation() == generation) {
      return last.get().finder();
    }
    return hasManyTitles() ? meanwhile(last, generation) : refresh(generation);
  }

  /// More than are read at once, without a moment in which they are old.
  private boolean hasManyTitles() throws StoreException {
    return pool.read(
        db ->
            db.number(
                    "SELECT 1 FROM in_column WHERE branch = ? LIMIT 1 OFFSET ?",
                    Schema.ROOT,
                    limits.titlesAtOnce())
                > 0);
  }

  private Finder meanwhile(Optional<Known> last, long generation) throws StoreException {
    refreshInBackground(generation);
    if (last.isPresent()) {
      return last.get().finder();
    }
    Vocabulary words = pool.read(SearchIndex::vocabulary);
    return finder(TitleIndex.NONE, words);
  }

  /// Waits for titles and pinyin, however long that takes.
  private synchronized Finder refresh(long generation) throws StoreException {
    Optional<Known> last = known.get();
    if (last.isPresent()
        && last.get().generation() == generation
        && last.get().finder().titles().hasSounds()) {
      return last.get().finder();
    }
    Optional<TitleIndex> before = last.map(k -> k.finder().titles());
    Loaded loaded = load();
    if (before.isEmpty()) {
      publish(loaded, loaded.titles());
    }
    return publish(loaded, loaded.titles().withSounds(before));
  }

  /// What a finder is made of, read in one transaction.
  private record Loaded(long generation, TitleIndex titles, Vocabulary words) {}

  /// The county's words for what residents look for.
  private record Vocabulary(List<Topic> topics, List<Synonym> synonyms) {}

  private static Vocabulary vocabulary(Database db) throws StoreException {
    Structure structure = new Structure(db);
    return new Vocabulary(
        structure.all(EntityKind.TOPIC, Topic.class),
        structure.all(EntityKind.SYNONYM, Synonym.class));
  }

  private Finder finder(TitleIndex titles, Vocabulary words) {
    return new Finder(titles, words.topics(), words.synonyms(), searchLimits, nanos, this::nearest);
  }

  private List<Near> nearest(String words, int limit) {
    return meanings.map(rows -> rows.nearest(words, limit)).orElse(List.of());
  }

  /// Finds by meaning as well, from now on and as far as it is known by then.
  MeaningRows understandBy(Embedder embedder) {
    MeaningRows rows = new MeaningRows(pool, limits, embedder);
    meanings.ifPresent(MeaningRows::close);
    meanings = Optional.of(rows);
    return rows;
  }

  private Loaded load() throws StoreException {
    return pool.read(
        db ->
            new Loaded(
                Meta.generation(db),
                TitleIndex.of(SearchRowSource.titles(db).iterator()),
                vocabulary(db)));
  }

  private Finder publish(Loaded loaded, TitleIndex titles) {
    Finder finder = finder(titles, loaded.words());
    known.set(Optional.of(new Known(loaded.generation(), finder)));
    return finder;
  }

  private void refreshInBackground(long generation) {
    if (refreshing.compareAndSet(false, true)) {
      background.execute(
          () -> {
            try {
              refresh(generation);
            } catch (StoreException e) {
              LOG.warn("titles could not be read for search: {}", e.getMessage());
            } finally {
              refreshing.set(false);
            }
          });
    }
  }

  @Override
  public void close() {
    background.shutdownNow();
    meanings.ifPresent(MeaningRows::close);
  }
}
