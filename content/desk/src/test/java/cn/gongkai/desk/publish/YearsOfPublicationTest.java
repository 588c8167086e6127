package cn.gongkai.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Topic;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.HeadDigest;
import cn.gongkai.content.release.NumberedChange;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentPlan;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.desk.index.NameTable;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fifteen years of a channel, written by the publisher's own writer.
class YearsOfPublicationTest {

  private static final int YEARS = 15;
  private static final int LISTED_MAX = 40;

  @TempDir Path temp;

  private final ManualClock clock = ManualClock.at("2020-01-01T01:00:00Z");
  private final SortedMap<EntityRef, Entity> model = new TreeMap<>(HeadDigest.ORDER);
  private final List<Age> ages = new ArrayList<>();
  private Optional<PublishedChannel> published = Optional.empty();
  private long deltaBytes;
  private long writtenBytes;

  /// What a terminal holds that was last up to date at this number.
  private record Age(long sequence, Map<EntityRef, String> state) {}

  @Test
  void aTerminalOfAnyAgeReachesTheSameStateByAShortList() throws Exception {
    long seed = System.nanoTime();
    System.out.println("YearsOfPublicationTest seed " + seed);
    Random random = new Random(seed);
    SegmentFolder folder = new SegmentFolder(temp.resolve("targets"));
    Instant end = clock.instant().plus(Duration.ofDays(365L * YEARS));
    int releases = 0;
    while (clock.instant().isBefore(end)) {
      boolean busy = random.nextInt(40) == 0;
      for (int n = busy ? 7 : 1; n > 0; n--) {
        release(folder, random);
        releases++;
        assertThat(published.orElseThrow().segments()).hasSizeLessThanOrEqualTo(LISTED_MAX);
        clock.advance(Duration.ofMinutes(20));
      }
      if (random.nextInt(60) == 0) {
        requireAnyAge(folder, random, "seed " + seed + " release " + releases);
      }
      clock.advance(Duration.ofDays(1 + random.nextInt(8)));
    }
    requireAnyAge(folder, random, "seed " + seed + " at the end");
    assertThat(releases).isGreaterThan(1_000);
    // Four times in the life of a change, the bases, and the first line of every small segment.
    assertThat(writtenBytes).as("bytes written for bytes published").isLessThan(16 * deltaBytes);
  }

  private void release(SegmentFolder folder, Random random) throws Exception {
    PublishedState before = new PublishedState(Channel.COUNTY, published, live(model));
    SortedMap<EntityRef, Entity> next = new TreeMap<>(model);
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      Topic topic = topic(random.nextInt(400), random.nextInt());
      next.put(topic.ref(), topic);
    }
    if (random.nextInt(10) == 0 && next.size() > 20) {
      next.remove(List.copyOf(next.keySet()).get(random.nextInt(next.size())));
    }
    ChannelDiff diff = ChannelDiff.of(before, next.values(), clock.instant());
    if (diff.isEmpty()) {
      return;
    }
    List<SegmentRef> earlier = published.map(PublishedChannel::segments).orElse(List.of());
    ReleaseRows none = new ReleaseRows(List.of(), new NameTable(), new NameTable());
    PublishedChannel now =
        new ChannelWriter(folder, clock.instant()).write(diff, none::head, false);
    boolean redacted = !diff.deletes().isEmpty();
    if (!redacted) {
      now.segments().stream()
          .filter(segment -> !earlier.contains(segment))
          .forEach(segment -> writtenBytes += segment.rawLength());
      diff.changes().forEach(change -> deltaBytes += line(change));
    }
    published = Optional.of(now);
    model.clear();
    model.putAll(next);
    ages.add(new Age(now.head().sequence(), state()));
    if (ages.size() > 300) {
      ages.remove(random.nextInt(ages.size()));
    }
  }

  private static long line(Change change) {
    return change instanceof Change.Put put ? put.json().length() + 20 : 100;
  }

  private static Topic topic(int number, int value) {
    return new Topic("t" + number, "主题" + value, 1, "heart", List.of());
  }

  private static SortedMap<EntityRef, LiveEntity> live(Map<EntityRef, Entity> entities) {
    SortedMap<EntityRef, LiveEntity> live = new TreeMap<>(HeadDigest.ORDER);
    entities.forEach(
        (ref, entity) -> live.put(ref, LiveEntity.of(entity, EntityJson.write(entity))));
    return live;
  }

  private Map<EntityRef, String> state() {
    Map<EntityRef, String> state = new TreeMap<>();
    model.forEach((ref, entity) -> state.put(ref, EntityJson.write(entity)));
    return state;
  }

  private void requireAnyAge(SegmentFolder folder, Random random, String what) throws Exception {
    PublishedChannel now = published.orElseThrow();
    Map<EntityRef, String> expected = state();
    for (int n = 0; n < 8; n++) {
      Age age = n == 0 ? new Age(0, Map.of()) : ages.get(random.nextInt(ages.size()));
      SegmentPlan plan = SegmentPlan.of(age.sequence(), now.head().sequence(), now.segments());
      Map<EntityRef, String> state = new TreeMap<>(age.state());
      if (plan instanceof SegmentPlan.Steps steps) {
        for (SegmentRef step : steps.segments()) {
          apply(folder, step, state);
        }
      }
      assertThat(state).as(what + ", from " + age.sequence()).isEqualTo(expected);
    }
  }

  private static void apply(SegmentFolder folder, SegmentRef step, Map<EntityRef, String> state)
      throws Exception {
    if (step.base()) {
      state.clear();
    }
    try (SegmentReader reader = folder.open(step)) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        NumberedChange numbered = next.get();
        switch (numbered.change()) {
          case Change.Put put -> state.put(put.ref(), put.json());
          case Change.Delete delete -> state.remove(delete.ref());
        }
      }
    }
  }
}
