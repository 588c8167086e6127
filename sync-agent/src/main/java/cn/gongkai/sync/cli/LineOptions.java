package cn.gongkai.sync.cli;

import cn.gongkai.sync.config.NightHours;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.SiteSource;
import cn.gongkai.sync.transfer.Ceiling;
import cn.gongkai.sync.transfer.MeteredSite;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a hall's line may be used for: neighbours, a ceiling, hours for large files.
final class LineOptions {

  /// Less could not be told from a source that drips.
  private static final long CEILING_KIB_MIN = 8;

  @Option(
      names = "--neighbour",
      paramLabel = "URL_OR_DIR",
      description = "another terminal that shares its files, or a folder with them; asked first")
  private List<String> neighbours = new ArrayList<>();

  @Option(
      names = "--share",
      paramLabel = "PORT",
      description = "serve this terminal's files to neighbours on the local network")
  private @Nullable Integer share;

  @Option(
      names = "--bandwidth",
      paramLabel = "KIB",
      description = "at most so many KiB a second from the site, at least " + CEILING_KIB_MIN)
  private @Nullable Long bandwidth;

  @Option(
      names = "--night",
      paramLabel = "HOURS",
      description = "fetch large files between these hours only, for example 22:00-06:00")
  private @Nullable String night;

  @Option(
      names = "--night-over",
      paramLabel = "MIB",
      description = "what is a large file (default: ${DEFAULT-VALUE})",
      defaultValue = "20")
  private long nightOver;

  @Option(
      names = "--night-days",
      paramLabel = "DAYS",
      description = "fetch them by day after so many days (default: ${DEFAULT-VALUE})",
      defaultValue = "3")
  private long nightDays;

  List<String> neighbours() {
    return neighbours;
  }

  Optional<Integer> share() {
    return Optional.ofNullable(share);
  }

  /// @return what is wrong with them, empty where nothing is
  Optional<String> findFault() {
    if (bandwidth != null && bandwidth < CEILING_KIB_MIN) {
      return Optional.of("--bandwidth is at least " + CEILING_KIB_MIN);
    }
    try {
      hours();
      return Optional.empty();
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      return Optional.of("--night is written as 22:00-06:00");
    }
  }

  SyncLimits applyTo(SyncLimits limits) {
    return limits.withNight(hours());
  }

  private NightHours hours() {
    if (night == null) {
      return NightHours.ANY_TIME;
    }
    String[] ends = night.split("-", 2);
    return new NightHours(
        LocalTime.parse(ends[0].strip()),
        LocalTime.parse(ends[1].strip()),
        ZoneId.systemDefault(),
        Math.clamp(nightOver, 0, 1 << 20) << 20,
        Duration.ofDays(Math.clamp(nightDays, 0, 365)));
  }

  /// One ceiling for all sites together: they share the line.
  List<SiteSource> metered(List<SiteSource> sites, Clock clock) {
    if (bandwidth == null) {
      return sites;
    }
    Ceiling ceiling = new Ceiling(bandwidth << 10, clock, LineOptions::pause);
    return sites.stream().<SiteSource>map(site -> new MeteredSite(site, ceiling)).toList();
  }

  static void pause(Duration duration) throws InterruptedException {
    boolean never = new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
    assert !never;
  }
}
