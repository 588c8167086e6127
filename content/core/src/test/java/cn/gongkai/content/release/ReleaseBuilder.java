package cn.gongkai.content.release;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.release.sign.Published;
import cn.gongkai.content.release.sign.Repository;
import cn.gongkai.content.release.sign.RepositoryPolicy;
import cn.gongkai.content.release.sign.SigningKeys;
import cn.gongkai.content.release.tuf.PublishedChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Publishes real releases into a folder, from entities a test names: keys are made, segments
/// written, metadata signed. What [Repository] does for the desk, with a desk's memory.
public final class ReleaseBuilder {

  private record Live(long sequence, Entity entity) {}

  private static final class Line {
    private final SortedMap<EntityRef, Live> live = new TreeMap<>(HeadDigest.ORDER);
    private final List<NumberedChange> pending = new ArrayList<>();
    private final List<SegmentRef> segments = new ArrayList<>();
    private long sequence;
    private long published;
  }

  private final Path site;
  private final SigningKeys keys;
  private final Clock clock;
  private final RepositoryPolicy policy;
  private final SortedMap<Channel, Line> lines = new TreeMap<>();

  public ReleaseBuilder(Path site, Path keys, Clock clock, RepositoryPolicy policy)
      throws ReleaseException {
    this.site = site;
    this.keys = SigningKeys.open(keys);
    this.clock = clock;
    this.policy = policy;
  }

  public ReleaseBuilder put(Entity... entities) {
    for (Entity entity : entities) {
      Line line = line(entity.ref());
      NumberedChange change = SampleEntities.put(++line.sequence, entity);
      line.live.put(entity.ref(), new Live(line.sequence, entity));
      line.pending.removeIf(earlier -> earlier.change().ref().equals(entity.ref()));
      line.pending.add(change);
    }
    return this;
  }

  public ReleaseBuilder delete(EntityRef ref) {
    Line line = line(ref);
    line.live.remove(ref);
    line.pending.removeIf(earlier -> earlier.change().ref().equals(ref));
    line.pending.add(SampleEntities.delete(++line.sequence, ref));
    return this;
  }

  /// Puts a file among the site's blobs and names it.
  public BlobRef blob(byte[] bytes, String mediaType) {
    List<String> chunks = new ArrayList<>();
    for (int at = 0; at < bytes.length && bytes.length > BlobRef.CHUNK_BYTES; ) {
      int end = Math.min(bytes.length, at + BlobRef.CHUNK_BYTES);
      chunks.add(Sha256.hex(Arrays.copyOfRange(bytes, at, end)));
      at = end;
    }
    BlobRef ref = new BlobRef(Sha256.hex(bytes), bytes.length, mediaType, chunks);
    try {
      DurableFile.write(site.resolve("blobs").resolve(ref.path()), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ref;
  }

  /// Publishes what has changed since the last time: a base for a new channel, else a delta.
  public Published publish() throws ReleaseException {
    List<PublishedChannel> changed = new ArrayList<>();
    for (Map.Entry<Channel, Line> entry : lines.entrySet()) {
      if (!entry.getValue().pending.isEmpty()) {
        changed.add(seal(entry.getKey(), entry.getValue()));
      }
    }
    return publish(changed);
  }

  /// Publishes channels just as they are given, right or wrong.
  public Published publish(List<PublishedChannel> channels) throws ReleaseException {
    List<String> roles = new ArrayList<>(SigningKeys.TOP_LEVEL);
    channels.stream()
        .map(c -> c.channel())
        .filter(Channel::isTown)
        .forEach(c -> roles.add(c.name()));
    keys.createMissing(roles);
    return repository().publish(channels);
  }

  private PublishedChannel seal(Channel channel, Line line) throws ReleaseException {
    SegmentFolder folder = new SegmentFolder(site.resolve("targets"));
    boolean first = line.published == 0;
    List<NumberedChange> changes = first ? living(line) : line.pending;
    SegmentHeader header = new SegmentHeader(channel, line.published, line.sequence, first);
    line.segments.add(folder.write(header, clock.instant(), changes.iterator()));
    line.published = line.sequence;
    line.pending.clear();
    return new PublishedChannel(head(channel), line.segments);
  }

  private static List<NumberedChange> living(Line line) {
    return line.live.values().stream()
        .sorted(Comparator.comparingLong(Live::sequence))
        .map(live -> SampleEntities.put(live.sequence(), live.entity()))
        .toList();
  }

  /// The head of a channel as it is in this builder's memory.
  public ChannelHead head(Channel channel) {
    Line line = lines.getOrDefault(channel, new Line());
    HeadDigest digest = new HeadDigest();
    line.live.forEach(
        (ref, live) -> digest.add(ref, HeadDigest.hash(EntityJson.write(live.entity()))));
    return digest.toHead(channel, line.sequence, clock.instant());
  }

  public List<SegmentRef> segments(Channel channel) {
    return List.copyOf(lines.getOrDefault(channel, new Line()).segments);
  }

  public Repository repository() {
    return new Repository(site, keys, policy, clock);
  }

  public SigningKeys keys() {
    return keys;
  }

  public Path site() {
    return site;
  }

  /// The first root: what a terminal is shipped with.
  public byte[] firstRoot() {
    try {
      return Files.readAllBytes(site.resolve("metadata/1.root.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Line line(EntityRef ref) {
    return lines.computeIfAbsent(Channel.of(ref), channel -> new Line());
  }
}
