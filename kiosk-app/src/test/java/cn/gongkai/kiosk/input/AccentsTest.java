package cn.gongkai.kiosk.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.content.store.TerminalSettings;
import cn.gongkai.kiosk.data.Installation;
import cn.gongkai.kiosk.input.pinyin.Accents;
import cn.gongkai.kiosk.input.pinyin.FuzzyPair;
import cn.gongkai.kiosk.input.pinyin.Layout;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.FaultException;
import cn.gongkai.kiosk.work.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which accents the county lets residents type: set in a file, changed while the terminal runs.
class AccentsTest {

  @TempDir Path terminal;

  @Test
  void whatIsKeptIsReadAgainAndTheRestOfTheFileStays() throws Exception {
    TerminalJson.settings(terminal).write(TerminalSettings.UNSET.withHall("center"));
    Installation.keepAccents(terminal, List.of("z/zh", "n/l"));
    Installation read = Installation.read(terminal);
    assertThat(read.hall()).contains("center");
    assertThat(Accents.of(read.accents()).pairs())
        .containsExactlyInAnyOrder(FuzzyPair.Z_ZH, FuzzyPair.N_L);
  }

  @Test
  void namesRoundTrip() {
    assertThat(Accents.of(Optional.of(Accents.ALL.names()))).isEqualTo(Accents.ALL);
  }

  @Test
  void aFileThatCannotBeReadIsNotOverwritten() throws IOException {
    Path file = terminal.resolve("terminal.json");
    Files.writeString(file, "{ \"hall\": ");
    assertThatThrownBy(() -> Installation.keepAccents(terminal, List.of()))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.code()).isEqualTo(TerminalJson.UNREADABLE));
    assertThat(file).hasContent("{ \"hall\": ");
  }

  @Test
  void accentsOfTheWrongKindAreSaidAndTheOtherSettingsStay() throws Exception {
    Files.writeString(
        terminal.resolve("terminal.json"),
        "{\"hall\":\"center\",\"mmPerPixel\":0.369,\"accents\":\"z/zh\"}");
    Installation read = Installation.read(terminal);
    assertThat(read.hall()).contains("center");
    assertThat(read.mmPerPixel()).contains(0.369);
    assertThat(Accents.of(read.accents())).isEqualTo(Accents.ALL);
    assertThat(read.fault().orElseThrow().code()).isEqualTo("STORE-SETTINGS");
    assertThat(read.fault().orElseThrow().detail()).contains("accents").doesNotContain("hall");
    Installation.keepAccents(terminal, List.of("z/zh"));
    assertThat(Installation.read(terminal).fault()).as("staff have set it right").isEmpty();
    assertThat(Installation.read(terminal).mmPerPixel()).contains(0.369);
  }

  @Test
  void withoutAWordInTheFileAllAccentsAreOn() {
    assertThat(Accents.of(Installation.read(terminal).accents())).isEqualTo(Accents.ALL);
  }

  @Test
  void whateverStandsInTheFileTheTerminalHasAccents() throws IOException {
    long seed = 20261123L;
    Random random = new Random(seed);
    String signs = "zcsnlhiega/[]{}\",: 0\\null1.-\u4e00\u202e";
    for (int round = 0; round < 500; round++) {
      StringBuilder names = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        names.append(signs.charAt(random.nextInt(signs.length())));
      }
      Files.writeString(
          terminal.resolve("terminal.json"), "{\"hall\":\"center\",\"accents\":" + names + "}");
      Installation installed = Installation.read(terminal);
      Accents read = Accents.of(installed.accents());
      assertThat(installed.hall().isPresent() || installed.fault().isPresent())
          .as("seed %d: %s", seed, names)
          .isTrue();
      assertThat(read.unknown().size()).as("seed %d: %s", seed, names).isLessThanOrEqualTo(8);
      assertThat(Accents.of(Optional.of(List.of(names.toString().split(","))))).isNotNull();
    }
  }

  @Test
  void longListsAreBounded() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      names.add("x" + i);
    }
    assertThat(Accents.of(Optional.of(names)).unknown()).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void theRunningTerminalFollowsAtOnce() {
    InputMethod method = new InputMethod(Background.sameThread(), Ticker.never());
    TinyInput.into(method);
    assertThat(words(method, "zidao")).as("z for zh").contains("知道");
    method.use(Accents.of(Optional.of(List.of())));
    assertThat(words(method, "zidao")).doesNotContain("知道");
    method.use(Accents.ALL);
    assertThat(words(method, "zidao")).contains("知道");
  }

  private static List<String> words(InputMethod method, String keys) {
    return method
        .engineProperty()
        .get()
        .orElseThrow()
        .decode(keys, Layout.LETTERS)
        .candidates()
        .stream()
        .map(candidate -> candidate.text())
        .toList();
  }
}
