package cn.gongkai.kiosk.app;

import cn.gongkai.kiosk.data.Catalogue;
import cn.gongkai.kiosk.data.Holding;
import cn.gongkai.kiosk.data.Installation;
import cn.gongkai.kiosk.frame.Comfort;
import cn.gongkai.kiosk.frame.DesignCanvas;
import cn.gongkai.kiosk.frame.Frame;
import cn.gongkai.kiosk.frame.FrameViewModel;
import cn.gongkai.kiosk.input.InputMethod;
import cn.gongkai.kiosk.input.pinyin.Accents;
import cn.gongkai.kiosk.nav.IdleLimits;
import cn.gongkai.kiosk.nav.Navigator;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.nav.Screen;
import cn.gongkai.kiosk.nav.Session;
import cn.gongkai.kiosk.pdf.PageStore;
import cn.gongkai.kiosk.pdf.PdfLimits;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Fault;
import cn.gongkai.kiosk.work.Ticker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The whole terminal, put together: read from top to bottom it is the list of who takes part.
/// JavaFX thread only.
final class Terminal implements AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(250);
  private static final Duration CLOCK = Duration.ofSeconds(1);
  private static final Duration CHECK = Duration.ofSeconds(3);

  /// What the terminal is told from outside.
  ///
  /// @param directory the terminal directory; it need not exist
  /// @param clock in the zone residents live in
  record Setup(
      Path directory,
      Optional<String> hall,
      Panel panel,
      TextSize textSize,
      Theme theme,
      Clock clock) {}

  private static final Logger LOG = LoggerFactory.getLogger(Terminal.class);

  private final Path directory;
  private final Catalogue catalogue;
  private final Navigator navigator;
  private final Session session;
  private final Comfort comfort;
  private final FrameViewModel frameModel;
  private final Frame frame;
  private final DesignCanvas canvas;
  private final Surroundings surroundings;
  private final Ticker ticker;
  private final PageStore pages;
  private final List<Ticker.Ticking> tickings = new ArrayList<>();

  Terminal(Setup setup, Background background, Ticker ticker) {
    this.directory = setup.directory();
    this.ticker = ticker;
    this.pages = new PageStore(PdfLimits.DEFAULT, background);
    this.catalogue = new Catalogue(setup.directory(), background, setup.clock());
    this.comfort = new Comfort(setup.textSize(), setup.theme());
    this.navigator = new Navigator(this::create);
    this.session = new Session(setup.clock(), IdleLimits.DEFAULT, this::forget);
    this.surroundings =
        new Surroundings(
            catalogue,
            navigator,
            session,
            setup.hall(),
            setup.clock(),
            setup.panel(),
            new InputMethod(background, ticker));
    this.frameModel = new FrameViewModel(surroundings);
    this.frame = new Frame(surroundings, frameModel, comfort);
    this.canvas = new DesignCanvas(setup.panel(), frame.node(), comfort);
    catalogue.holdingProperty().subscribe(this::hold);
    navigator
        .placeProperty()
        .subscribe(
            place ->
                place.map(Navigator.Place::screen).map(Screen::kind).ifPresent(session::enter));
  }

  /// Looks for content and begins to count time.
  void start() {
    surroundings.input().follow(catalogue);
    surroundings.input().start(lexicon(), accents());
    surroundings.input().startHandwriting(handwriting());
    catalogue.check();
    tickings.add(ticker.every(TICK, session::tick));
    tickings.add(ticker.every(CLOCK, frameModel::refresh));
    tickings.add(ticker.every(CHECK, catalogue::check));
  }

  /// Something was thrown that nobody caught.
  void fail(Throwable trouble) {
    frame.show(Fault.of(trouble));
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Navigator navigator() {
    return navigator;
  }

  Session session() {
    return session;
  }

  Comfort comfort() {
    return comfort;
  }

  Frame frame() {
    return frame;
  }

  DesignCanvas canvas() {
    return canvas;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public void close() {
    tickings.forEach(Ticker.Ticking::close);
    pages.close();
    catalogue.close();
  }

  /// Where the launcher found the keyboard's lexicon.
  private static Optional<Path> lexicon() {
    return Optional.ofNullable(System.getProperty("gongkai.lexicon")).map(Path::of);
  }

  /// Where the launcher found what reads handwriting.
  private static Optional<Path> handwriting() {
    return Optional.ofNullable(System.getProperty("gongkai.ink")).map(Path::of);
  }

  /// Which sounds the county lets residents type for one another.
  private Accents accents() {
    Accents accents = Accents.of(Installation.read(directory).accents());
    if (!accents.unknown().isEmpty()) {
      LOG.warn("{}: no such accents in terminal.json: {}", Accents.UNKNOWN, accents.unknown());
    }
    return accents;
  }

  private Screen create(Route route) {
    return new Screens(surroundings, frameModel, pages, ticker).create(route);
  }

  private void hold(Holding holding) {
    if (holding instanceof Holding.Ready && navigator.place().isEmpty()) {
      navigator.reset(new Route.Attract());
    }
  }

  /// Nothing of the last person stays.
  private void forget() {
    comfort.reset();
    if (navigator.place().isPresent()) {
      navigator.reset(new Route.Attract());
    }
  }
}
