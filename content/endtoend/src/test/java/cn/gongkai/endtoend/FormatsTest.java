package cn.gongkai.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Link;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.ShortPath;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.json.JsonText;
import cn.gongkai.content.release.sign.SigningKey;
import cn.gongkai.content.release.tuf.TufLimits;
import cn.gongkai.content.report.Acknowledgement;
import cn.gongkai.content.report.ProgramVersion;
import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.report.ReceiptBatch;
import cn.gongkai.content.report.ReceiptText;
import cn.gongkai.content.report.ReportLimits;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.ContentWriter;
import cn.gongkai.content.store.StoreLimits;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.content.store.TerminalSettings;
import cn.gongkai.desk.fleet.FleetLimits;
import cn.gongkai.desk.fleet.Intake;
import cn.gongkai.desk.fleet.ReportsFolder;
import cn.gongkai.desk.media.BlobHash;
import cn.gongkai.desk.media.MediaLimits;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples and tables of `docs/formats.md` beside the release, which [FormatsReleaseTest]
/// reads: entities, blobs, short paths, the terminal directory, limits.
class FormatsTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);

  private final DocumentPage page = DocumentPage.read("formats.md");

  @TempDir Path temp;

  @Test
  void everyExampleOfThePageIsReadByATest() {
    assertThat(page.names())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    FormatsReleaseTest.EXAMPLES.stream(),
                    Stream.of(
                        "tree",
                        "terminal",
                        "blob-ref",
                        "short-paths",
                        "terminal.json",
                        "agent.json",
                        "receipts",
                        "receipt-head",
                        "acknowledgement",
                        "acknowledged",
                        "reports",
                        "limits"))
                .toList());
  }

  @Test
  void theTablesNameEveryKindWithItsMembers() {
    assertMembers("## Entities", "| kind | members |", Entity.class);
    assertMembers("`details` of an item", "| type | members |", Details.class);
    assertMembers("`body` is a list of blocks", "| block | members |", Block.class);
    assertMembers("A run has text", "| to | members |", Link.class);
  }

  private void assertMembers(String mark, String head, Class<?> family) {
    Map<String, String> rows = page.tableAfter(mark, head);
    JsonSubTypes types = family.getAnnotation(JsonSubTypes.class);
    Map<String, String> expected =
        Arrays.stream(types.value())
            .collect(Collectors.toMap(JsonSubTypes.Type::name, type -> members(type.value())));
    assertThat(rows).containsExactlyInAnyOrderEntriesOf(expected);
  }

  private static String members(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
        .map(RecordComponent::getName)
        .collect(Collectors.joining(", "));
  }

  @Test
  void thePageNamesEveryMemberOfTheMetadata() {
    assertThat(page.flowing())
        .contains("`metadata` of an item: " + members(OfficialMetadata.class) + ".");
  }

  @Test
  void anEntityIsWrittenAsTheSameBytesItWasReadFrom() {
    for (String name : List.of("segment-base", "segment-delta", "segment-town")) {
      for (String line : page.lines(name)) {
        int put = line.indexOf("\"put\":");
        if (put > 0) {
          String json = line.substring(put + "\"put\":".length(), line.length() - 1);
          assertThat(EntityJson.write(EntityJson.read(json))).isEqualTo(json);
        }
      }
    }
  }

  @Test
  void theExampleOfABlobHasTheseHashes() throws Exception {
    BlobRef told = JsonMapper.builder().build().readValue(page.example("blob-ref"), BlobRef.class);
    byte[] bytes = new byte[300_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i % 251);
    }
    Path file = Files.write(temp.resolve("file"), bytes);
    assertThat(BlobHash.of(file, "application/pdf")).isEqualTo(told);
  }

  @Test
  void theShortPathsAreThoseOfTheseItems() {
    for (String line : page.lines("short-paths")) {
      String[] words = line.split(" +");
      assertThat(ShortPath.of(new ItemId(words[0])).value()).as(words[0]).isEqualTo(words[1]);
    }
    assertThat(page.lines("short-paths")).hasSizeGreaterThan(1);
  }

  @Test
  void theFilesOfTheTerminalAreRead() throws Exception {
    Files.writeString(temp.resolve("terminal.json"), page.example("terminal.json"));
    Files.writeString(temp.resolve("agent.json"), page.example("agent.json"));
    TerminalSettings settings = TerminalJson.settings(temp).find().orElseThrow();
    AgentReport report = TerminalJson.agentReport(temp).find().orElseThrow();
    assertThat(settings.hall()).contains("370323104");
    assertThat(report.heads()).hasSize(2);

    TerminalJson.settings(temp).write(settings);
    TerminalJson.agentReport(temp).write(report);
    assertThat(Files.readString(temp.resolve("terminal.json")))
        .isEqualTo(page.example("terminal.json").strip());
    assertThat(Files.readString(temp.resolve("agent.json")))
        .isEqualTo(page.example("agent.json").strip());
    assertThat(page.flowing())
        .contains(
            Arrays.stream(AgentReport.Outcome.values())
                .map(outcome -> "`" + outcome + "`")
                .toList());
  }

  @Test
  void theReceiptsFollowOneAnotherUnderTheSignatureOfTheHead() throws Exception {
    List<String> lines = page.lines("receipts");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(page.example("receipt-head").getBytes(StandardCharsets.UTF_8));
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    ReceiptBatch batch = ReceiptBatch.open(packed.toByteArray(), ReportLimits.STANDARD);
    assertThat(batch.lines()).isEqualTo(lines);
    assertThat(ReceiptText.write(batch.receipts().getFirst())).isEqualTo(lines.getFirst());
    assertThat(page.flowing())
        .contains(Arrays.stream(Receipt.Kind.values()).map(kind -> "`" + kind + "`").toList());
    ReportsFolder desk = ReportsFolder.open(temp.resolve("reports"), CLOCK, FleetLimits.STANDARD);
    assertThat(desk.take(packed.toByteArray(), "line"))
        .isEqualTo(new Intake.Taken(batch.terminal(), batch.series(), 2, 2));
    assertThat(page.example("acknowledgement"))
        .contains(batch.terminal(), batch.series(), "\"number\":2");
    assertAcknowledged(batch);
    String listed = page.example("reports").replace("<terminal>", batch.terminal());
    try (Stream<Path> files = Files.list(temp.resolve("reports/" + batch.terminal()))) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .allMatch(name -> listed.replace("<series>", batch.series()).contains("/" + name));
    }
  }

  private void assertAcknowledged(ReceiptBatch batch) throws Exception {
    String last = ReceiptText.hash(batch.lines().getLast());
    var stretches = List.of(new Acknowledgement.Held(batch.from(), batch.to(), last));
    byte[] made =
        new Acknowledgement(
                Instant.parse("2026-11-23T00:20:31Z"),
                Map.of(batch.terminal(), Map.of(batch.series(), stretches)))
            .sign(List.of(SigningKey.generate()));
    byte[] shown = page.example("acknowledged").getBytes(StandardCharsets.UTF_8);
    assertThat(JsonText.read(shown).object("signed"))
        .isEqualTo(JsonText.read(made).object("signed"));
    assertThat(JsonText.read(shown).objects("signatures").getFirst().members().keySet())
        .isEqualTo(JsonText.read(made).objects("signatures").getFirst().members().keySet());
  }

  @Test
  void theVersionOfTheProgramsIsThatOfTheBuild() throws Exception {
    assertThat(Files.readString(Programs.root().resolve("pom.xml")))
        .contains("<version>" + ProgramVersion.TEXT + "-SNAPSHOT</version>");
  }

  @Test
  void theTablesOfBothDatabasesAreTold() throws Exception {
    ContentWriter.open(temp, CLOCK).close();
    TerminalFile.open(temp).close();
    assertThat(tables("content.sqlite"))
        .isEqualTo(page.tableAfter("`content.sqlite`, `app", "| table | holds |").keySet());
    assertThat(tables("terminal.sqlite"))
        .isEqualTo(page.tableAfter("`terminal.sqlite`, `app", "| table | holds |").keySet());
    for (String name : List.of("content.sqlite", "terminal.sqlite")) {
      int version = numbers(name, "PRAGMA user_version").getFirst();
      assertThat(page.flowing()).contains(version + " for `" + name + "`");
      String id = "0x%x".formatted(numbers(name, "PRAGMA application_id").getFirst());
      assertThat(page.flowing()).contains("`" + name + "`, `application_id` " + id);
    }
  }

  private Set<String> tables(String name) throws Exception {
    return query(name, "SELECT name FROM sqlite_schema WHERE type = 'table'").stream()
        .map(String::valueOf)
        .filter(table -> !table.startsWith("ft_") && !table.startsWith("sqlite_"))
        .collect(Collectors.toSet());
  }

  private List<Integer> numbers(String name, String sql) throws Exception {
    return query(name, sql).stream().map(value -> ((Number) value).intValue()).toList();
  }

  private List<Object> query(String name, String sql) throws Exception {
    List<Object> values = new ArrayList<>();
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + temp.resolve(name));
        var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getObject(1));
      }
    }
    return values;
  }

  @Test
  void theLimitsAreThoseOfTheProgram() throws Exception {
    List<String> real = new ArrayList<>();
    for (Record limits :
        List.of(
            ReleaseLimits.STANDARD,
            TufLimits.STANDARD,
            StoreLimits.TERMINAL,
            MediaLimits.STANDARD)) {
      for (RecordComponent component : limits.getClass().getRecordComponents()) {
        String name = limits.getClass().getSimpleName() + "." + component.getName();
        real.add(name + " " + component.getAccessor().invoke(limits));
      }
    }
    List<String> told =
        page.lines("limits").stream()
            .map(line -> line.split(" +"))
            .map(words -> words[0] + " " + words[1])
            .toList();
    assertThat(told).containsExactlyElementsOf(real);
  }
}
