package cn.gongkai.kiosk.app;

import cn.gongkai.kiosk.data.Installation;
import cn.gongkai.kiosk.input.InputMethod;
import cn.gongkai.kiosk.input.pinyin.Accents;
import cn.gongkai.kiosk.input.pinyin.FuzzyPair;
import cn.gongkai.kiosk.screen.staff.StaffPorts;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Lane;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What staff see of typing, and may change: which ways of it work, and which sounds may be typed
/// for one another. JavaFX thread only.
final class TypingForStaff {

  private static final Logger LOG = LoggerFactory.getLogger(TypingForStaff.class);

  private final Path terminal;
  private final InputMethod input;
  private final Lane keeping;

  TypingForStaff(Path terminal, InputMethod input, Background background) {
    this.terminal = terminal;
    this.input = input;
    this.keeping = background.lane();
  }

  /// A line for each way of typing.
  List<String> lines() {
    boolean pinyin = input.engineProperty().get().isPresent();
    return List.of(
        Messages.of(pinyin ? "staff.input.pinyin" : "staff.input.letters"),
        switch (input.inkParts()) {
          case NONE -> Messages.of("staff.input.ink.none");
          case CLASSIFIER -> Messages.of("staff.input.ink.strokes");
          case CLASSIFIER_AND_READER -> Messages.of("staff.input.ink.both");
        });
  }

  /// A switch for each pair of sounds.
  List<StaffPorts.Switch> accents() {
    return Arrays.stream(FuzzyPair.values())
        .map(pair -> new StaffPorts.Switch(pair.term(), () -> isOn(pair), on -> set(pair, on)))
        .toList();
  }

  private boolean isOn(FuzzyPair pair) {
    return input.accentsProperty().get().pairs().contains(pair);
  }

  /// In force at once and, where the disk takes it, after the next start too.
  private void set(FuzzyPair changed, boolean on) {
    List<String> names =
        Stream.of(FuzzyPair.values())
            .filter(pair -> pair == changed ? on : isOn(pair))
            .map(FuzzyPair::term)
            .toList();
    input.use(Accents.of(Optional.of(names)));
    keeping.load(
        () -> {
          Installation.keepAccents(terminal, names);
          return names;
        },
        kept -> LOG.info("accents: {}", kept),
        fault -> LOG.warn("{}: the accents are not kept: {}", fault.code(), fault.detail()));
  }
}
