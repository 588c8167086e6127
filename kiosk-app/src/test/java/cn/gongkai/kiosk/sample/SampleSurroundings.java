package cn.gongkai.kiosk.sample;

import cn.gongkai.kiosk.data.Catalogue;
import cn.gongkai.kiosk.data.Diary;
import cn.gongkai.kiosk.input.InputMethod;
import cn.gongkai.kiosk.nav.IdleLimits;
import cn.gongkai.kiosk.nav.Navigator;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.nav.Screen;
import cn.gongkai.kiosk.nav.Session;
import cn.gongkai.kiosk.nav.SessionKind;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.layout.Region;

/// Surroundings for view-models: a real catalogue over a real store, everything at once on the
/// caller's thread, and screens that are only remembered.
public final class SampleSurroundings {

  private SampleSurroundings() {}

  /// @param hall the hall the terminal stands in
  public static Surroundings of(SampleTerminal terminal, ManualClock clock, String hall) {
    return of(
        new Catalogue(terminal.directory(), Background.sameThread(), clock),
        clock,
        hall,
        Panel.portrait43());
  }

  /// Over a catalogue of the caller's own.
  public static Surroundings of(Catalogue catalogue, ManualClock clock, String hall, Panel panel) {
    catalogue.check();
    Navigator navigator = new Navigator(route -> new Blank());
    Session session = new Session(clock, IdleLimits.DEFAULT, () -> {});
    return new Surroundings(
        catalogue,
        navigator,
        session,
        Optional.of(hall),
        clock,
        panel,
        InputMethod.lettersOnly(),
        new Diary(Path.of("nowhere"), Runnable::run, clock));
  }

  public static Route at(Surroundings surroundings) {
    return surroundings.navigator().place().orElseThrow().route();
  }

  private static final class Blank implements Screen {
    private final Region node = new Region();

    @Override
    public Region node() {
      return node;
    }

    @Override
    public SessionKind kind() {
      return SessionKind.LIST;
    }
  }
}
