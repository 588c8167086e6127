package cn.gongkai.kiosk.data;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.search.SearchQuery;
import cn.gongkai.content.search.SearchResult;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.content.store.Facets;
import cn.gongkai.content.store.ItemPage;
import cn.gongkai.content.store.ListQuery;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.kiosk.work.FaultException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Reads of the content, each of one whole release. They block on disk: only inside
/// [Catalogue#load]. Thread-safe.
public final class Content {

  private final ContentReader reader;
  private final Clock clock;
  private final Function<Outline, Names> names;

  /// @param names of a release, made at most once
  Content(ContentReader reader, Clock clock, Function<Outline, Names> names) {
    this.reader = reader;
    this.clock = clock;
    this.names = names;
  }

  /// The day for which validity is computed.
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /// The whole item, with its body; empty where it was withdrawn or never was.
  public Optional<Item> findItem(ItemId id) throws FaultException {
    return read(() -> reader.findItem(id));
  }

  /// @param after the `next` of the stretch before
  public Rows list(Listing listing, OptionalLong after, int limit) throws FaultException {
    ItemPage page = read(() -> reader.list(query(listing), after, limit));
    return new Rows(page.items(), page.next());
  }

  public Choices choices(Listing listing) throws FaultException {
    Facets facets = read(() -> reader.facets(query(listing)));
    return new Choices(
        facets.total(),
        choices(facets.years()),
        choices(facets.themes()),
        choices(facets.offices()),
        choices(facets.validities()));
  }

  /// Summaries of the items that carry a relation of this kind to the given one.
  public List<Item> relatedTo(ItemId target, Relation.Kind kind) throws FaultException {
    return read(() -> reader.relatedTo(target, kind));
  }

  public SearchResult search(SearchQuery query) throws FaultException {
    return read(() -> reader.search(query));
  }

  /// Whether pinyin finds every title. While it does not, a search by letters that finds nothing
  /// proves nothing.
  public boolean searchReady() throws FaultException {
    return read(reader::searchReady);
  }

  /// The names of topics, columns and residents' words of a release.
  public Names names(Outline outline) {
    return names.apply(outline);
  }

  /// The blob's file, whether or not it is there.
  public Path blob(BlobRef blob) {
    return reader.blob(blob);
  }

  private ListQuery query(Listing listing) {
    return new ListQuery(
        listing.column(),
        listing.topic(),
        listing.division(),
        listing.year(),
        listing.theme(),
        listing.office(),
        listing.validity(),
        today());
  }

  private static <T> List<Choices.Choice<T>> choices(List<Facets.Count<T>> counts) {
    return counts.stream().map(c -> new Choices.Choice<>(c.value(), c.items())).toList();
  }

  static <T> T read(StoreRead<T> read) throws FaultException {
    try {
      return read.get();
    } catch (StoreException e) {
      throw new FaultException(e.code(), String.valueOf(e.getMessage()), e);
    }
  }

  /// A read of the store.
  @FunctionalInterface
  interface StoreRead<T> {
    T get() throws StoreException;
  }
}
