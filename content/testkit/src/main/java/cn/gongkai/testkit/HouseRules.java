package cn.gongkai.testkit;

import static cn.gongkai.testkit.HouseRule.forbid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The rules of the house that no compiler checks, applied to the whole tree. Every violation names
/// the place and what to do instead. There are no exemptions: a rule that is wrong is changed here.
public final class HouseRules {

  private static final int FILE_LINES_MAX = 400;
  private static final int LINE_COLUMNS_MAX = 100;
  private static final long BLOB_BYTES_MAX = 1_000_000;

  private static final Predicate<String> MAIN_JAVA = p -> p.matches(".*/src/main/java/.*\\.java");
  private static final Predicate<String> TEST_JAVA = p -> p.matches(".*/src/test/java/.*\\.java");
  private static final Predicate<String> JAVA = p -> p.endsWith(".java");
  private static final Predicate<String> KIOSK = p -> p.startsWith("kiosk-app/src/main/");

  private static final List<HouseRule> RULES =
      List.of(
          forbid(
              "unfinished",
              JAVA.and(p -> !p.contains("/testkit/")),
              "\\b(FIXME|TODO|XXX)\\b|UnsupportedOperationException\\(\\)",
              "finish it or file an issue"),
          forbid(
              "clock",
              MAIN_JAVA,
              "(Instant|LocalDate|LocalDateTime|OffsetDateTime|ZonedDateTime)\\.now\\(\\)"
                  + "|System\\.currentTimeMillis\\(",
              "take a java.time.Clock in the constructor"),
          forbid(
              "threads",
              MAIN_JAVA,
              "new Thread\\(|Thread\\.sleep\\(",
              "use an executor that its owner closes, and wait on a condition"),
          forbid(
              "console",
              MAIN_JAVA.and(p -> !p.matches(".*/(cli|app|benchmarks)/.*")),
              "System\\.(out|err)\\b|printStackTrace\\(",
              "log through SLF4J, or print from a package with a main class: cli, app"),
          forbid(
              "sleeping test",
              TEST_JAVA,
              "Thread\\.sleep\\(|TimeUnit\\.[A-Z]+\\.sleep\\(",
              "advance a ManualClock or wait on a latch"),
          forbid("disabled test", TEST_JAVA, "@Disabled\\b", "mend the test or delete it"),
          forbid(
              "test name",
              TEST_JAVA,
              "^\\s*(public )?void test[A-Z_]",
              "name the test as a sentence: aCutSegmentIsRefused"),
          forbid(
              "vague type name",
              JAVA,
              "(class|interface|record|enum) \\w*(Manager|Utils?|Helper|Impl)\\b",
              "name it after what it is"),
          forbid(
              "inline style",
              KIOSK.and(JAVA),
              "\\.setStyle\\(",
              "use a style class; sizes and colours live in css"),
          forbid(
              "colour outside tokens",
              KIOSK.and(p -> p.endsWith(".css") && !p.endsWith("tokens.css")),
              "#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(",
              "use a looked-up colour of tokens.css"),
          forbid(
              "thread hop",
              KIOSK.and(JAVA).and(p -> !p.contains("/kiosk/work/")),
              "Platform\\.runLater",
              "go through kiosk.work.Background"),
          forbid(
              "machine path",
              p -> p.endsWith(".java") || p.endsWith(".md") || p.endsWith(".xml"),
              "(?<![\\w.])/(home|root|Users|work)/\\w",
              "name no path of one machine"));

  private final Path root;
  private final List<String> violations = new ArrayList<>();

  private HouseRules(Path root) {
    this.root = root;
  }

  /// Everything in the tree that breaks a rule, one line each: place, rule, what to do.
  public static List<String> violations(Path root) throws IOException {
    HouseRules rules = new HouseRules(root);
    try (Stream<Path> files = Files.walk(root)) {
      files.filter(rules::isOurs).sorted().forEach(rules::check);
    }
    return List.copyOf(rules.violations);
  }

  private boolean isOurs(Path file) {
    String path = path(file);
    return Files.isRegularFile(file)
        && !path.startsWith(".git/")
        && !path.startsWith(".cache/")
        && !path.startsWith("demo/")
        && !path.contains("target/");
  }

  private void check(Path file) {
    String path = path(file);
    try {
      if (Files.size(file) > BLOB_BYTES_MAX) {
        violations.add(path + ": large file: keep committed files under 1 MB");
      }
      if (path.endsWith(".java") || path.endsWith(".css") || path.endsWith(".md")) {
        checkLines(path, Files.readAllLines(file, StandardCharsets.UTF_8));
      }
      if (path.matches(".*/src/main/java/.*\\.java")) {
        checkPackage(path, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private void checkLines(String path, List<String> lines) {
    if (path.endsWith(".java") && lines.size() > FILE_LINES_MAX) {
      violations.add(
          "%s: %d lines: split it by subject, the limit is %d"
              .formatted(path, lines.size(), FILE_LINES_MAX));
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (path.endsWith(".java") && columns(line) > LINE_COLUMNS_MAX) {
        violations.add(
            "%s:%d: line over %d columns: break it".formatted(path, i + 1, LINE_COLUMNS_MAX));
      }
      for (HouseRule rule : RULES) {
        if (rule.applies().test(path) && rule.forbidden().matcher(line).find()) {
          violations.add("%s:%d: %s: %s".formatted(path, i + 1, rule.name(), rule.instead()));
        }
      }
    }
  }

  private void checkPackage(String path, Path file) throws IOException {
    Path info = file.resolveSibling("package-info.java");
    if (!Files.exists(info)) {
      violations.add(path + ": package without package-info.java: add one with @NullMarked");
    } else if (file.equals(info) && !Files.readString(info).contains("@NullMarked")) {
      violations.add(path + ": package not @NullMarked: annotate it");
    }
  }

  /// Columns as google-java-format counts them: a line of one unbreakable string may be longer.
  private static int columns(String line) {
    boolean unbreakable = line.startsWith("import ") || line.strip().startsWith("\"");
    return unbreakable ? 0 : line.length();
  }

  private String path(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
