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
import java.util.List;

/// All terminals as they stand beside what a site publishes at this moment.
record FleetReport(ReportsFolder reports, Path site, FleetLimits limits, Clock clock) {

  List<FleetRow> rows() throws IOException, ReleaseException {
    return new Fleet(reports, expected(), limits, clock).rows();
  }

  String html() throws IOException, ReleaseException {
    Expected expected = expected();
    List<FleetRow> rows = new Fleet(reports, expected, limits, clock).rows();
    return new FleetPage(expected, clock).of(rows);
  }

  private Expected expected() throws ReleaseException {
    PublishedSite published = PublishedSite.read(site, clock);
    return new Expected(published.name(), published.heads(), published.halls());
  }
}
