package cn.gongkai.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a township's own signature to a terminal, and back from a stolen key, with the programs as
/// they are delivered.
class TownRoadTest {

  private static final String TOWN = "town-370323111";
  private static final String PLACE = "items/towns/370323111";
  private static final String NEWS = "370323111-2026-qiaoliang";

  @TempDir Path folder;
  private Path county;
  private Path township;
  private Path site;
  private Path terminal;
  private Path key;

  @BeforeEach
  void theCountySignsForEverybody() throws Exception {
    county = folder.resolve("county");
    township = folder.resolve("township");
    site = folder.resolve("site");
    terminal = Files.createDirectories(folder.resolve("terminal"));
    key = folder.resolve("town.pub");
    copy(Programs.root().resolve("content/sample"), county);
    for (String list : new String[] {"site.yaml", "columns.yaml", "halls.yaml", "topics.yaml"}) {
      Files.createDirectories(township);
      Files.copy(county.resolve(list), township.resolve(list));
    }
    copy(county.resolve(PLACE), township.resolve(PLACE));
    publish();
    sync();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static Programs.Ended done(Programs.Ended ended) {
    assertThat(ended.code()).as(ended.output()).isZero();
    return ended;
  }

  private void publish() {
    done(Programs.desk("publish", "" + county, "--site", "" + site));
  }

  private Programs.Ended sync() {
    return Programs.agent("--site", "" + site, "--terminal", "" + terminal, "--once");
  }

  private Programs.Ended sign(Path keys, Path to) {
    return Programs.desk(
        "town",
        "sign",
        "" + township,
        "--town",
        TOWN,
        "--keys",
        "" + keys,
        "--to",
        "" + to,
        "--from",
        "" + site);
  }

  private Programs.Ended take(Path handedOver) {
    return Programs.desk("town", "take", "" + handedOver, "" + county, "--site", "" + site);
  }

  private void makeAndAdopt(Path keys, String... more) {
    String[] make = {"town", "key", "--keys", "" + keys, "--town", TOWN, "--public", "" + key};
    done(Programs.desk(Stream.concat(Stream.of(make), Stream.of(more)).toArray(String[]::new)));
    done(
        Programs.desk(
            "keys", "adopt", "--keys", site + ".keys", "--town", TOWN, "--public", "" + key));
  }

  private void write(String title) throws IOException {
    Files.writeString(
        township.resolve(PLACE).resolve(NEWS + ".md"),
        """
        ---
        column: %s
        title: %s
        publisher: 南鲁山镇人民政府
        division: "370323111"
        publishedAt: 2026-03-01 08:00
        ---
        请走新桥。
        """
            .formatted(column(), title));
  }

  private String column() throws IOException {
    try (Stream<Path> files = Files.list(township.resolve(PLACE))) {
      String item =
          Files.readString(
              files.filter(f -> f.toString().endsWith(".md")).sorted().findFirst().orElseThrow());
      return item.lines()
          .filter(line -> line.startsWith("column: ") || line.startsWith("栏目: "))
          .map(line -> line.substring(line.indexOf(' ') + 1))
          .findFirst()
          .orElseThrow();
    }
  }

  private String found(String words) {
    return Programs.desk("search", "--terminal", "" + terminal, words).output();
  }

  @Test
  void aTownshipsOwnSignatureReachesTheHallAndAStolenKeyDoesNot() throws Exception {
    Path keys = folder.resolve("township.keys");
    Path handedOver = folder.resolve("hand-over");
    makeAndAdopt(keys);
    write("鸳鸯河彩虹桥通车");
    done(sign(keys, handedOver));
    done(take(handedOver));
    publish();
    done(sync());
    assertThat(found("彩虹桥")).contains("通车");

    Path stolen = folder.resolve("stolen.keys");
    copy(keys, stolen);
    Path thiefs = folder.resolve("thiefs");
    copy(handedOver, thiefs);
    write("鸳鸯河彩虹桥塌了");
    done(sign(stolen, thiefs));
    done(take(thiefs));
    publish();
    done(Programs.desk("keys", "revoke", "--keys", site + ".keys", "--town", TOWN));
    done(Programs.desk("renew", "--site", "" + site));
    Programs.Ended refusing = sync();
    assertThat(found("彩虹桥")).contains("通车").doesNotContain("塌了");
    assertThat(refusing.output() + verify()).contains(TOWN);

    makeAndAdopt(keys, "--new");
    write("鸳鸯河彩虹桥养护");
    done(sign(keys, handedOver));
    done(take(handedOver));
    publish();
    done(sync());
    assertThat(found("彩虹桥")).contains("养护").doesNotContain("塌了");
    assertThat(take(thiefs).output()).contains("RELEASE-TUF-");
    done(Programs.desk("verify", "--terminal", "" + terminal, "--full"));
  }

  private String verify() {
    return Programs.desk("verify", "--terminal", "" + terminal).output();
  }
}
