package cn.gongkai.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseRulesTest {

  @TempDir Path tree;

  @Test
  void theTreeKeepsTheRulesOfTheHouse() throws IOException {
    assertThat(HouseRules.violations(Path.of(System.getProperty("gongkai.root")))).isEmpty();
  }

  @Test
  void aCallOfTheWallClockIsFound() throws IOException {
    Path file = tree.resolve("content/core/src/main/java/a/A.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "package a;\nclass A { Object o = Instant.now(); }\n");
    assertThat(HouseRules.violations(tree))
        .containsExactlyInAnyOrder(
            "content/core/src/main/java/a/A.java:2: clock: take a java.time.Clock in the"
                + " constructor",
            "content/core/src/main/java/a/A.java: package without package-info.java: add one with"
                + " @NullMarked");
  }

  @Test
  void aColourBesideTheTokensIsFound() throws IOException {
    Path file = tree.resolve("kiosk-app/src/main/resources/a/home.css");
    Files.createDirectories(file.getParent());
    Files.writeString(file, ".tile { -fx-background-color: #fff; }\n");
    assertThat(HouseRules.violations(tree)).singleElement().asString().contains("tokens.css");
  }

  @Test
  void aLargeFileIsFound() throws IOException {
    Files.write(tree.resolve("model.bin"), new byte[1_000_001]);
    assertThat(HouseRules.violations(tree)).singleElement().asString().contains("under 1 MB");
  }
}
