package cn.gongkai.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gongkai.content.meaning.OnnxEmbedder;
import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.HeadDigest;
import cn.gongkai.content.search.SearchQuery;
import cn.gongkai.content.search.SearchResult;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.content.store.ContentWriter;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.AuthoredFolder;
import cn.gongkai.desk.authoring.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Residents' questions and the sample items that answer them, asked of the real store. Two sets:
/// `questions.tsv` of the sample, written by its authors, and `search-questions.txt`, with which
/// the search was tuned.
class SearchQualityTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final Path ROOT = Path.of(System.getProperty("gongkai.root"));

  @TempDir static Path terminal;
  private static ContentReader reader;
  private static Optional<ContentReader> understanding = Optional.empty();

  /// What came of a set of questions.
  private record Report(int asked, int first, int firstFive, int empty, List<String> missed) {

    double hitAt1() {
      return first / (double) asked;
    }

    double hitAt5() {
      return firstFive / (double) asked;
    }
  }

  @BeforeAll
  static void fill() throws Exception {
    Authored read = AuthoredFolder.read(ROOT.resolve("content/sample"));
    Authored.Content content = (Authored.Content) read;
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    try (ContentWriter writer = ContentWriter.open(terminal, clock)) {
      deliver(content, writer);
      release(content, writer);
    }
    reader = ContentReader.open(terminal, clock);
    reader.prepareSearch();
    Optional<Path> network = installed("GONGKAI_MEANING");
    Optional<Path> runtime = installed("GONGKAI_INK");
    if (network.isPresent() && runtime.isPresent()) {
      ContentReader understands = ContentReader.open(terminal, clock);
      understands.prepareSearch();
      understands.understandAllBy(OnnxEmbedder.open(network.get(), runtime.get()));
      understanding = Optional.of(understands);
    }
  }

  private static Optional<Path> installed(String name) {
    return Optional.ofNullable(System.getenv(name)).map(Path::of).filter(Files::isDirectory);
  }

  private static void deliver(Authored.Content content, ContentWriter writer) throws Exception {
    for (Entry<Item> entry : content.items()) {
      for (BlobRef blob : entry.entity().blobs()) {
        if (!writer.hasBlob(blob)) {
          Path incoming = writer.incoming(blob);
          Files.copy(content.media().get(blob.sha256()).path(), incoming);
          writer.acceptBlob(blob, incoming);
        }
      }
    }
  }

  private static void release(Authored.Content content, ContentWriter writer) throws Exception {
    Map<Channel, Map<EntityRef, Entity>> channels = new HashMap<>();
    content
        .entries()
        .map(Entry::entity)
        .forEach(
            entity ->
                channels
                    .computeIfAbsent(Channel.of(entity.ref()), c -> new TreeMap<>(HeadDigest.ORDER))
                    .put(entity.ref(), entity));
    List<ChannelHead> heads = new ArrayList<>();
    try (ContentWriter.Apply apply = writer.begin()) {
      for (var channel : channels.entrySet()) {
        HeadDigest digest = new HeadDigest();
        for (Entity entity : channel.getValue().values()) {
          String json = EntityJson.write(entity);
          apply.change(channel.getKey(), new Change.Put(entity, json));
          digest.add(entity.ref(), HeadDigest.hash(json));
        }
        heads.add(digest.toHead(channel.getKey(), 1, NOW));
      }
      apply.commit(heads);
    }
  }

  @AfterAll
  static void close() {
    reader.close();
    understanding.ifPresent(ContentReader::close);
  }

  @Test
  void theAuthorsQuestionsAreAnswered() throws Exception {
    List<String> lines = Files.readAllLines(ROOT.resolve("content/sample/questions.tsv"));
    Report report = ask(reader, lines.subList(1, lines.size()), "\t", ",");
    keep("questions.tsv", report);
    assertThat(report.asked()).isGreaterThanOrEqualTo(200);
    assertThat(report.hitAt5()).as("missed: %s", report.missed()).isGreaterThanOrEqualTo(0.95);
    assertThat(report.hitAt1()).isGreaterThanOrEqualTo(0.80);
    assertThat(report.empty()).isZero();
  }

  @Test
  void theQuestionsItWasTunedWithAreAnswered() throws Exception {
    var resource = SearchQualityTest.class.getResource("search-questions.txt");
    Path file = Path.of(Objects.requireNonNull(resource).toURI());
    Report report = ask(reader, Files.readAllLines(file), " \\| ", ", ");
    keep("search-questions.txt", report);
    assertThat(report.asked()).isGreaterThanOrEqualTo(200);
    assertThat(report.hitAt5()).as("missed: %s", report.missed()).isGreaterThanOrEqualTo(0.97);
    assertThat(report.empty()).isZero();
  }

  @Test
  void questionsNeverSeenAreAnsweredByMeaning() throws Exception {
    assumeTrue(understanding.isPresent(), "no network: run ./gongkai setup");
    var resource = SearchQualityTest.class.getResource("questions-unseen.tsv");
    List<String> lines = Files.readAllLines(Path.of(Objects.requireNonNull(resource).toURI()));
    keep("questions-unseen.tsv, words and sounds", ask(reader, lines, "\t", ","));
    Report report = ask(understanding.get(), lines, "\t", ",");
    keep("questions-unseen.tsv", report);
    assertThat(report.asked()).isGreaterThanOrEqualTo(150);
    assertThat(report.hitAt5()).as("missed: %s", report.missed()).isGreaterThanOrEqualTo(0.93);
    assertThat(report.hitAt1()).isGreaterThanOrEqualTo(0.68);
    assertThat(report.empty()).isZero();
  }

  @Test
  void theAuthorsQuestionsAreAnsweredByMeaningAsWell() throws Exception {
    assumeTrue(understanding.isPresent(), "no network: run ./gongkai setup");
    List<String> lines = Files.readAllLines(ROOT.resolve("content/sample/questions.tsv"));
    Report report = ask(understanding.get(), lines.subList(1, lines.size()), "\t", ",");
    keep("questions.tsv, by meaning", report);
    assertThat(report.hitAt5()).as("missed: %s", report.missed()).isGreaterThanOrEqualTo(0.97);
    assertThat(report.hitAt1()).isGreaterThanOrEqualTo(0.90);
    assertThat(report.empty()).isZero();
  }

  @Test
  void theCommandFindsByMeaningAsTheScreenDoes() {
    Optional<Path> network = installed("GONGKAI_MEANING");
    Optional<Path> runtime = installed("GONGKAI_INK");
    assumeTrue(network.isPresent() && runtime.isPresent(), "no network: run ./gongkai setup");
    String[] asked = {"search", "--terminal", "" + terminal, "屋里冰凉交的钱给退不"};
    assertThat(Programs.search(network.get(), runtime.get(), asked).output())
        .contains("found by meaning, none by words")
        .contains("hot-2026-heating");
    assertThat(Programs.search(terminal, runtime.get(), asked).output())
        .contains("by words and sounds alone: ");
    assertThat(Programs.desk(asked).output()).startsWith("0 found");
  }

  private static Report ask(
      ContentReader reader, List<String> lines, String column, String separator) throws Exception {
    int asked = 0;
    int first = 0;
    int five = 0;
    int empty = 0;
    List<String> missed = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split(column);
      List<String> wanted = List.of(parts[1].strip().split(separator));
      SearchResult result = reader.search(SearchQuery.of(parts[0], TODAY));
      List<String> found = result.hits().stream().map(hit -> hit.item().key()).toList();
      List<String> best = found.stream().limit(5).toList();
      asked++;
      first += !found.isEmpty() && wanted.contains(found.getFirst()) ? 1 : 0;
      empty += found.isEmpty() ? 1 : 0;
      if (best.stream().anyMatch(wanted::contains)) {
        five++;
      } else {
        missed.add(parts[0]);
      }
    }
    return new Report(asked, first, five, empty, missed);
  }

  private static void keep(String name, Report report) throws IOException {
    Path folder = Files.createDirectories(ROOT.resolve("content/endtoend/target/search-quality"));
    Files.writeString(
        folder.resolve(name),
        "asked %d, hit@1 %.3f, hit@5 %.3f, empty %d, missed %s%n"
            .formatted(
                report.asked(), report.hitAt1(), report.hitAt5(), report.empty(), report.missed()));
  }
}
