package cn.gongkai.kiosk.input;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.Hall;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Synonym;
import cn.gongkai.content.model.Topic;
import cn.gongkai.content.search.Pinyin;
import cn.gongkai.kiosk.data.Catalogue;
import cn.gongkai.kiosk.data.Content;
import cn.gongkai.kiosk.data.Listing;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.data.Rows;
import cn.gongkai.kiosk.input.ink.InkLimits;
import cn.gongkai.kiosk.input.ink.InkParts;
import cn.gongkai.kiosk.input.ink.InkRecogniser;
import cn.gongkai.kiosk.input.pinyin.Accents;
import cn.gongkai.kiosk.input.pinyin.DecoderLimits;
import cn.gongkai.kiosk.input.pinyin.FuzzyPair;
import cn.gongkai.kiosk.input.pinyin.Lexicon;
import cn.gongkai.kiosk.input.pinyin.LexiconFile;
import cn.gongkai.kiosk.input.pinyin.PinyinEngine;
import cn.gongkai.kiosk.input.pinyin.SitePhrases;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Fault;
import cn.gongkai.kiosk.work.FaultException;
import cn.gongkai.kiosk.work.Lane;
import cn.gongkai.kiosk.work.Ticker;
import com.hankcs.hanlp.HanLP;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The terminal's one input method: holds what reads handwriting and the pinyin engine, once they
/// are loaded, and keeps the engine in step with the words of the release in view. Knows nothing of
/// what anyone typed. JavaFX thread only.
///
/// *On failure*: without a usable lexicon there is no engine, which is logged once as
/// `KIOSK-LEXICON`, and keyboards type letters only.
public final class InputMethod {

  private static final Logger LOG = LoggerFactory.getLogger(InputMethod.class);
  private static final int TITLES_MAX = 30_000;
  private static final int STRETCH = 500;

  private final Background background;
  private final Ticker ticker;
  private final Lane loading;
  private final Lane loadingInk;
  private final ReadOnlyObjectWrapper<Optional<InkRecogniser>> handwriting =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Lane accenting;
  private final ReadOnlyObjectWrapper<Accents> accents = new ReadOnlyObjectWrapper<>(Accents.ALL);
  private final ReadOnlyObjectWrapper<Optional<PinyinEngine>> engine =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// @param ticker tells when a pen has rested
  public InputMethod(Background background, Ticker ticker) {
    this.background = background;
    this.ticker = ticker;
    this.loading = background.lane();
    this.loadingInk = background.lane();
    this.accenting = background.lane();
  }

  /// One that never has an engine.
  public static InputMethod lettersOnly() {
    return new InputMethod(Background.sameThread(), Ticker.never());
  }

  // Properties

  /// Empty as long as there is none.
  public ReadOnlyObjectProperty<Optional<PinyinEngine>> engineProperty() {
    return engine.getReadOnlyProperty();
  }

  /// What reads handwriting; empty as long as there is none.
  public ReadOnlyObjectProperty<Optional<InkRecogniser>> handwritingProperty() {
    return handwriting.getReadOnlyProperty();
  }

  /// What handwriting is read with, for the staff.
  public InkParts inkParts() {
    return handwriting.get().map(InkRecogniser::description).orElse(InkParts.NONE);
  }

  /// The accents in force.
  public ReadOnlyObjectProperty<Accents> accentsProperty() {
    return accents.getReadOnlyProperty();
  }

  // Commands

  Ticker ticker() {
    return ticker;
  }

  /// A line of decodings for one keyboard.
  public Lane lane() {
    return background.lane();
  }

  /// Loads the lexicon.
  ///
  /// @param lexicon empty where none was installed
  /// @param wanted sounds that may be typed for one another
  public void start(Optional<Path> lexicon, Accents wanted) {
    accents.set(wanted);
    loading.load(
        () -> open(lexicon, wanted.pairs()),
        loaded -> {
          engine.set(Optional.of(loaded));
          if (!accents.get().equals(wanted)) {
            use(accents.get());
          }
        },
        fault -> LOG.info("pinyin: off, letters and initials only"));
  }

