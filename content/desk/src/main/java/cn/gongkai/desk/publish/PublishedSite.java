package cn.gongkai.desk.publish;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.Hall;
import cn.gongkai.content.model.Site;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.NumberedChange;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentPlan;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.sign.MemoryTrust;
import cn.gongkai.content.release.sign.MetadataFolder;
import cn.gongkai.content.release.tuf.MetadataSource.Fetched;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.Refresh;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.TrustedRelease;
import cn.gongkai.content.release.tuf.TufLimits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a site's folder publishes now, read back and verified as a terminal would: its heads, its
/// halls and its name.
///
/// @param heads of all channels, the county's first
public record PublishedSite(String name, List<ChannelHead> heads, List<Hall> halls) {

  /// What has expired is still what is published.
  private static final Duration ANY_AGE = Duration.ofDays(36_500);

  public PublishedSite {
    heads = List.copyOf(heads);
    halls = List.copyOf(halls);
  }

  /// @throws ReleaseException where the site is none, or not what was signed
  public static PublishedSite read(Path site, Clock clock) throws ReleaseException {
    TrustedRelease release = release(site, clock);
    Map<String, Hall> halls = new TreeMap<>();
    Optional<String> name = Optional.empty();
    PublishedChannel county = release.channels().getFirst();
    SegmentFolder segments = new SegmentFolder(site.resolve("targets"));
    if (SegmentPlan.fromBase(county.head().sequence(), county.segments())
        instanceof SegmentPlan.Steps steps) {
      for (SegmentRef segment : steps.segments()) {
        try (SegmentReader reader = segments.open(segment)) {
          Optional<String> said = structure(reader, halls);
          name = said.isPresent() ? said : name;
        }
      }
    }
    return new PublishedSite(
        name.orElse(String.valueOf(site.getFileName())),
        release.channels().stream().map(PublishedChannel::head).toList(),
        List.copyOf(halls.values()));
  }

  private static TrustedRelease release(Path site, Clock clock) throws ReleaseException {
    MetadataFolder metadata = new MetadataFolder(site.resolve("metadata"));
    if (!(metadata.fetch("1.root.json", TufLimits.STANDARD.rootBytes())
        instanceof Fetched.Found root)) {
      throw ReleaseException.refused("RELEASE-TUF-ABSENT", "metadata/1.root.json", "nothing");
    }
    Refresh refresh =
        new Refresh(
            metadata,
            new MemoryTrust(root.bytes()),
            clock,
            TufLimits.STANDARD.withExpiredFor(ANY_AGE),
            ReleaseLimits.STANDARD);
    return switch (refresh.run()) {
      case RefreshOutcome.Current current -> current.release();
      case RefreshOutcome.Refused no ->
          throw ReleaseException.refused(no.code(), no.expected(), no.actual());
      case RefreshOutcome.Unreachable no ->
          throw ReleaseException.refused(no.code(), "the site's metadata", no.why());
    };
  }

  /// @return the name of the site where the segment says it
  private static Optional<String> structure(SegmentReader reader, Map<String, Hall> halls)
      throws ReleaseException {
    Optional<String> name = Optional.empty();
    Optional<NumberedChange> next = reader.next();
    while (next.isPresent()) {
      switch (next.get().change()) {
        case Change.Put put -> {
          if (put.entity() instanceof Hall hall) {
            halls.put(hall.id(), hall);
          } else if (put.entity() instanceof Site site) {
            name = Optional.of(site.name());
          }
        }
        case Change.Delete delete -> {
          if (delete.ref().kind() == EntityKind.HALL) {
            halls.remove(delete.ref().key());
          }
        }
      }
      next = reader.next();
    }
    return name;
  }
}
