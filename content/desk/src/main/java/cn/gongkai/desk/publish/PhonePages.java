package cn.gongkai.desk.publish;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.InvalidValue;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.ShortPath;
import cn.gongkai.content.qr.QrCode;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Keeps the phone pages of a site in step with its items.
final class PhonePages {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final Pattern UPDATED =
      Pattern.compile("<time id=\"updated\" datetime=\"([^\"]+)\"");

  private final SiteFolder folder;
  private final PhoneSite phone;
  private final OffsetDateTime now;
  private final ItemPage itemPage;
  private final IndexPages indexPages;
  private int written;

  PhonePages(SiteFolder folder, PhoneSite phone, Instant asOf) {
    this.folder = folder;
    this.phone = phone;
    this.now = asOf.atOffset(CHINA);
    this.itemPage = new ItemPage(phone);
    this.indexPages = new IndexPages(phone);
  }

  /// Whether every page has to be rendered anew: another look, or no pages yet.
  boolean isOutdated() throws IOException {
    Path index = folder.page("index.html");
    return !SiteFolder.hasPage(index)
        || !Files.readString(index).contains("content=\"" + IndexPages.version() + "\"");
  }

  /// @param all also where nothing of an item changed
  /// @return pages written
  int write(List<Item> items, Set<EntityRef> changed, boolean all, Progress progress)
      throws IOException, PublishException {
    Set<ItemId> affected = affected(items, changed);
    int done = 0;
    for (Item item : items) {
      done++;
      Path file = file(item.id());
      boolean own = changed.contains(item.ref());
      if (own) {
        requireReadable(item);
      }
      if (all || affected.contains(item.id()) || !SiteFolder.hasPage(file)) {
        put(file, itemPage.render(item, own ? now : updated(file)));
        progress.at(Progress.Step.PAGES, done, items.size());
      }
    }
    Set<EntityRef> gone = new HashSet<>(changed);
    items.forEach(item -> gone.remove(item.ref()));
    for (EntityRef ref : gone) {
      if (ref.kind() == EntityKind.ITEM) {
        put(file(new ItemId(ref.key())), indexPages.withdrawn(now));
      }
    }
    return written;
  }

  /// The pages of columns, the index and the top page.
  int writeIndex(boolean changed) throws IOException {
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
    if (changed || isOutdated()) {
      put(folder.page("index.html"), indexPages.index(now));
    }
    put(folder.root().resolve("index.html"), indexPages.top());
    return written;
  }

  private Set<ItemId> affected(List<Item> items, Set<EntityRef> changed) {
    Set<ItemId> affected = new HashSet<>();
    for (Item item : items) {
      boolean near =
          changed.contains(item.ref())
              || phone.neighbours(item).stream()
                  .anyMatch(id -> changed.contains(new EntityRef(EntityKind.ITEM, id.value())));
      if (near) {
        affected.add(item.id());
      }
    }
    return affected;
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
