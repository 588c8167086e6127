package cn.gongkai.kiosk.app;

import cn.gongkai.content.meaning.OnnxEmbedder;
import cn.gongkai.kiosk.data.Catalogue;
import cn.gongkai.kiosk.data.Diary;
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
import cn.gongkai.kiosk.screen.staff.PinGate;
import cn.gongkai.kiosk.screen.staff.StaffPorts;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.ui.ShownTexts;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Fault;
import cn.gongkai.kiosk.work.FaultException;
import cn.gongkai.kiosk.work.Ticker;
import java.io.IOException;
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

  private static final int DIARY_QUEUE = 256;
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

  /// Search by meaning is installed and does not run on this machine.
  private static final String NO_MEANING = "KIOSK-MEANING";

  private static final Logger LOG = LoggerFactory.getLogger(Terminal.class);

  private final Diary diary;
  private final PinGate gate;
  private final TypingForStaff typing;
  private final Path directory;
  private Optional<Runnable> restart = Optional.empty();
  private final Background background;
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
    this.background = background;
    this.diary = new Diary(directory, background.aside(DIARY_QUEUE), setup.clock());
    background.watch(diary::fault);
    this.gate = new PinGate(setup.clock());
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
            new InputMethod(background, ticker),
            diary);
    this.typing = new TypingForStaff(directory, surroundings.input(), background);
    this.frameModel = new FrameViewModel(surroundings);
    this.frame = new Frame(surroundings, frameModel, comfort);
    this.canvas = new DesignCanvas(setup.panel(), frame.node(), comfort);
    catalogue.holdingProperty().subscribe(this::hold);
    catalogue.generationProperty().subscribe(this::tellOfRelease);
    navigator.placeProperty().subscribe(this::tellOfPlace);
    navigator
        .placeProperty()
        .subscribe(
            place ->
                place.map(Navigator.Place::screen).map(Screen::kind).ifPresent(session::enter));
  }

  /// Looks for content and begins to count time.
  void start() {
    surroundings.input().follow(catalogue);
    Installation installed = Installation.read(directory);
    installed.fault().ifPresent(this::tellOfSettings);
    surroundings.input().start(lexicon(), accents(installed));
    surroundings.input().startHandwriting(handwriting());
    startMeaning();
    catalogue.check();
    tickings.add(ticker.every(TICK, session::tick));
    tickings.add(ticker.every(CLOCK, frameModel::refresh));
    tickings.add(ticker.every(CHECK, catalogue::check));
  }

  /// Something was thrown that nobody caught.
  void fail(Throwable trouble) {
    Fault fault = Fault.of(trouble);
    diary.fault(fault);
    frame.show(fault);
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
    diary.close();
  }

  /// Where the launcher found the keyboard's lexicon.
  private static Optional<Path> lexicon() {
    return Optional.ofNullable(System.getProperty("gongkai.lexicon")).map(Path::of);
  }

  /// Where the launcher found what reads handwriting.
  private static Optional<Path> handwriting() {
    return Optional.ofNullable(System.getProperty("gongkai.ink")).map(Path::of);
  }

  /// Where the launcher found the network that finds by meaning. It runs in what reads handwriting.
  private void startMeaning() {
    Optional<Path> network =
        Optional.ofNullable(System.getProperty("gongkai.meaning")).map(Path::of);
    if (network.isPresent() && handwriting().isPresent()) {
      understand(network.get(), handwriting().get());
    }
  }

  private void understand(Path network, Path runtime) {
    background
        .lane()
        .load(
            () -> {
              try {
                catalogue.understandBy(OnnxEmbedder.open(network, runtime));
                return network;
              } catch (IOException e) {
                throw new FaultException(NO_MEANING, String.valueOf(e.getMessage()), e);
              }
            },
            from -> LOG.info("search finds by meaning, with {}", from),
            fault -> LOG.warn("search goes by words and sounds alone: {}", fault.detail()));
  }

  /// Which sounds the county lets residents type for one another.
  private Accents accents(Installation installed) {
    Accents accents = Accents.of(installed.accents());
    if (!accents.unknown().isEmpty()) {
      tellOfSettings(
          new Fault(Accents.UNKNOWN, "no such accents in terminal.json: " + accents.unknown()));
    }
    return accents;
  }

  /// To the log, the staff and the desk.
  private void tellOfSettings(Fault fault) {
    LOG.warn("{}: {}", fault.code(), fault.detail());
    diary.fault(fault);
  }

  private Screen create(Route route) {
    return new Screens(surroundings, frameModel, pages, ticker, staff()).create(route);
  }

  private void hold(Holding holding) {
    if (holding instanceof Holding.Ready && navigator.place().isEmpty()) {
      navigator.reset(new Route.Attract());
    }
  }

  private StaffPorts staff() {
    return new StaffPorts(directory, gate, typing::lines, typing.accents(), restart);
  }

  private void tellOfRelease(Number generation) {
    if (generation.longValue() >= 0) {
      diary.shown(generation.longValue());
    }
  }

  /// Who begins is counted once; what is opened is counted without saying what it was.
  private void tellOfPlace(Optional<Navigator.Place> before, Optional<Navigator.Place> now) {
    if (before.filter(place -> place.route() instanceof Route.Attract).isPresent()
        && now.filter(place -> !(place.route() instanceof Route.Attract)).isPresent()) {
      diary.count(Diary.SESSION);
    }
    now.map(Navigator.Place::route).flatMap(Terminal::event).ifPresent(diary::count);
  }

  private static Optional<String> event(Route route) {
    return switch (route) {
      case Route.ItemView ignored -> Optional.of(Diary.OPEN);
      case Route.BigCode ignored -> Optional.of(Diary.CODE);
      case Route.Search ignored -> Optional.of(Diary.SEARCH);
      case Route.GazettePages ignored -> Optional.of(Diary.OPEN);
      case Route.Attract ignored -> Optional.empty();
      case Route.Home ignored -> Optional.empty();
      case Route.ColumnList ignored -> Optional.empty();
      case Route.DivisionList ignored -> Optional.empty();
      case Route.Newest ignored -> Optional.empty();
      case Route.TopicList ignored -> Optional.empty();
      case Route.Hall ignored -> Optional.empty();
      case Route.Help ignored -> Optional.empty();
      case Route.Staff ignored -> Optional.empty();
    };
  }

  /// What begins the program anew where something starts it again.
  void restartWith(Runnable action) {
    restart = Optional.of(action);
  }

  /// Nothing of the last person stays.
  private void forget() {
    diary.count(Diary.IDLE);
    comfort.reset();
    if (navigator.place().isPresent()) {
      navigator.reset(new Route.Attract());
    }
    ShownTexts.forget();
  }
}
