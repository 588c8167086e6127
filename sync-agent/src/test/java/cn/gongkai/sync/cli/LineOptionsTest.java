package cn.gongkai.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.sync.config.NightHours;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.site.SiteSource;
import cn.gongkai.sync.transfer.MeteredSite;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LineOptionsTest {

  /// What picocli needs around options.
  @CommandLine.Command
  private static final class Words {
    @CommandLine.Mixin private LineOptions line = new LineOptions();
  }

  private static LineOptions parse(String... words) {
    Words command = new Words();
    new CommandLine(command).parseArgs(words);
    return command.line;
  }

  @Test
  void withoutAWordTheLineIsFree() {
    LineOptions line = parse();
    assertThat(line.findFault()).isEmpty();
    assertThat(line.share()).isEmpty();
    assertThat(line.applyTo(SyncLimits.DEFAULT).night()).isEqualTo(NightHours.ANY_TIME);
    List<SiteSource> sites = List.of(new FolderSite(Path.of("x")));
    assertThat(line.metered(sites, Clock.systemUTC())).isEqualTo(sites);
  }

  @Test
  void theNightIsReadWithItsSizeAndPatience() {
    NightHours night =
        parse("--night", "22:00-06:30", "--night-over", "5", "--night-days", "2")
            .applyTo(SyncLimits.DEFAULT)
            .night();
    assertThat(night.from()).isEqualTo(LocalTime.of(22, 0));
    assertThat(night.until()).isEqualTo(LocalTime.of(6, 30));
    assertThat(night.largeBytes()).isEqualTo(5L << 20);
    assertThat(night.patience()).isEqualTo(Duration.ofDays(2));
  }

  @Test
  void aCeilingIsSharedByAllSites() {
    List<SiteSource> sites = List.of(new FolderSite(Path.of("x")), new FolderSite(Path.of("y")));
    assertThat(parse("--bandwidth", "512").metered(sites, Clock.systemUTC()))
        .hasSize(2)
        .allMatch(MeteredSite.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"22:00", "22-6", "25:00-06:00", "", "a-b", "22:00-06:00-07:00"})
  void hoursThatAreNoneAreSaidToBeWrong(String hours) {
    assertThat(parse("--night", hours).findFault()).isPresent();
  }

  @Test
  void aCeilingBelowThatOfASourceThatDripsIsRefused() {
    assertThat(parse("--bandwidth", "7").findFault()).isPresent();
    assertThat(parse("--bandwidth", "8").findFault()).isEmpty();
  }
}
