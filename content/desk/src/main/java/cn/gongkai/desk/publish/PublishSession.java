package cn.gongkai.desk.publish;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One publication to one site, under its lock.
final class PublishSession implements AutoCloseable {

  private final SiteFolder site;
  private final SigningKeys keys;
  private final boolean firstKeys;
  private final Repository repository;
  private final RepositoryPolicy policy;
  private final SegmentFolder segments;
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

  PublishOutcome publish(Authored.Content content, PublishOptions options, Publisher.Report report)
      throws IOException, PublishException, ReleaseException {
    List<ChannelDiff> diffs = compare(content);
    requireFew(diffs, options);
    boolean changed = diffs.stream().anyMatch(diff -> !diff.isEmpty());
    boolean release = changed || options.purge();
    int blobs = putBlobs(content, diffs);
    List<PublishedChannel> channels = new ArrayList<>();
    if (release) {
      channels = writeSegments(diffs, options.purge());
    }
    int pages = writePages(content, diffs, changed);
    if (!release) {
      return new PublishOutcome.Unchanged(renew(options.resign()), pages, report.warnings());
    }
    progress.at(Progress.Step.SIGNING, 0, 0);
    createTownKeys(channels);
    Published published = repository.publish(channels);
    clean(diffs, channels, options.purge());
    return new PublishOutcome.Released(
        diffs.stream().filter(diff -> !diff.isEmpty()).map(ChannelDiff::summary).toList(),
        blobs,
        pages,
        asOf,
        published.freshUntil(),
        firstKeys,
        report.warnings(),
        report.overridden());
  }

  private List<ChannelDiff> compare(Authored.Content content)
      throws PublishException, ReleaseException {
    progress.at(Progress.Step.COMPARING, 0, 0);
    Map<Channel, PublishedState> states = new TreeMap<>();
    for (PublishedChannel channel : repository.channels()) {
      states.put(channel.channel(), PublishedState.read(channel, segments));
    }
    Map<Channel, List<Entity>> authored = new TreeMap<>();
    authored.put(Channel.COUNTY, new ArrayList<>());
    states.keySet().forEach(channel -> authored.put(channel, new ArrayList<>()));
    content
        .entries()
        .map(entry -> (Entity) entry.entity())
        .forEach(
            entity ->
                authored
                    .computeIfAbsent(Channel.of(entity.ref()), k -> new ArrayList<>())
                    .add(entity));
    List<ChannelDiff> diffs = new ArrayList<>();
    authored.forEach(
        (channel, entities) -> {
          PublishedState state = states.getOrDefault(channel, PublishedState.none(channel));
          diffs.add(ChannelDiff.of(state, entities, asOf));
        });
    return diffs;
  }

  /// An emptied folder or a wrong one must not take everything down at once.
  private static void requireFew(List<ChannelDiff> diffs, PublishOptions options)
      throws PublishException {
    long withdrawn = diffs.stream().mapToLong(diff -> diff.withdrawnItems().size()).sum();
    long live = diffs.stream().mapToLong(diff -> diff.before().live().size()).sum();
    if (!options.allowWithdrawals() && PublishLimits.STANDARD.isMany(withdrawn, live)) {
      throw new PublishException(
          "PUBLISH-MANY-WITHDRAWN",
          withdrawn + " of " + live + " entities would be withdrawn; is this the right folder?");
    }
  }

  private int putBlobs(Authored.Content content, List<ChannelDiff> diffs)
      throws IOException, PublishException {
    Set<String> needed = new HashSet<>();
    for (Entity entity : Publisher.puts(diffs)) {
      if (entity instanceof Item item) {
        item.blobs().stream().map(BlobRef::sha256).forEach(needed::add);
      }
    }
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

  private List<PublishedChannel> writeSegments(List<ChannelDiff> diffs, boolean purge)
      throws ReleaseException {
    ChannelWriter writer = new ChannelWriter(segments, asOf);
    List<PublishedChannel> channels = new ArrayList<>();
    for (ChannelDiff diff : diffs) {
      if (!diff.isEmpty() || purge) {
        channels.add(writer.write(diff, purge || !diff.withdrawnItems().isEmpty()));
      }
      progress.at(Progress.Step.SEGMENTS, channels.size(), diffs.size());
    }
    return channels;
  }

  private int writePages(Authored.Content content, List<ChannelDiff> diffs, boolean changed)
      throws IOException, PublishException {
    List<Item> items = Publisher.items(content);
    PhoneSite phone = new PhoneSite(content.site().entity(), Publisher.columns(content), items);
    Files.createDirectories(site.page("f"));
    PhonePages pages = new PhonePages(site, phone, asOf);
    Set<EntityRef> refs = new HashSet<>();
    diffs.forEach(diff -> diff.changes().stream().map(Change::ref).forEach(refs::add));
    boolean frame =
        refs.stream()
            .anyMatch(ref -> ref.kind() == EntityKind.SITE || ref.kind() == EntityKind.COLUMN);
    pages.write(items, refs, frame || pages.isOutdated(), progress);
    return pages.writeIndex(changed);
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

  /// Signs again where half of the time is over or it is asked for.
  private boolean renew(boolean wanted) throws ReleaseException {
    Duration half = policy.timestamp().dividedBy(2);
    boolean due =
        switch (repository.verify()) {
          case RefreshOutcome.Current current ->
              asOf.plus(half).isAfter(current.release().freshUntil());
          case RefreshOutcome.Refused ignored -> true;
          case RefreshOutcome.Unreachable ignored -> true;
        };
    if (due || wanted) {
      progress.at(Progress.Step.SIGNING, 0, 0);
      repository.renew();
    }
    return due || wanted;
  }

  /// After the release is visible: what nothing names any more goes, at once where it was
  /// withdrawn.
  private void clean(List<ChannelDiff> diffs, List<PublishedChannel> channels, boolean purge)
      throws IOException {
    Set<String> kept = new HashSet<>();
    Set<String> before = new HashSet<>();
    for (ChannelDiff diff : diffs) {
      diff.after().values().forEach(entity -> kept.addAll(entity.blobs()));
      before.addAll(diff.before().blobs());
    }
    before.removeAll(kept);
    for (String sha256 : before) {
      site.deleteBlob(sha256);
    }
    for (PublishedChannel channel : channels) {
      ChannelDiff diff =
          diffs.stream()
              .filter(d -> d.before().channel().equals(channel.channel()))
              .findFirst()
              .orElseThrow();
      boolean purged = purge || !diff.withdrawnItems().isEmpty();
      List<SegmentRef> earlier =
          purged
              ? List.of()
              : diff.before().published().map(PublishedChannel::segments).orElse(List.of());
      site.pruneSegments(channel, earlier);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
