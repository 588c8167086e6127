package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every row of the table of faults has a test that is named after it.
class FaultTableIsWholeTest {

  private static final Pattern NAMED = Pattern.compile("@DisplayName\\(\"(\\d+) (.+?)\"");

  private static final List<String> ROWS =
      List.of(
          "kill -9",
          "power loss",
          "flipped byte",
          "stale mirror",
          "slow-loris",
          "decompression bomb",
          "disk full",
          "clock ten years",
          "replayed metadata",
          "mix-and-match",
          "stolen township key",
          "hostile stick",
          "two agents",
          "captive portal");

  @Test
  void everyRowHasATestNamedAfterIt() throws Exception {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
      for (Path test : tests.filter(file -> file.toString().endsWith(".java")).toList()) {
        Matcher named = NAMED.matcher(Files.readString(test));
        while (named.find()) {
          String row = ROWS.get(Integer.parseInt(named.group(1)) - 1);
          if (named.group(2).contains(row)) {
            found.add(row);
          }
        }
      }
    }
    assertThat(
            IntStream.range(0, ROWS.size())
                .filter(row -> !found.contains(ROWS.get(row)))
                .mapToObj(row -> (row + 1) + " " + ROWS.get(row))
                .collect(Collectors.toList()))
        .as("rows without a test")
        .isEmpty();
  }
}
