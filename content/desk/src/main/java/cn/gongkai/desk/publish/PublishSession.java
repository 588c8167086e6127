package cn.gongkai.desk.publish;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.sign.Published;
import cn.gongkai.content.release.sign.Repository;
import cn.gongkai.content.release.sign.RepositoryPolicy;
import cn.gongkai.content.release.sign.SigningKeys;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.AuthoredFolder;
import cn.gongkai.desk.authoring.FileStamp;
import cn.gongkai.desk.gate.Verdict;
import cn.gongkai.desk.index.PageFolderState;
import cn.gongkai.desk.index.PublisherIndex;
import cn.gongkai.desk.media.MediaFile;
import cn.gongkai.desk.phone.PhoneSite;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One publication to one site, under its lock.
final class PublishSession implements AutoCloseable {

  private final SiteFolder site;
  private final SigningKeys keys;
  private final boolean firstKeys;
  private final Repository repository;
  private final RepositoryPolicy policy;
  private final SegmentFolder segments;
  private final TownInbox inbox;
  private final FileChannel lock;
  private final Progress progress;
  private final Instant asOf;

  private PublishSession(
      SiteFolder site,
      SigningKeys keys,
      boolean firstKeys,
      FileChannel lock,
      Clock clock,
      RepositoryPolicy policy,
      Progress progress) {
    this.site = site;
    this.keys = keys;
    this.firstKeys = firstKeys;
    this.repository = new Repository(site.root(), keys, policy, clock);
    this.policy = policy;
    this.segments = new SegmentFolder(site.targets());
    this.inbox = TownInbox.of(site);
    this.lock = lock;
    this.progress = progress;
    this.asOf = clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  static PublishSession open(
      SiteFolder site, Path keyFolder, Clock clock, RepositoryPolicy policy, Progress progress)
      throws IOException, PublishException, ReleaseException {
    if (keyFolder.startsWith(site.root())) {
      throw new PublishException(
          "PUBLISH-KEYS-INSIDE", keyFolder + " would be published with the site " + site.root());
    }
    site.requireOurs();
    SigningKeys keys = SigningKeys.open(keyFolder);
    FileChannel lock = lock(keyFolder.resolve("publish.lock"));
    try {
      boolean first = keys.of("targets").isEmpty();
      if (first && site.isSite()) {
        throw new PublishException(
            "PUBLISH-KEYS-MISSING",
            site.root() + " was signed with keys that are not in " + keyFolder);
      }
      if (first) {
        keys.createMissing(SigningKeys.TOP_LEVEL);
      }
      return new PublishSession(site, keys, first, lock, clock, policy, progress);
    } catch (PublishException | ReleaseException e) {
      lock.close();
      throw e;
    }
  }

  private static FileChannel lock(Path file) throws IOException, PublishException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new PublishException("PUBLISH-BUSY", "another publication holds " + file);
    }
    return channel;
  }

  /// What there is to publish.
  ///
  /// @param content the structure, and the items that were read
  /// @param index what the scan relied on
  record Work(
      AuthoredFolder folder,
      FolderScan.Result scan,
      Authored.Content content,
      Verdict verdict,
      PublisherIndex index,
      long doubtFrom) {}

  /// True where the index was saved for what the site holds now, so that unread items are known to
  /// be what was signed.
  boolean isKnownBy(PublisherIndex index) throws IOException, ReleaseException {
    SortedMap<Channel, ChannelHead> heads = new TreeMap<>();
    repository.channels().forEach(channel -> heads.put(channel.channel(), channel.head()));
    return heads.equals(index.heads()) && !PhonePages.areOutdated(site);
  }

  /// @param published the index of this publication, where it differs from the one before
  record Done(PublishOutcome outcome, Optional<PublisherIndex> published) {}

  Done publish(Work work, PublishOptions options, Publisher.Report report)
      throws IOException, PublishException, ReleaseException {
    SiteState state = SiteState.of(repository, segments, work);
    progress.at(Progress.Step.COMPARING, 0, 0);
    Comparison found =
        Comparison.of(work.content(), state, new Comparison.Signers(keys, repository, inbox), asOf);
    List<ChannelDiff> diffs = found.diffs();
    requireFew(diffs, work, options);
    ReleaseRows rows =
        ReleaseRows.of(work.index(), work.scan(), work.verdict(), found.after(), work.doubtFrom());
    found.requireSigned(rows);
    boolean release = found.isRelease() || options.purge();
    int blobs;
    int pages;
    List<PublishedChannel> channels;
    try (SegmentWriting writing =
        SegmentWriting.begin(
            () -> release ? writeSegments(found, rows, options.purge()) : List.of())) {
      blobs = putBlobs(work.content(), diffs);
      pages = writePages(work, diffs, rows.items(), found.hasChanged());
      progress.at(Progress.Step.SEGMENTS, 0, 0);
      channels = writing.channels();
    }
    if (!release) {
      boolean renewed = renew(options.resign());
      int removed = SiteCleaning.of(site, rows, repository.channels(), asOf).tidy();
      PublishOutcome outcome =
          new PublishOutcome.Unchanged(renewed, pages, removed, report.warnings());
      return new Done(outcome, index(work, diffs, rows));
    }
    progress.at(Progress.Step.SIGNING, 0, 0);
    createTownKeys(channels);
    List<PublishedChannel> all = withChanged(channels, found.takenChannels());
    SiteCleaning cleaning = SiteCleaning.of(site, rows, all, asOf);
    cleaning.announce(diffs, options.purge());
    Published published = sign(channels, found);
    int removed = cleaning.tidy();
    PublishOutcome outcome =
        new PublishOutcome.Released(
            found.summary(),
            blobs,
            pages,
            removed,
            asOf,
            published.freshUntil(),
            firstKeys,
            report.warnings(),
            report.overridden());
    return new Done(outcome, index(work, diffs, rows));
  }

  /// Signs the release. Where a township has signed with another key than before, its earlier keys
  /// and the county's own for it have served.
  private Published sign(List<PublishedChannel> channels, Comparison found)
      throws IOException, ReleaseException {
    Map<Channel, Set<String>> before = new TreeMap<>();
    for (Channel town : found.taken().keySet()) {
      before.put(town, repository.signersOf(town));
    }
    Published published = repository.publish(channels, found.roleFiles());
    boolean retired = false;
    for (Map.Entry<Channel, Set<String>> each : before.entrySet()) {
      Set<String> signers = repository.signersOf(each.getKey());
      retired |=
          !signers.equals(each.getValue()) && keys.retireAllBut(each.getKey().name(), signers);
      inbox.remove(each.getKey());
    }
    return retired ? repository.renew() : published;
  }

  /// An emptied folder or a wrong one must not take everything down at once.
  private static void requireFew(List<ChannelDiff> diffs, Work work, PublishOptions options)
      throws PublishException {
    long withdrawn = diffs.stream().mapToLong(diff -> diff.withdrawnItems().size()).sum();
    long live = diffs.stream().mapToLong(diff -> diff.before().live().size()).sum();
    live += work.scan().kept().size();
    if (!options.allowWithdrawals() && PublishLimits.STANDARD.isMany(withdrawn, live)) {
      throw new PublishException(
          "PUBLISH-MANY-WITHDRAWN",
          withdrawn + " of " + live + " entities would be withdrawn; is this the right folder?");
    }
  }

  private int putBlobs(Authored.Content content, List<ChannelDiff> diffs)
      throws IOException, PublishException {
    Set<String> needed = new HashSet<>();
    diffs.stream()
        .flatMap(diff -> diff.puts().stream())
        .flatMap(entity -> entity instanceof Item item ? item.blobs().stream() : Stream.empty())
        .map(BlobRef::sha256)
        .forEach(needed::add);
    int written = 0;
    int done = 0;
    for (String sha256 : needed) {
      MediaFile media = content.media().get(sha256);
      if (media == null) {
        throw new IllegalStateException("an item names a file that was not read: " + sha256);
      }
      written += site.putBlob(media) ? 1 : 0;
      done++;
      progress.at(Progress.Step.BLOBS, done, needed.size());
    }
    return written;
  }

  private List<PublishedChannel> writeSegments(Comparison found, ReleaseRows rows, boolean purge)
      throws IOException, ReleaseException {
    List<ChannelDiff> diffs = found.ours(keys);
    ChannelWriter writer = new ChannelWriter(segments, asOf);
    List<PublishedChannel> channels = new ArrayList<>();
    for (ChannelDiff diff : diffs) {
      if (!diff.isEmpty() || purge) {
        channels.add(writer.write(diff, rows::head, purge));
      }
    }
    for (TownInbox.Waiting waiting : found.taken().values()) {
      TownInbox.deliver(waiting, segments);
    }
    return channels;
  }

  private int writePages(Work work, List<ChannelDiff> diffs, RowItems items, boolean changed)
      throws IOException, PublishException {
    Authored.Content content = work.content();
    PhoneSite phone = new PhoneSite(content.site().entity(), Publisher.columns(content), items);
    Files.createDirectories(site.page("f"));
    PhonePages pages = new PhonePages(site, phone, items, asOf);
    Set<EntityRef> refs = new HashSet<>();
    Map<EntityRef, LiveEntity> before = new HashMap<>();
    for (ChannelDiff diff : diffs) {
      diff.refs().forEach(refs::add);
      before.putAll(diff.before().live());
    }
    boolean frame =
        refs.stream()
            .anyMatch(ref -> ref.kind() == EntityKind.SITE || ref.kind() == EntityKind.COLUMN);
    boolean untouched = work.index().pages().stillHolds(site.page(""));
    PhonePages.Changes changes = new PhonePages.Changes(refs, before);
    WholeItemReader reader = new WholeItemReader(work, items);
    pages.write(changes, frame || PhonePages.areOutdated(site), !untouched, reader, progress);
    if (untouched && !frame) {
      pages.writeColumns(changes);
    } else {
      pages.writeAllColumns();
    }
    return pages.writeIndex(changed);
  }

  /// What to remember, where it is not what is remembered already.
  private Optional<PublisherIndex> index(Work work, List<ChannelDiff> diffs, ReleaseRows rows)
      throws ReleaseException {
    SortedMap<EntityRef, String> structure = new TreeMap<>();
    for (ChannelDiff diff : diffs) {
      diff.after()
          .forEach(
              (ref, live) -> {
                if (ref.kind() != EntityKind.ITEM) {
                  structure.put(ref, live.hash());
                }
              });
    }
    SortedMap<Channel, ChannelHead> heads = new TreeMap<>();
    Map<String, FileStamp> files = new TreeMap<>();
    for (PublishedChannel channel : repository.channels()) {
      heads.put(channel.channel(), channel.head());
      for (SegmentRef segment : channel.segments()) {
        files.put(segment.filePath(), FileStamp.of(segments.file(segment)));
      }
    }
    PublisherIndex before = work.index();
    PageFolderState pages = PageFolderState.of(site.page(""));
    boolean same =
        before.heads().equals(heads)
            && before.pages().equals(pages)
            && before.segments().equals(files)
            && work.scan().read().isEmpty()
            && !work.scan().moved();
    return same
        ? Optional.empty()
        : Optional.of(
            new PublisherIndex(
                before.rules(),
                heads,
                structure,
                pages,
                files,
                rows.columns(),
                rows.channels(),
                rows.rows()));
  }

  /// All channels as they are about to be.
  private List<PublishedChannel> withChanged(
      List<PublishedChannel> changed, List<PublishedChannel> taken) throws ReleaseException {
    SortedMap<Channel, PublishedChannel> all = new TreeMap<>();
    repository.channels().forEach(channel -> all.put(channel.channel(), channel));
    changed.forEach(channel -> all.put(channel.channel(), channel));
    taken.forEach(channel -> all.put(channel.channel(), channel));
    return List.copyOf(all.values());
  }

  private void createTownKeys(List<PublishedChannel> channels) throws ReleaseException {
    List<String> towns =
        channels.stream()
            .map(PublishedChannel::channel)
            .filter(Channel::isTown)
            .map(Channel::name)
            .toList();
    keys.createMissing(towns);
  }

  /// Takes in what a township has signed, for the next release.
  TownTaken take(TownFolder from, Path authored)
      throws IOException, PublishException, ReleaseException {
    return new TownTaking(repository, inbox, site.work()).take(from, authored);
  }

  /// Signs anew what is about to expire, the timestamp in any case, over unchanged content.
  ///
  /// @throws PublishException `PUBLISH-BROKEN` where what is to be signed again is not what was
  ///   signed before
  Published renew() throws PublishException, ReleaseException {
    new IntactSite(repository, segments, keys).require();
    progress.at(Progress.Step.SIGNING, 0, 0);
    return repository.renew();
  }

  /// Signs again where half of the time is over, a key was replaced, or it is asked for.
  private boolean renew(boolean wanted) throws ReleaseException {
    Duration half = policy.timestamp().dividedBy(2);
    boolean due =
        switch (repository.verify()) {
          case RefreshOutcome.Current current ->
              asOf.plus(half).isAfter(current.release().freshUntil());
          case RefreshOutcome.Refused ignored -> true;
          case RefreshOutcome.Unreachable ignored -> true;
        };
    boolean signs = due || wanted || repository.isDue();
    if (signs) {
      progress.at(Progress.Step.SIGNING, 0, 0);
      repository.renew();
    }
    return signs;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
