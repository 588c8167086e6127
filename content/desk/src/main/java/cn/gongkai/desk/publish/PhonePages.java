package cn.gongkai.desk.publish;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.InvalidValue;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.ShortPath;
import cn.gongkai.content.qr.QrCode;
import cn.gongkai.desk.index.IndexRow;
import cn.gongkai.desk.phone.IndexPages;
import cn.gongkai.desk.phone.ItemPage;
import cn.gongkai.desk.phone.PhoneSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Keeps the phone pages of a site in step with its items.
final class PhonePages {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  /// Items that are held whole at the same time.
  private static final int AT_ONCE = 512;

  private static final Pattern UPDATED =
      Pattern.compile("<time id=\"updated\" datetime=\"([^\"]+)\"");

  private final SiteFolder folder;
  private final PhoneSite phone;
  private final RowItems items;
  private final OffsetDateTime now;
  private final ItemPage itemPage;
  private final IndexPages indexPages;
  private int written;

  PhonePages(SiteFolder folder, PhoneSite phone, RowItems items, Instant asOf) {
    this.folder = folder;
    this.phone = phone;
    this.items = items;
    this.now = asOf.atOffset(CHINA);
    this.itemPage = new ItemPage(phone);
    this.indexPages = new IndexPages(phone);
  }

  /// Gives the whole of an item.
  interface WholeItems {
    Item get(ItemId id) throws IOException, PublishException;
  }

  /// What has changed, as far as pages are concerned.
  ///
  /// @param before what changed or vanished, as it was; an item that is new is not in it
  record Changes(Set<EntityRef> refs, Map<EntityRef, LiveEntity> before) {

    boolean concern(ItemId id) {
      return refs.contains(new EntityRef(EntityKind.ITEM, id.value()));
    }

    Stream<ItemId> items() {
      return refs.stream()
          .filter(ref -> ref.kind() == EntityKind.ITEM)
          .map(ref -> new ItemId(ref.key()));
    }

    Stream<LiveEntity> itemsBefore() {
      return refs.stream().filter(before::containsKey).map(before::get);
    }
  }

  /// Whether every page of a site has to be rendered anew: another look, or no pages yet.
  static boolean areOutdated(SiteFolder folder) throws IOException {
    Path index = folder.page("index.html");
    return !SiteFolder.hasPage(index)
        || !Files.readString(index).contains("content=\"" + IndexPages.version() + "\"");
  }

  /// Writes the pages of items.
  ///
  /// @param all also where nothing of an item changed
  /// @param missing also where a page is not there
  void write(Changes changes, boolean all, boolean missing, WholeItems source, Progress progress)
      throws IOException, PublishException {
    Set<ItemId> due = all ? new LinkedHashSet<>() : near(changes);
    for (IndexRow row : all || missing ? items.rows() : List.<IndexRow>of()) {
      ItemId id = new ItemId(row.id());
      if (all || !SiteFolder.hasPage(file(id))) {
        due.add(id);
      }
    }
    writeItems(List.copyOf(due), changes, source, progress);
    for (ItemId id : changes.items().filter(id -> items.row(id).isEmpty()).toList()) {
      put(file(id), indexPages.withdrawn(now));
    }
  }

  /// Items are read one after the other, their pages made side by side: proving that the code of an
  /// item reads back is more than half of the work of a first publication.
  private void writeItems(List<ItemId> due, Changes changes, WholeItems source, Progress progress)
      throws IOException, PublishException {
    for (int from = 0; from < due.size(); from += AT_ONCE) {
      List<Item> batch = new ArrayList<>();
      for (ItemId id : due.subList(from, Math.min(due.size(), from + AT_ONCE))) {
        batch.add(source.get(id));
      }
      try {
        written += batch.parallelStream().mapToInt(item -> writeItem(item, changes)).sum();
      } catch (Unwritten e) {
        throw e.unwrapped();
      }
      progress.at(Progress.Step.PAGES, from + batch.size(), due.size());
    }
  }

