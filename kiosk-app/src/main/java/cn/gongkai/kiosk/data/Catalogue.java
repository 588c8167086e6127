package cn.gongkai.kiosk.data;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Site;
import cn.gongkai.content.search.Embedder;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.content.store.StoreState;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Fault;
import cn.gongkai.kiosk.work.FaultException;
import cn.gongkai.kiosk.work.Lane;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The kiosk's view of the terminal's content. It opens the store as soon as there is one, notices
/// every new release, and loads off the screen's thread. All methods are called on the JavaFX
/// thread unless they say otherwise.
///
/// *On failure*: the last holding stays in view while a check fails; a store that cannot be opened
/// is tried again at the next check.
public final class Catalogue implements AutoCloseable {

  /// Reads something from the content; runs off the screen's thread.
  @FunctionalInterface
  public interface Reading<T> {
    T from(Content content) throws Exception;
  }

  /// There is no content to read from yet.
  public static final String NOT_READY = "KIOSK-PREPARING";

  /// Not there yet, or of another version of the program: the agent builds it anew by itself.
  private static final Set<String> BEING_MADE = Set.of("STORE-MISSING", "STORE-VERSION");

  /// Opens the store of the terminal.
  @FunctionalInterface
  interface Opener {
    ContentReader open() throws StoreException;
  }

  private final Path terminal;
  private final Opener opener;
  private final Background background;
  private final Clock clock;
  private final Lane checks;
  private final Object opening = new Object();
  private volatile @Nullable ContentReader reader;
  private volatile @Nullable Names names;
  private volatile Optional<Embedder> embedder = Optional.empty();
  private boolean checking;

  private final ReadOnlyObjectWrapper<Holding> holding =
      new ReadOnlyObjectWrapper<>(new Holding.Opening());
  private final ReadOnlyLongWrapper generation = new ReadOnlyLongWrapper(-1);

  /// @param terminal the terminal directory; it need not exist yet
  /// @param clock in the zone residents live in
  public Catalogue(Path terminal, Background background, Clock clock) {
    this(terminal, background, clock, () -> ContentReader.open(terminal, clock));
  }

  Catalogue(Path terminal, Background background, Clock clock, Opener opener) {
    this.terminal = terminal;
    this.opener = opener;
    this.background = background;
    this.clock = clock;
    this.checks = background.lane();
  }

  // Properties

  public ReadOnlyObjectProperty<Holding> holdingProperty() {
    return holding.getReadOnlyProperty();
  }

  /// Number of the release in view; changes when a new one has come, -1 before the first.
  public ReadOnlyLongProperty generationProperty() {
    return generation.getReadOnlyProperty();
  }

  /// What is in memory of the release in view; empty before the first.
  public Optional<Outline> outline() {
    return holding.get() instanceof Holding.Ready ready
        ? Optional.of(ready.outline())
        : Optional.empty();
  }

  // Commands

  /// A line of requests for one screen; cancel it when the screen is disposed of.
  public Lane lane() {
    return background.lane();
  }

  /// Reads off the screen's thread and answers on it; the latest request of the lane wins.
  public <T> void load(
      Lane lane,
      Reading<T> reading,
      Consumer<? super T> onReady,
      Consumer<? super Fault> onFailed) {
    lane.load(() -> reading.from(content()), onReady, onFailed);
  }

  /// Looks for a store or a new release. Called every few seconds; costs microseconds where nothing
  /// is new.
  public void check() {
    if (checking) {
      return;
    }
    checking = true;
    checks.load(this::look, this::hold, this::fail);
  }

  /// The file of a blob, whether or not it is there. Any thread.
  public Path blobFile(BlobRef blob) {
    ContentReader open = reader;
    return open == null ? terminal.resolve("blobs").resolve(blob.path()) : open.blob(blob);
  }

  @Override
  public void close() {
    checks.cancel();
    synchronized (opening) {
      ContentReader open = reader;
      reader = null;
      if (open != null) {
        open.close();
      }
    }
  }

  private Content content() throws FaultException {
    ContentReader open = reader;
    if (open == null) {
      throw new FaultException(NOT_READY, "the store is not open");
    }
    return new Content(open, clock, this::names);
  }

  private Holding look() throws FaultException {
    try {
      return look(opened());
    } catch (StoreException e) {
      if (BEING_MADE.contains(e.code())) {
        return new Holding.Preparing(e.code());
      }
      throw new FaultException(e.code(), String.valueOf(e.getMessage()), e);
    }
  }

  private Holding look(ContentReader open) throws StoreException {
    StoreState state = open.state();
    Optional<Site> site = open.findSite();
    if (state.asOf().isEmpty() || site.isEmpty()) {
      return new Holding.Preparing("STORE-EMPTY");
    }
    Freshness freshness = freshness(state, site.get());
    Outline known = outline().orElse(null);
    if (known != null && known.generation() == state.generation()) {
      return new Holding.Ready(known, freshness);
    }
    open.beginToPrepareSearch();
    return new Holding.Ready(outline(open, state.generation(), site.get()), freshness);
  }

  private Freshness freshness(StoreState state, Site site) {
    return new Freshness(
        state.asOf().orElseThrow(),
        TerminalJson.agentReport(terminal).find().flatMap(AgentReport::succeededAt),
        Duration.ofHours(site.staleAfterHours()),
        state.unreadable());
  }

  /// Made once a release, by whoever asks first.
  private synchronized Names names(Outline outline) {
    Names known = names;
    if (known == null || known.generation() != outline.generation()) {
      known = Names.of(outline);
      names = known;
    }
    return known;
  }

  private static Outline outline(ContentReader open, long generation, Site site)
      throws StoreException {
    Map<ColumnId, Outline.Filled> filled = new HashMap<>();
    open.columnStates()
        .forEach((id, state) -> filled.put(id, new Outline.Filled(state.items(), state.newest())));
    return new Outline(
        generation, site, open.columns(), filled, open.halls(), open.topics(), open.synonyms());
  }

  /// Search finds by meaning as well, from now on. Off the screen's thread.
  public void understandBy(Embedder by) {
    synchronized (opening) {
      embedder = Optional.of(by);
      Optional.ofNullable(reader).ifPresent(open -> open.understandBy(by));
    }
  }

  /// Whether search finds by meaning.
  public boolean understands() {
    return embedder.isPresent();
  }

  private ContentReader opened() throws StoreException {
    synchronized (opening) {
      ContentReader open = reader;
      if (open == null) {
        open = opener.open();
        embedder.ifPresent(open::understandBy);
        reader = open;
      }
      return open;
    }
  }

  private void hold(Holding next) {
    checking = false;
    holding.set(next);
    if (next instanceof Holding.Ready ready) {
      generation.set(ready.outline().generation());
    }
  }

  private void fail(Fault fault) {
    checking = false;
    reopen();
    if (!(holding.get() instanceof Holding.Ready)) {
      holding.set(new Holding.Broken(fault));
    }
  }

  private void reopen() {
    synchronized (opening) {
      ContentReader open = reader;
      reader = null;
      if (open != null) {
        open.close();
      }
    }
  }
}
