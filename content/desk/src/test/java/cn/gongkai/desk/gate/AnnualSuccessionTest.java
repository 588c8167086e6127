package cn.gongkai.desk.gate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.AuthoredFolder;
import cn.gongkai.desk.problem.Problem;
import cn.gongkai.desk.sample.SampleFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnualSuccessionTest {

  @TempDir Path temp;
  private SampleFolder folder;

  @BeforeEach
  void writeFolder() throws IOException {
    folder = SampleFolder.in(temp.resolve("authored"));
  }

  /// A report of which only the rows and figures that lead from year to year are not nought.
  private void report(int year, String published, int carriedOver, int carriedForward, int inForce)
      throws IOException {
    int received = 10 + carriedForward - carriedOver;
    String rows =
        AnnualArithmetic.ROWS.stream()
            .map(
                key ->
                    switch (key) {
                      case "new_received" -> row(key, received);
                      case "carried_over" -> row(key, carriedOver);
                      case "granted", "results_total" -> row(key, 10);
                      case "carried_forward" -> row(key, carriedForward);
                      default -> row(key, 0);
                    })
            .collect(Collectors.joining());
    folder.write(
        "files/nb-" + year + ".yaml",
        "proactive: {normative.issued: 5, normative.abolished: 2, normative.in_force: "
            + inForce
            + "}\napplications:\n"
            + rows);
    folder.write(
        "items/zc/nb-" + year + ".md",
        """
        ---
        column: zcwj
        title: 年度报告
        publisher: 测试县人民政府
        publishedAt: %s
        annualReport: {year: %d, figures: /files/nb-%d.yaml}
        ---
        正文。
        """
            .formatted(published, year, year));
  }

  private static String row(String key, int value) {
    return "  - {key: "
        + key
        + ", label: 行, values: ["
        + value
        + ", 0, 0, 0, 0, 0, "
        + value
        + "]}\n";
  }

  private List<String> reasons() throws IOException {
    Authored authored = AuthoredFolder.read(folder.root());
    assertThat(authored).isInstanceOf(Authored.Content.class);
    return Gate.check((Authored.Content) authored).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void aReportThatFollowsFromTheYearBeforePasses() throws IOException {
    report(2022, "2023-03-31", 0, 3, 48);
    report(2023, "2024-03-31", 3, 2, 51);
    assertThat(reasons()).isEmpty();
  }

  @Test
  void fewerInForceMayHaveLapsed() throws IOException {
    report(2022, "2023-01-20", 0, 3, 48);
    report(2023, "2024-01-20", 3, 2, 40);
    assertThat(reasons()).isEmpty();
  }

  @Test
  void whatWasCarriedForwardMustBeCarriedOver() throws IOException {
    report(2022, "2023-01-20", 0, 3, 48);
    report(2023, "2024-01-20", 4, 2, 51);
    assertThat(reasons())
        .hasSize(2)
        .allSatisfy(reason -> assertThat(reason).contains("GATE-ANNUAL-R6", "应为 3，现为 4"));
  }

  @Test
  void moreInForceThanThereCanBeIsTold() throws IOException {
    report(2022, "2023-01-20", 0, 3, 48);
    report(2023, "2024-01-20", 3, 2, 52);
    assertThat(reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason).contains("GATE-ANNUAL-R7", "最多应为 51，现为 52"));
  }

  @Test
  void aReportAfterItsDayIsTold() throws IOException {
    report(2023, "2024-04-01", 0, 0, 48);
    assertThat(reasons())
        .singleElement()
        .satisfies(
            reason ->
                assertThat(reason).contains("GATE-ANNUAL-R12", "2024-04-01 前公布", "2024-04-01"));
  }

  @Test
  void aYearWithoutOneBeforeItStandsAlone() throws IOException {
    report(2021, "2022-01-20", 0, 3, 48);
    report(2023, "2024-01-20", 4, 2, 99);
    assertThat(reasons()).isEmpty();
  }
}