  private int writeItem(Item item, Changes changes) {
    boolean own = changes.concern(item.id());
    Path file = file(item.id());
    try {
      if (own) {
        requireReadable(item);
      }
      String page = itemPage.render(item, own ? now : updated(file));
      return folder.putPage(file, page) ? 1 : 0;
    } catch (IOException | PublishException e) {
      throw new Unwritten(e);
    }
  }

  /// Carries what went wrong out of a stream.
  private static final class Unwritten extends RuntimeException {
    Unwritten(Exception cause) {
      super(cause);
    }

    IOException unwrapped() throws PublishException {
      if (getCause() instanceof PublishException refused) {
        throw refused;
      }
      return getCause() instanceof IOException broken ? broken : new IOException(getCause());
    }
  }

  /// The items whose pages show something of what has changed.
  private Set<ItemId> near(Changes changes) {
    Set<ItemId> near = new LinkedHashSet<>();
    changes.itemsBefore().forEach(entity -> near.addAll(entity.targets()));
    for (ItemId id : changes.items().toList()) {
      near.add(id);
      near.addAll(phone.neighbours(id));
    }
    near.removeIf(id -> items.row(id).isEmpty());
    return near;
  }

  /// Writes the pages of all columns, and takes away those that are none any more.
  void writeAllColumns() throws IOException {
    Set<String> names = new HashSet<>();
    for (Column column : phone.columns()) {
      for (Map.Entry<String, String> page : indexPages.column(column).entrySet()) {
        names.add(page.getKey());
        put(folder.page(page.getKey()), page.getValue());
      }
    }
    try (Stream<Path> files = Files.list(folder.page(""))) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith("c-") && !names.contains(name)) {
          Files.delete(file);
        }
      }
    }
  }

  /// Writes those pages of columns that list something else than before.
  void writeColumns(Changes changes) throws IOException {
    ListedPlaces places = ListedPlaces.of(changes, items);
    for (Column column : phone.columns()) {
      if (!places.concern(column.id())) {
        continue;
      }
      int older = places.olderThanOldest(column.id());
      for (Map.Entry<String, String> page :
          indexPages.column(column, IndexPages.pageOf(older) - 2).entrySet()) {
        put(folder.page(page.getKey()), page.getValue());
      }
      int next = IndexPages.olderPages(phone.itemsOf(column.id()).size()) + 1;
      while (Files.deleteIfExists(folder.page(IndexPages.pageName(column, next)))) {
        next++;
      }
    }
  }

  /// Writes the index and the top page.
  ///
  /// @return pages written in all
  int writeIndex(boolean changed) throws IOException {
    if (changed || areOutdated(folder)) {
      put(folder.page("index.html"), indexPages.index(now));
    }
    put(folder.root().resolve("index.html"), indexPages.top());
    return written;
  }

  private Path file(ItemId id) {
    return folder.root().resolve(ShortPath.of(id).page());
  }

  private void put(Path file, String page) throws IOException {
    if (folder.putPage(file, page)) {
      written++;
    }
  }

  /// When the item was last changed, as its present page says.
  private OffsetDateTime updated(Path file) throws IOException {
    if (!Files.exists(file)) {
      return now;
    }
    Matcher matcher = UPDATED.matcher(Files.readString(file, StandardCharsets.UTF_8));
    try {
      return matcher.find() ? OffsetDateTime.parse(matcher.group(1)) : now;
    } catch (DateTimeException e) {
      return now;
    }
  }

  /// The code that terminals show for this page must read back.
  private void requireReadable(Item item) throws PublishException {
    String url = phone.site().phonePage(item.id()).toString();
    try {
      QrCode.encode(url);
    } catch (InvalidValue e) {
      throw new PublishException("PUBLISH-CODE", "the code of " + url + " cannot be read back");
    }
  }
}
