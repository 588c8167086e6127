package cn.gongkai.content.store;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.Hall;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.model.ShortPath;
import cn.gongkai.content.model.Site;
import cn.gongkai.content.model.Synonym;
import cn.gongkai.content.model.Topic;
import cn.gongkai.content.search.Embedder;
import cn.gongkai.content.search.SearchLimits;
import cn.gongkai.content.search.SearchQuery;
import cn.gongkai.content.search.SearchResult;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a terminal's content while an agent may be writing it. Every call sees one whole release.
/// Thread-safe; calls block on disk and belong off the screen's thread. Decoded items are kept in a
/// cache bounded by weight and emptied when the release changes.
///
/// An item whose text cannot be read is left out of every answer, counted in [StoreState] and told
/// once in the log; the agent fetches it anew.
///
/// Only shown items are ever answered: all their blobs are here and their last day online has not
/// passed, by the clock or by the newest release, whichever is later.
public final class ContentReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ContentReader.class);

  private static final String SEEN = " AND i.shown = 1 AND (i.until IS NULL OR i.until > ?)";

  /// @param asOf second of the newest head
  private record Known(long generation, long asOf) {}

  private final ReaderPool pool;
  private final BlobFolder blobs;
  private final ItemCache cache;
  private final StoreLimits limits;
  private final Clock clock;
  private final Unreadable unreadable = new Unreadable();
  private final SearchIndex search;
  private volatile Known known = new Known(-1, 0);

  private ContentReader(Path terminal, Clock clock, StoreLimits limits, ExecutorService background)
      throws StoreException {
    this.pool = new ReaderPool(ContentFile.in(terminal), limits);
    this.blobs = new BlobFolder(terminal);
    this.cache = new ItemCache(limits);
    this.limits = limits;
    this.clock = clock;
    this.search =
        new SearchIndex(
            pool,
            limits,
            SearchLimits.standard(),
            unreadable,
            this::now,
            System::nanoTime,
            background);
  }

  /// As [#open(Path, Clock)], by the computer's own clock.
  public static ContentReader open(Path terminal) throws StoreException {
    return open(terminal, Clock.systemUTC());
  }

  /// @throws StoreException `STORE-MISSING`, `STORE-FOREIGN`, `STORE-VERSION` or `STORE-CORRUPT`
  public static ContentReader open(Path terminal, Clock clock) throws StoreException {
    return open(terminal, clock, StoreLimits.TERMINAL);
  }

  static ContentReader open(Path terminal, Clock clock, StoreLimits limits) throws StoreException {
    return open(
        terminal,
        clock,
        limits,
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("search-titles").factory()));
  }

  /// @param background makes the titles of a large store ready; shut down with the reader
  static ContentReader open(
      Path terminal, Clock clock, StoreLimits limits, ExecutorService background)
      throws StoreException {
    return new ContentReader(terminal, clock, limits, background);
  }

  public StoreState state() throws StoreException {
    StoreState state =
        pool.read(
            db -> {
              known(db);
              return Meta.state(db);
            });
    return state.leavingOut(unreadable.count());
  }

  /// True where another release has been applied since the given generation. Costs microseconds.
  public boolean changedSince(long generation) throws StoreException {
    return pool.generation() != generation;
  }

  public Optional<Site> findSite() throws StoreException {
    return pool.read(db -> new Structure(db).all(EntityKind.SITE, Site.class)).stream().findFirst();
  }

  /// By their order; the order of columns of equal parents is that of the screen.
  public List<Column> columns() throws StoreException {
    return pool.read(db -> new Structure(db).all(EntityKind.COLUMN, Column.class)).stream()
        .sorted(Comparator.comparingInt(Column::order).thenComparing(Column::key))
        .toList();
  }

  public List<Hall> halls() throws StoreException {
    return pool.read(db -> new Structure(db).all(EntityKind.HALL, Hall.class));
  }

  /// By their order.
  public List<Topic> topics() throws StoreException {
    return pool.read(db -> new Structure(db).all(EntityKind.TOPIC, Topic.class)).stream()
        .sorted(Comparator.comparingInt(Topic::order).thenComparing(Topic::key))
        .toList();
  }

  /// The county's own, by their first word.
  public List<Synonym> synonyms() throws StoreException {
    return pool.read(db -> new Structure(db).all(EntityKind.SYNONYM, Synonym.class));
  }

  /// Columns that hold something, themselves or below them.
  public Map<ColumnId, ColumnState> columnStates() throws StoreException {
    return pool.read(db -> lists(db).columnStates());
  }

  /// The whole item, with its body.
  public Optional<Item> findItem(ItemId id) throws StoreException {
    ItemCache.Entry cached = cache.items(pool.generation()).getIfPresent(id);
    Optional<ItemCache.Entry> entry =
        cached != null ? Optional.of(cached) : pool.read(db -> load(db, id));
    long now = now(known.asOf());
    return entry
        .filter(e -> e.until().isEmpty() || e.until().get() > now)
        .map(ItemCache.Entry::item);
  }

  private Optional<ItemCache.Entry> load(Database db, ItemId id) throws StoreException {
    long generation = known(db).generation();
    Optional<Long> row =
        db.find("SELECT id FROM item WHERE key = ? AND shown = 1", r -> r.getLong(1), id.value());
    Optional<ItemCache.Entry> loaded =
        row.isEmpty() ? Optional.empty() : unreadable.passing(row.get(), () -> load(db, row.get()));
    loaded.ifPresent(entry -> cache.items(generation).put(id, entry));
    return loaded;
  }

  private Optional<ItemCache.Entry> load(Database db, long row) throws StoreException {
    return db.find(
        "SELECT i.until, b.z, j.z FROM item i LEFT JOIN body b ON b.id = i.id"
            + " LEFT JOIN item_json j ON j.id = i.id WHERE i.id = ?",
        r -> {
          long until = r.getLong(1);
          Optional<Long> end = r.wasNull() ? Optional.empty() : Optional.of(until);
          String words = Packing.unpack(r.getBytes(2), limits.entityBytes());
          String json = Packing.unpack(r.getBytes(3), limits.entityBytes(), words);
          return new ItemCache.Entry(Structure.read(json, Item.class), end, json.length());
        },
        row);
  }

  public Optional<ItemId> findByShortPath(ShortPath path) throws StoreException {
    return pool.read(
        db ->
            db.find(
                "SELECT i.key FROM item i WHERE i.short = ?" + SEEN,
                r -> new ItemId(r.getString(1)),
                path.value(),
                now(db)));
  }

  /// @param after the `next` of the page before
  public ItemPage list(ListQuery query, OptionalLong after, int limit) throws StoreException {
    return pool.read(db -> lists(db).page(query, after, limit));
  }

  /// Themes are counted by their two-digit classes.
  public Facets facets(ListQuery query) throws StoreException {
    return pool.read(
        db -> {
          long now = now(db);
          long ended = db.number("SELECT count(*) FROM item WHERE until <= ?", now);
          ItemCache.FacetKey key = new ItemCache.FacetKey(FacetCounts.listOf(query), ended);
          var counted = cache.facets(known(db).generation());
          FacetCounts counts = counted.getIfPresent(key);
          if (counts == null) {
            counts = FacetCounts.of(db, query, now);
            counted.put(key, counts);
          }
          return counts.facets(query);
        });
  }

  /// Summaries of the items that carry a relation of this kind to the given one: the
  /// interpretations of a document, the document that repeals it.
  public List<Item> relatedTo(ItemId target, Relation.Kind kind) throws StoreException {
    return pool.read(db -> lists(db).relatedTo(target, kind));
  }

  public SearchResult search(SearchQuery query) throws StoreException {
    return search(query, () -> false);
  }

  /// @param cancelled asked from time to time; when it says yes, what was found so far comes back
  public SearchResult search(SearchQuery query, BooleanSupplier cancelled) throws StoreException {
    return search.search(query, cancelled);
  }

  /// Finds items by what they mean as well, from now on. Directions are made in the background,
  /// newest first, and followed with every release.
  public void understandBy(Embedder embedder) {
    search.understandBy(embedder).begin();
  }

  /// As [#understandBy], but returns when all that is kept is ready: some 15 ms an item.
  public void understandAllBy(Embedder embedder) throws StoreException {
    search.understandBy(embedder).follow();
  }

  /// Makes titles and their pinyin ready for search. Without it the first search has that done, and
  /// large stores find no pinyin until then. Belongs off the start path.
  public void prepareSearch() throws StoreException {
    search.prepare();
  }

  /// Begins what [#prepareSearch] does, where the store is so large that a first search would not
  /// wait for it, and returns at once. Call when a release has come.
  public void beginToPrepareSearch() throws StoreException {
    search.beginToPrepare();
  }

  /// Whether pinyin finds every title of the newest release; false while a large store is still
  /// being read. Then a search by letters that finds nothing proves nothing.
  public boolean searchReady() throws StoreException {
    return search.ready();
  }

  /// The blob's file, whether or not it is there.
  public Path blob(BlobRef blob) {
    return blobs.file(blob);
  }

  private Lists lists(Database db) throws StoreException {
    return new Lists(db, limits, unreadable, now(db));
  }

  private long now(Database db) throws StoreException {
    return now(known(db).asOf());
  }

  /// A slow clock is never believed past the last signed time.
  private long now(long asOf) {
    return Math.max(clock.instant().getEpochSecond(), asOf);
  }

  private Known known(Database db) throws StoreException {
    long generation = Meta.generation(db);
    Known last = known;
    if (last.generation() != generation) {
      last = new Known(generation, Meta.state(db).asOf().map(Instant::getEpochSecond).orElse(0L));
      known = last;
      unreadable.forget();
    }
    return last;
  }

  @Override
  public void close() {
    search.close();
    try {
      pool.close();
    } catch (StoreException e) {
      LOG.warn("the reader did not close cleanly: {}", e.getMessage());
    }
  }
}
