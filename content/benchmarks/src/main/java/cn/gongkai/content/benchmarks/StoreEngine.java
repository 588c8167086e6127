package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.NumberedChange;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.search.SearchQuery;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.content.store.ContentWriter;
import cn.gongkai.content.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The terminal's own store and search, filled from a base segment as the agent fills it.
final class StoreEngine implements SearchEngine {

  static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

  private final Path folder;
  private final CorpusRelease release;
  private Optional<ContentReader> reader = Optional.empty();

  StoreEngine(Path folder, CorpusRelease release) {
    this.folder = folder;
    this.release = release;
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public boolean isBuilt() {
    return Files.exists(folder.resolve("content.sqlite"));
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
  }

  ContentReader reader() {
    return reader.orElseThrow();
  }

  Path folder() {
    return folder;
  }

  @Override
  public int search(String words) throws Exception {
    return reader().search(SearchQuery.of(words, TODAY)).hits().size();
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
