package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.HeadDigest;
import cn.gongkai.content.search.SearchQuery;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.content.store.ContentWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The terminal's own store and search.
final class StoreEngine implements SearchEngine {

  private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

  private final Path folder;
  private Optional<ContentReader> reader = Optional.empty();

  StoreEngine(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "store";
  }

  @Override
  public void build(Iterator<Item> items) throws Exception {
    HeadDigest digest = new HeadDigest();
    Clock clock = Clock.systemUTC();
    try (ContentWriter writer = ContentWriter.open(folder, clock);
        ContentWriter.Apply apply = writer.begin()) {
      while (items.hasNext()) {
        Item item = items.next();
        String json = EntityJson.write(item);
        apply.change(Channel.of(item.ref()), new Change.Put(item, json));
        digest.add(item.ref(), HeadDigest.hash(json));
      }
      apply.commit(List.of(digest.toHead(Channel.COUNTY, 1, clock.instant())));
    }
  }

  @Override
  public void open() throws Exception {
    ContentReader opened = ContentReader.open(folder);
    reader = Optional.of(opened);
    opened.prepareSearch();
  }

  @Override
  public int search(String words) throws Exception {
    return reader.orElseThrow().search(SearchQuery.of(words, TODAY)).hits().size();
  }

  @Override
  public long bytes() throws Exception {
    return Folders.bytes(folder);
  }

  @Override
  public void close() {
    reader.ifPresent(ContentReader::close);
  }
}
