package cn.gongkai.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Item;
import cn.gongkai.kiosk.input.ink.InkModelFile;
import cn.gongkai.kiosk.input.ink.TinyInk;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.sample.SampleTerminal;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.ui.LayoutCheck;
import cn.gongkai.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// On no screen, on no reference panel, at no text size is a word cut or a target too small.
class LayoutTest {

  @TempDir static Path directory;
  @TempDir static Path packaged;
  private static final ManualClock CLOCK = ManualClock.at("2023-11-22T01:30:00Z");

  @BeforeAll
  static void start() throws IOException {
    Fx.start();
    InkModelFile.write(TinyInk.model(), packaged.resolve(InkModelFile.NAME));
    new SampleTerminal(directory, CLOCK).everyKind().release();
  }

  static Stream<Arguments> looks() {
    Stream<Arguments> sizes =
        Stream.of(Panel.portrait43(), Panel.portrait32(), Panel.landscape21())
            .flatMap(
                panel ->
                    Stream.of(TextSize.values())
                        .map(size -> Arguments.of(panel, size, Theme.PAPER)));
    Stream<Arguments> themes =
        Stream.of(Theme.CONTRAST, Theme.NIGHT)
            .map(theme -> Arguments.of(Panel.portrait32(), TextSize.NORMAL, theme));
    return Stream.concat(sizes, themes);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyScreenFitsAndCanBeReadAndTouched(Panel panel, TextSize size, Theme theme) {
    assertThat(Fx.on(() -> findings(panel, size, theme))).isEmpty();
  }

  private static Map<String, List<String>> findings(Panel panel, TextSize size, Theme theme) {
    Map<String, List<String>> findings = new LinkedHashMap<>();
    try (SampleKiosk kiosk = new SampleKiosk(directory, CLOCK, panel, size, theme)) {
      kiosk.terminal().surroundings().input().startHandwriting(Optional.of(packaged));
      for (TourStop stop : stops(kiosk)) {
        stop.go().run();
        kiosk.layout();
        List<String> found =
            LayoutCheck.of(kiosk.terminal().canvas().canvas(), panel).stream().distinct().toList();
        if (!found.isEmpty()) {
          findings.put(stop.name(), found);
        }
        kiosk.terminal().session().reset();
      }
    }
    return findings;
  }

  private static List<TourStop> stops(SampleKiosk kiosk) {
    List<TourStop> stops = new ArrayList<>();
    Terminal terminal = kiosk.terminal();
    terminal
        .catalogue()
        .load(
            terminal.catalogue().lane(),
            TourPlan::itemsOfEachKind,
            (Map<String, Item> items) ->
                stops.addAll(
                    TourPlan.of(terminal, terminal.catalogue().outline().orElseThrow(), items)),
            fault -> {
              throw new AssertionError(fault.toString());
            });
    return stops;
  }
}
