package cn.gongkai.content.store;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.release.Authority;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a terminal's content. One writer at a time holds the directory's lock. Not thread-safe.
///
/// An item is shown from when all its blobs are here: blobs accepted before the release that names
/// them show it with the release, blobs that come later show it with [#revealReady]. Until then the
/// state of it that was shown before stays.
public final class ContentWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ContentWriter.class);

  /// Further than a reader can be behind, so that it sees the generation change.
  private static final long REBUILD_STEP = 1000;

  private final Path terminal;
  private final Path file;
  private final Clock clock;
  private final StoreLimits limits;
  private final WriterLock lock;
  private final Database database;
  private final BlobFolder blobs;
  private final ItemRows items;
  private @Nullable Apply current;

  private ContentWriter(
      Path terminal,
      Path file,
      Clock clock,
      StoreLimits limits,
      WriterLock lock,
      Database database) {
    this.terminal = terminal;
    this.file = file;
    this.clock = clock;
    this.limits = limits;
    this.lock = lock;
    this.database = database;
    this.blobs = new BlobFolder(terminal);
    this.items = new ItemRows(database, blobs, limits);
  }

  /// Opens the store, making an empty one where there is none.
  ///
  /// @throws StoreException `STORE-BUSY`, `STORE-FOREIGN`, `STORE-VERSION`, `STORE-CORRUPT`
  public static ContentWriter open(Path terminal, Clock clock) throws StoreException {
    return open(terminal, clock, StoreLimits.TERMINAL);
  }

  static ContentWriter open(Path terminal, Clock clock, StoreLimits limits) throws StoreException {
    return open(terminal, ContentFile.in(terminal), 0, clock, limits);
  }

  /// Opens an empty store beside the one that is there, which goes on serving until [#swap]. Blobs
  /// are those of the terminal.
  ///
  /// @throws StoreException `STORE-BUSY`, `STORE-FOREIGN` where what is there is not ours
  public static ContentWriter rebuild(Path terminal, Clock clock) throws StoreException {
    return rebuild(terminal, clock, StoreLimits.TERMINAL);
  }

  static ContentWriter rebuild(Path terminal, Clock clock, StoreLimits limits)
      throws StoreException {
    long known = ContentFile.lastGeneration(ContentFile.in(terminal), limits);
    long generation = Math.max(known + REBUILD_STEP, clock.instant().getEpochSecond());
    return open(terminal, ContentFile.rebuildIn(terminal), generation, clock, limits);
  }

  private static ContentWriter open(
      Path terminal, Path file, long generation, Clock clock, StoreLimits limits)
      throws StoreException {
    WriterLock lock = WriterLock.take(terminal);
    try {
      new BlobFolder(terminal).create();
      ContentFile.delete(ContentFile.rebuildIn(terminal));
      Database database = ContentFile.openToWrite(file, generation, limits);
      ContentWriter writer = new ContentWriter(terminal, file, clock, limits, lock, database);
      writer.prepare();
      return writer;
    } catch (StoreException e) {
      lock.close();
      throw e;
    }
  }

  /// Puts the rebuilt store in place of the old one and closes this writer. Readers move over with
  /// their next call.
  ///
  /// @throws IllegalStateException where this writer did not come from [#rebuild]
  public void swap() throws StoreException {
    requireNoRelease();
    Path place = ContentFile.in(terminal);
    if (file.equals(place)) {
      throw new IllegalStateException("only a rebuilt store is swapped");
    }
    try (lock) {
      new Purge(database, blobs).truncateLog();
      database.close();
      ContentFile.swap(file, place);
    }
  }

  private void prepare() throws StoreException {
    new Scrub(database, limits, items).run();
    SearchRows search = new SearchRows(database, limits);
    if (search.isOutdated()) {
      search.rebuild();
    }
    purge();
  }

  public StoreState state() throws StoreException {
    return Meta.state(database);
  }

  /// The heads of the applied release as what is stored makes them now: at its sequences and times,
  /// with digests and counts recomputed from every entity. Reads all of them. An entity whose text
  /// was found to be damaged when this writer opened is not among them any more.
  public List<ChannelHead> provenHeads() throws StoreException {
    Entities entities = new Entities(database);
    List<ChannelHead> proven = new ArrayList<>();
    for (ChannelHead head : Meta.heads(database)) {
      proven.add(entities.recomputed(head));
    }
    return proven;
  }

  /// Who might sign the channel when it was last applied; empty where that was not kept.
  public Optional<Authority> findAuthority(Channel channel) throws StoreException {
    return Meta.findAuthority(database, channel);
  }

  /// True where the blob is here, whole and checked.
  public boolean hasBlob(BlobRef blob) {
    return blobs.has(blob);
  }

  /// Blobs for which stored items wait before they are shown, small first.
  public List<BlobRef> missingBlobs() throws StoreException {
    return items.missing().stream()
        .sorted(Comparator.comparingLong(BlobRef::length).thenComparing(BlobRef::sha256))
        .toList();
  }

  /// Where to gather the bytes of a blob; what is there already may be continued.
  public Path incoming(BlobRef blob) throws StoreException {
    return blobs.incoming(blob);
  }

  /// Checks the whole file against the blob's length and hash, forces it to the disk and moves it
  /// into place. It must lie in the terminal's folder.
  ///
  /// @throws StoreException `STORE-BLOB` where it is another file; it is left as it is
  public void acceptBlob(BlobRef blob, Path received) throws StoreException {
    blobs.accept(blob, received);
  }

  /// Shows the stored items whose blobs have all arrived. Where there are any, readers see a new
  /// generation, and what is not shown any more vanishes from the disk.
  ///
  /// @return how many
  public int revealReady() throws StoreException {
    requireNoRelease();
    database.run("BEGIN IMMEDIATE");
    try {
      items.begin();
      int shown = items.finish();
      if (shown > 0) {
        Meta.setGeneration(database, Meta.generation(database) + 1);
        Meta.set(database, Purge.PENDING, "1");
      }
      database.run("COMMIT");
      if (shown > 0) {
        tidy();
      }
      return shown;
    } catch (StoreException e) {
      database.rollback(e);
      throw e;
    }
  }

  /// Begins the one transaction of a release. Nothing is visible to readers before [Apply#commit];
  /// closing without it takes everything back.
  public Apply begin() throws StoreException {
    requireNoRelease();
    Apply apply = new ReleaseTransaction(this, database, items, limits);
    current = apply;
    return apply;
  }

  private void requireNoRelease() {
    if (current != null) {
      throw new IllegalStateException("a release is being applied");
    }
  }

  /// The transaction of one release. It compares states: putting what is there already, or deleting
  /// what is not, changes nothing.
  public interface Apply extends AutoCloseable {

    /// Forgets all entities of a channel that the following puts do not name again: a base segment
    /// replaces the state instead of adding to it.
    void startFromBase(Channel channel) throws StoreException;

    /// Changes of one channel in order.
    ///
    /// @throws StoreException `STORE-NAMESPACE` where the channel must not carry the entity,
    ///   `STORE-LIMIT` where its text is too long
    void change(Channel channel, Change change) throws StoreException;

    /// Keeps with a channel's head who may sign it.
    void setAuthority(Channel channel, Authority authority) throws StoreException;

    /// Checks every head's digest and count against what is now in the store, and makes the release
    /// visible. Every channel that was changed needs a head.
    ///
    /// @throws StoreException `STORE-DIGEST` where they differ; nothing is changed then
    void commit(List<ChannelHead> heads) throws StoreException;

    @Override
    void close() throws StoreException;
  }

  /// Makes withdrawn content vanish from the disk, as far as it has not been done after the release
  /// that withdrew it because a reader was in the middle of a call.
  ///
  /// @return true where nothing is left to do
  public boolean purge() throws StoreException {
    requireNoRelease();
    return new Purge(database, blobs).run();
  }

  /// Deletes blobs that no stored item names, and what else lies among them. Not to be called
  /// between accepting blobs and committing the release that names them.
  ///
  /// @return bytes given back
  public long collectGarbage() throws StoreException {
    requireNoRelease();
    Set<String> named =
        new HashSet<>(
            database.list(
                "SELECT sha FROM item_blob UNION SELECT sha FROM next_blob", r -> r.getString(1)));
    return blobs.keepOnly(named::contains);
  }

  Instant now() {
    return clock.instant();
  }

  /// The release is visible or taken back; what is left is housekeeping and must not make it fail.
  /// The log is emptied every time: otherwise it keeps the size of the largest release, and on a
  /// full disk the room that the database needs to take it in.
  void tidy() {
    current = null;
    try {
      Purge purge = new Purge(database, blobs);
      if (purge.run()) {
        purge.truncateLog();
      }
    } catch (StoreException e) {
      LOG.warn("purging is put off: {}", e.getMessage());
    }
  }

  /// Takes back a release that is not committed and lets go of the lock.
  @Override
  public void close() {
    try (lock;
        database) {
      if (current != null) {
        current.close();
      }
    } catch (StoreException e) {
      LOG.warn("the writer did not close cleanly: {}", e.getMessage());
    }
  }
}
