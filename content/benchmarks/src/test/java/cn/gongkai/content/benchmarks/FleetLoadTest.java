package cn.gongkai.content.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.desk.web.SiteServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetLoadTest {

  @Test
  void aSmallFleetPollsTheDesksServerAndFetchesTheChange(@TempDir Path folder) throws Exception {
    StringWriter report = new StringWriter();
    FleetSite site = FleetSite.publish(folder, 30);
    assertThat(site.day()).hasSizeGreaterThanOrEqualTo(8);
    try (SiteServer server = SiteServer.start(site.root(), InetAddress.getLoopbackAddress(), 0)) {
      FleetLoad.Summary all =
          new FleetLoad(new FleetLoad.Fleet(60, 1, 100), new PrintWriter(report, true))
              .run(site, server.port(), () -> 0);
      long changed = 60 - all.unchanged();
      assertThat(all.failures()).isZero();
      assertThat(changed).isPositive();
      assertThat(all.requests()).isEqualTo(60 + changed * site.day().size());
    }
    List<String> rows =
        report.toString().lines().filter(line -> line.matches("\\| \\d.*")).toList();
    assertThat(rows).hasSize(6);
  }
}