  /// Loads the handwriting. Without a usable model there is none, which is logged as
  /// `KIOSK-INK-MODEL`, and keyboards have no 手写.
  ///
  /// @param folder empty where none was installed
  public void startHandwriting(Optional<Path> folder) {
    folder.ifPresent(
        installed ->
            loadingInk.load(
                () -> InkRecogniser.open(installed, InkLimits.DEFAULT),
                loaded -> handwriting.set(Optional.of(loaded)),
                fault -> LOG.info("handwriting: off")));
  }

  /// Changes the accents of the running terminal. Keyboards in use follow with the next key;
  /// nothing is written to a file, see [cn.gongkai.kiosk.data.Installation#keepAccents].
  public void use(Accents wanted) {
    accents.set(wanted);
    engine
        .get()
        .ifPresent(
            now ->
                accenting.load(
                    () -> now.accented(wanted.pairs()),
                    made -> engine.set(engine.get().map(known -> known.accentedLike(made))),
                    fault -> LOG.warn("{}: the accents stay as they were", fault.code())));
  }

  /// From now on the words of each release are known soon after it has come.
  public void follow(Catalogue catalogue) {
    Lane learning = background.lane();
    engine.subscribe(now -> learn(catalogue, learning, false));
    catalogue.generationProperty().subscribe(now -> learn(catalogue, learning, true));
  }

  private void learn(Catalogue catalogue, Lane lane, boolean anew) {
    Optional<PinyinEngine> known = engine.get();
    Optional<Outline> outline = catalogue.outline();
    if (known.isEmpty() || outline.isEmpty() || known.get().knowsSite() && !anew) {
      return;
    }
    catalogue.load(
        lane,
        content -> known.get().with(site(known.get(), outline.get(), content)),
        learned -> engine.set(engine.get().map(learned::accentedLike)),
        this::forget);
  }

  /// Words of a release that is gone must not be offered.
  private void forget(Fault fault) {
    LOG.info("pinyin: the site's words are not known: {}", fault.code());
    engine
        .get()
        .filter(PinyinEngine::knowsSite)
        .map(PinyinEngine::alone)
        .map(Optional::of)
        .ifPresent(engine::set);
  }

  private static PinyinEngine open(Optional<Path> lexicon, Set<FuzzyPair> pairs)
      throws FaultException {
    if (lexicon.isEmpty()) {
      throw new FaultException(LexiconFile.UNUSABLE, "no lexicon is installed");
    }
    Lexicon read = LexiconFile.read(lexicon.get());
    LOG.info("pinyin: {} words, {} kB", read.words(), read.bytes() / 1024);
    return PinyinEngine.of(read, pairs, DecoderLimits.DEFAULT);
  }

  private static Lexicon site(PinyinEngine engine, Outline outline, Content content)
      throws FaultException {
    SitePhrases phrases =
        new SitePhrases(
            engine.syllables(), Pinyin::syllables, InputMethod::cut, SitePhrases.Limits.DEFAULT);
    for (Topic topic : outline.topics()) {
      phrases.addTopic(topic.name());
      topic.words().forEach(phrases::addName);
    }
    for (Synonym synonym : outline.synonyms()) {
      synonym.said().forEach(phrases::addName);
      synonym.written().forEach(phrases::addName);
    }
    outline.columns().stream().map(Column::name).forEach(phrases::addName);
    outline.halls().stream().map(Hall::name).forEach(phrases::addPlace);
    OptionalLong from = OptionalLong.empty();
    for (int seen = 0; seen < TITLES_MAX; seen += STRETCH) {
      Rows rows = content.list(Listing.ALL, from, STRETCH);
      rows.items().forEach(item -> add(phrases, item));
      from = rows.next();
      if (from.isEmpty()) {
        break;
      }
    }
    Lexicon lexicon = phrases.lexicon();
    LOG.info("pinyin: {} phrases of the site, {} kB", lexicon.words(), lexicon.bytes() / 1024);
    return lexicon;
  }

  private static void add(SitePhrases phrases, Item item) {
    phrases.addTitle(item.title());
    item.metadata().keywords().forEach(phrases::addName);
  }

  private static List<String> cut(String text) {
    return HanLP.segment(text).stream().map(term -> term.word).toList();
  }
}
