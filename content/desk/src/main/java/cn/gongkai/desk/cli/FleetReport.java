package cn.gongkai.desk.cli;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.desk.fleet.Expected;
import cn.gongkai.desk.fleet.Fleet;
import cn.gongkai.desk.fleet.FleetLimits;
import cn.gongkai.desk.fleet.FleetPage;
import cn.gongkai.desk.fleet.FleetRow;
import cn.gongkai.desk.fleet.ReportsFolder;
import cn.gongkai.desk.publish.PublishedSite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All terminals as they stand beside what a site publishes. Thread-safe: one page is made at a
/// time, and serves whoever asks in the seconds after.
final class FleetReport {

  private static final Duration KEPT = Duration.ofSeconds(15);

  private final ReportsFolder reports;
  private final Path site;
  private final FleetLimits limits;
  private final Clock clock;
  private Optional<Made> kept = Optional.empty();

  FleetReport(ReportsFolder reports, Path site, FleetLimits limits, Clock clock) {
    this.reports = reports;
    this.site = site;
    this.limits = limits;
    this.clock = clock;
  }

  /// Rows with what makes a page of them.
  record Made(Instant at, List<FleetRow> rows, FleetPage page) {}

  /// @param from how many rows are left out
  synchronized String html(int from) throws IOException, ReleaseException {
    Instant now = clock.instant();
    if (kept.filter(it -> !now.isBefore(it.at()) && now.isBefore(it.at().plus(KEPT))).isEmpty()) {
      kept = Optional.of(make(false));
    }
    Made made = kept.orElseThrow();
    return made.page().of(made.rows(), from);
  }

  /// @param proven every receipt is read again
  Made make(boolean proven) throws IOException, ReleaseException {
    PublishedSite published = PublishedSite.read(site, clock);
    Expected expected = new Expected(published.name(), published.heads(), published.halls());
    Fleet fleet = new Fleet(reports, expected, limits, clock);
    return new Made(
        clock.instant(),
        proven ? fleet.provenRows() : fleet.rows(),
        new FleetPage(expected, limits, clock));
  }
}
