package cn.gongkai.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.store.AgentReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/errors.md` lists every code of the programs, and no other.
class ErrorCodesTest {

  /// A string that begins with a code, and a code anywhere in a bundle of words.
  private static final Pattern IN_JAVA = Pattern.compile("\"([A-Z]{2,}(?:-[A-Z0-9]+)+)(?=[\": ])");

  private static final Pattern IN_WORDS =
      Pattern.compile("(?<![A-Z-])([A-Z]{4,}(?:-[A-Z0-9]+)+)(?![A-Za-z-])");

  /// What looks like a code and is the name of a standard.
  private static final Set<String> STANDARDS = Set.of("UTF-8", "SHA-256", "SHA-512", "RSASSA-PSS");

  private final DocumentPage page = DocumentPage.read("errors.md");

  @Test
  void everyCodeOfTheProgramsIsListed() {
    Set<String> missing = inSources();
    missing.removeAll(listed());
    assertThat(missing)
        .as("lines to complete and to paste into docs/errors.md:%n%s", lines(missing))
        .isEmpty();
  }

  @Test
  void everyListedCodeIsInThePrograms() {
    Set<String> gone = listed();
    gone.removeAll(inSources());
    assertThat(gone).as("lines to take out of docs/errors.md:%n%s", lines(gone)).isEmpty();
  }

  @Test
  void everyLineSaysWhatToDo() {
    page.rows()
        .forEach(
            (code, cells) -> {
              List<String> both = List.of(cells.split(" \\| "));
              assertThat(both).as(code).hasSize(2).noneMatch(cell -> cell.strip().length() < 3);
            });
  }

  @Test
  void theCodesOfAFamilyStandTogetherUnderItsName() {
    for (String code : listed()) {
      String family = code.substring(0, code.indexOf('-'));
      assertThat(page.tableAfter("## " + family + "\n", "| code | what it means |"))
          .as(family)
          .containsKey(code);
    }
  }

  @Test
  void everyCodeOfAnAgentIsOneOfTheReasonsThatStaffAreTold() {
    assertThat(listed())
        .filteredOn(code -> code.matches("(RELEASE|SYNC|STORE)-.*"))
        .noneMatch(code -> AgentReason.of(code) == AgentReason.UNEXPECTED)
        .hasSizeGreaterThan(60);
  }

  private Set<String> listed() {
    return new TreeSet<>(page.rows().keySet());
  }

  private static String lines(Set<String> codes) {
    StringBuilder lines = new StringBuilder();
    codes.forEach(code -> lines.append("| `").append(code).append("` | … | … |\n"));
    return lines.toString();
  }

  private static Set<String> inSources() {
    Set<String> codes = new TreeSet<>();
    for (String sources :
        List.of("content/core", "content/meaning", "content/desk", "sync-agent", "kiosk-app")) {
      try (Stream<Path> files = Files.walk(Programs.root().resolve(sources).resolve("src/main"))) {
        files.filter(Files::isRegularFile).forEach(file -> addCodes(file, codes));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    codes.removeAll(STANDARDS);
    assertThat(codes).as("the search for codes finds codes").hasSizeGreaterThan(150);
    return codes;
  }

  private static void addCodes(Path file, Set<String> codes) {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(".java") && !name.endsWith(".properties")) {
      return;
    }
    Pattern form = name.endsWith(".java") ? IN_JAVA : IN_WORDS;
    try (Stream<String> lines = Files.lines(file)) {
      lines
          .filter(line -> !line.strip().startsWith("//"))
          .forEach(
              line -> {
                Matcher code = form.matcher(line);
                while (code.find()) {
                  codes.add(code.group(1));
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
