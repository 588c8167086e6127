package cn.gongkai.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.desk.publish.Progress;
import cn.gongkai.desk.publish.PublishOptions;
import cn.gongkai.desk.publish.Publisher;
import cn.gongkai.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way out that `docs/runbook-keys.md` describes for a desk which published with a clock far
/// ahead, with the real desk and the packaged agent.
class ClockFarAheadTest {

  @TempDir Path folder;
  private SmallCounty county;
  private Path authored;
  private Path site;
  private Path keys;
  private Path backup;
  private Path terminal;

  @BeforeEach
  void aTerminalThatIsUpToDate() throws IOException {
    authored = folder.resolve("authored");
    site = folder.resolve("site");
    keys = folder.resolve("site.keys");
    backup = folder.resolve("backup");
    terminal = folder.resolve("terminal");
    county = SmallCounty.in(authored);
    county.writeItem("zc-before", "", "照此办理。");
    done(publish());
    done(sync());
    copy(site.resolve("metadata"), backup.resolve("metadata"), true);
    copy(site.resolve("targets"), backup.resolve("targets"), true);
  }

  @Test
  void aDeskTenYearsAheadLeavesNoTerminalBehind() throws Exception {
    publishAhead(Duration.ofDays(3_650));
    restoreWithoutTheWrongTime();
    theTerminalFollows();
  }

  @Test
  void aDeskAMonthAheadLeavesNoTerminalBehind() throws Exception {
    publishAhead(Duration.ofDays(30));
    restoreWithoutTheWrongTime();
    theTerminalFollows();
  }

  /// Three items are published by the wrong clock, so that the right release has lower numbers.
  private void publishAhead(Duration ahead) throws Exception {
    for (String id : List.of("zc-a", "zc-b", "zc-c")) {
      county.writeItem(id, "", "照此办理。");
    }
    ManualClock clock = ManualClock.at(Instant.now().plus(ahead).toString());
    new Publisher(site, keys, clock, Progress.SILENT).publish(authored, PublishOptions.STANDARD);
    done(sync());
    for (String id : List.of("zc-a", "zc-b", "zc-c")) {
      county.deleteItem(id);
    }
    county.writeItem("zc-after", "", "照此办理。");
    Programs.Ended refused = publish();
    assertThat(refused.code()).isNotZero();
    assertThat(refused.output()).contains("RELEASE-CLOCK");
  }

  /// The files of before, but for roots, which cannot be taken back.
  private void restoreWithoutTheWrongTime() throws IOException {
    try (Stream<Path> files = Files.list(site.resolve("metadata"))) {
      for (Path file : files.filter(file -> !file.toString().endsWith("root.json")).toList()) {
        Files.delete(file);
      }
    }
    copy(backup.resolve("metadata"), site.resolve("metadata"), false);
    copy(backup.resolve("targets"), site.resolve("targets"), false);
    for (String role : List.of("timestamp", "snapshot", "targets")) {
      done(Programs.desk("keys", "rotate", "--keys", keys.toString(), "--role", role));
    }
    done(publish());
  }

  private void theTerminalFollows() {
    Programs.Ended synced = sync();
    done(synced);
    assertThat(search("zc-after")).contains("zc-after · ");
    assertThat(search("zc-before")).contains("zc-before · ");
    assertThat(search("zc-b")).doesNotContain("zc-b · ");
    Programs.Ended again = sync();
    done(again);
    assertThat(again.output()).doesNotContain("CLOCK");
  }

  private String search(String id) {
    return Programs.desk("search", "关于" + id + "的通知", "--terminal", terminal.toString()).output();
  }

  private Programs.Ended publish() {
    return Programs.desk("publish", authored.toString(), "--site", site.toString());
  }

  private Programs.Ended sync() {
    return Programs.agent("--site", site.toString(), "--terminal", terminal.toString(), "--once");
  }

  private static void done(Programs.Ended ended) {
    assertThat(ended.code()).as(ended.output()).isZero();
  }

  /// @param roots whether roots are copied too
  private static void copy(Path from, Path to, boolean roots) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (roots || !file.toString().endsWith("root.json")) {
          Path target = to.resolve(from.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
