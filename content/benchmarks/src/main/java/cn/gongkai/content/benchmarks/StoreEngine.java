package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.NumberedChange;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.search.Embedder;
import cn.gongkai.content.search.SearchQuery;
import cn.gongkai.content.search.SearchResult;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.content.store.ContentWriter;
import cn.gongkai.content.store.ListQuery;
import cn.gongkai.content.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The terminal's own store and search, filled from a base segment as the agent fills it.
final class StoreEngine implements SearchEngine {

  static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

  private final Path folder;
  private final CorpusRelease release;
  private final Optional<Embedder> embedder;
  private int asked;
  private Optional<ContentReader> reader = Optional.empty();

  StoreEngine(Path folder, CorpusRelease release) {
    this(folder, release, Optional.empty());
  }

  /// @param embedder to find by meaning as well
  StoreEngine(Path folder, CorpusRelease release, Optional<Embedder> embedder) {
    this.folder = folder;
    this.release = release;
    this.embedder = embedder;
  }

  @Override
  public String name() {
    return embedder.isPresent() ? "meaning" : "ours";
  }

  /// A build that was cut off leaves a store without a release.
  @Override
  public boolean isBuilt() throws StoreException {
    if (!Files.exists(folder.resolve("content.sqlite"))) {
      return false;
    }
    try (ContentReader built = ContentReader.open(folder)) {
      return !built.state().heads().isEmpty();
    }
  }

  /// Applies the release's base; the items are those of the release.
  @Override
  public void build(Iterator<Item> ignored) throws Exception {
    try (ContentWriter writer = ContentWriter.open(folder, Clock.systemUTC());
        ContentWriter.Apply apply = writer.begin()) {
      apply.startFromBase(Channel.COUNTY);
      applyBase(apply);
      apply.commit(List.of(release.head(release.base().to())));
    }
  }

  private void applyBase(ContentWriter.Apply apply) throws ReleaseException, StoreException {
    try (SegmentReader segment = release.folder().open(release.base())) {
      Optional<NumberedChange> next = segment.next();
      while (next.isPresent()) {
        apply.change(Channel.COUNTY, next.get().change());
        next = segment.next();
      }
    }
  }

  @Override
  public void open() throws Exception {
    reader = Optional.of(ContentReader.open(folder));
  }

  @Override
  public void warm() throws Exception {
    reader().prepareSearch();
    if (embedder.isPresent()) {
      reader().understandAllBy(embedder.get());
    }
  }

  ContentReader reader() {
    return reader.orElseThrow();
  }

  Path folder() {
    return folder;
  }

  @Override
  public List<String> search(String words) throws Exception {
    return titles(reader().search(SearchQuery.of(words, TODAY)));
  }

  private static List<String> titles(SearchResult result) {
    return result.hits().stream().map(hit -> hit.item().title()).toList();
  }

  @Override
  public boolean knows(Asking asking) {
    return true;
  }

  @Override
  public List<String> ask(Asking asking, String words) throws Exception {
    return switch (asking) {
      case PLAIN -> search(words);
      case NARROWED -> narrowed(words);
      case LISTED -> listed(words);
    };
  }

  private List<String> narrowed(String words) throws StoreException {
    int choice = Math.floorMod(words.hashCode(), Corpus.YEARS * Vocabulary.OFFICES.size());
    String office = "沂源县" + Vocabulary.OFFICES.get(choice % Vocabulary.OFFICES.size());
    SearchQuery all = SearchQuery.of(words, TODAY);
    SearchResult result =
        reader()
            .search(
                new SearchQuery(
                    words,
                    all.home(),
                    all.column(),
                    Optional.of(Corpus.FIRST_DAY.getYear() + choice % Corpus.YEARS),
                    Optional.of(office),
                    all.validity(),
                    TODAY,
                    RESULTS));
    return titles(result);
  }

  /// Each time for another day, which no count is remembered for.
  private List<String> listed(String words) throws StoreException {
    ListQuery column =
        ListQuery.all(TODAY.plusDays(asked++))
            .inColumn(Corpus.column(Math.floorMod(words.hashCode(), Corpus.COLUMNS)));
    List<Item> items = reader().list(column, OptionalLong.empty(), RESULTS).items();
    return reader().facets(column).total() > 0
        ? items.stream().map(Item::title).toList()
        : List.of();
  }

  @Override
  public long bytes() throws IOException {
    return Folders.bytes(folder);
  }

  @Override
  public void close() {
    reader.ifPresent(ContentReader::close);
    reader = Optional.empty();
  }
}
