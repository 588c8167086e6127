package cn.gongkai.desk.publish;

import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.tuf.PublishedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes from a site what no release names any more: at once what holds withdrawn text, the rest
/// after a time in which terminals may still be fetching it.
final class SiteCleaning {

  private static final String SEGMENT = "targets/";
  private static final String BLOB = "blobs/";

  private final SiteFolder site;
  private final ReleaseRows rows;
  private final Set<String> listed;
  private final Instant now;
  private final UnlistedFiles unlisted;

  private SiteCleaning(
      SiteFolder site, ReleaseRows rows, Set<String> listed, Instant now, UnlistedFiles unlisted) {
    this.site = site;
    this.rows = rows;
    this.listed = listed;
    this.now = now;
    this.unlisted = unlisted;
  }

  /// @param channels as they are published now, or are about to be
  static SiteCleaning of(
      SiteFolder site, ReleaseRows rows, List<PublishedChannel> channels, Instant now)
      throws IOException {
    Set<String> listed =
        channels.stream()
            .flatMap(channel -> channel.segments().stream())
            .map(segment -> SEGMENT + segment.filePath())
            .collect(Collectors.toSet());
    UnlistedFiles unlisted = UnlistedFiles.read(site.work().resolve("unlisted.tsv"));
    return new SiteCleaning(site, rows, listed, now, unlisted);
  }

  /// Notes, before a release is signed, what it no longer names: where the machine stops in
  /// between, the next publication takes it away.
  ///
  /// @param purge nothing of earlier text may be left, also of items that were only changed
  void announce(List<ChannelDiff> diffs, boolean purge) throws IOException {
    Set<String> gone = new HashSet<>();
    Set<String> atOnce = new HashSet<>();
    for (ChannelDiff diff : diffs) {
      gone.addAll(diff.before().blobs());
      for (EntityRef ref : diff.withdrawnItems()) {
        LiveEntity before = diff.before().live().get(ref);
        atOnce.addAll(before == null ? List.of() : before.blobs());
      }
      if (purge || !diff.withdrawnItems().isEmpty()) {
        unlisted.put(unlistedSegments(diff.before().channel()), Instant.EPOCH);
      }
    }
    if (purge) {
      atOnce.addAll(gone);
      unlisted.put(unlisted.names(), Instant.EPOCH);
    }
    rows.removeUsed(gone);
    rows.removeUsed(atOnce);
    unlisted.add(gone.stream().map(blob -> BLOB + blob).toList(), now);
    unlisted.put(atOnce.stream().map(blob -> BLOB + blob).toList(), Instant.EPOCH);
    unlisted.write();
  }

  /// Segments that are not listed may hold the text of what was withdrawn.
  private List<String> unlistedSegments(Channel channel) throws IOException {
    String folder = SEGMENT + "ch/" + channel.name() + "/";
    return site.segmentFiles().stream()
        .map(file -> SEGMENT + file)
        .filter(name -> name.startsWith(folder) && !listed.contains(name))
        .toList();
  }

  /// Notes what is not listed and takes away what has not been for long enough.
  ///
  /// @return how many files
  int tidy() throws IOException {
    List<String> before = unlisted.names();
    unlisted.remove(listed);
    unlisted.add(
        site.segmentFiles().stream()
            .map(file -> SEGMENT + file)
            .filter(name -> !listed.contains(name))
            .toList(),
        now);
    Set<String> blobs = new HashSet<>();
    List<String> over = unlisted.over(PublishLimits.STANDARD.grace(), now);
    over.stream()
        .filter(n -> n.startsWith(BLOB))
        .forEach(n -> blobs.add(n.substring(BLOB.length())));
    rows.removeUsed(blobs);
    int removed = 0;
    for (String name : over) {
      if (name.startsWith(SEGMENT)) {
        Files.deleteIfExists(site.root().resolve(name));
        removed++;
      } else if (blobs.contains(name.substring(BLOB.length()))) {
        site.deleteBlob(name.substring(BLOB.length()));
        removed++;
      }
    }
    unlisted.remove(over);
    if (!before.equals(unlisted.names())) {
      unlisted.write();
    }
    return removed;
  }
}
