package cn.gongkai.kiosk.screen.attract;

import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.kiosk.data.Content;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.text.Wording;
import cn.gongkai.kiosk.work.Fault;
import cn.gongkai.kiosk.work.FaultException;
import cn.gongkai.kiosk.work.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides which poster hangs. Only items approved for it are shown, each opens itself; where none
/// are, the terminal only invites.
final class AttractViewModel {

  /// More posters than this are not read.
  static final int POSTERS_MAX = 24;

  private static final Logger LOG = LoggerFactory.getLogger(AttractViewModel.class);

  /// An item as a poster.
  ///
  /// @param words the one sentence worth reading from afar; empty where the title says it all
  record Poster(ItemId id, String column, String title, String words, String facts) {}

  private final Surroundings surroundings;
  private final Lane lane;
  private final ReadOnlyObjectWrapper<Optional<Poster>> poster =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<Poster> posters = List.of();
  private int at;
  private long generation = -1;

  AttractViewModel(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.lane = surroundings.catalogue().lane();
  }

  // Properties

  ReadOnlyObjectProperty<Optional<Poster>> posterProperty() {
    return poster.getReadOnlyProperty();
  }

  // Commands

  void refresh() {
    long now = surroundings.catalogue().generationProperty().get();
    if (now != generation) {
      generation = now;
      surroundings
          .catalogue()
          .outline()
          .ifPresent(
              outline ->
                  surroundings
                      .catalogue()
                      .load(lane, content -> read(content, outline), this::show, this::fail));
    }
  }

  /// Hangs the next poster.
  void next() {
    if (!posters.isEmpty()) {
      at = (at + 1) % posters.size();
      poster.set(Optional.of(posters.get(at)));
    }
  }

  /// Opens what the poster shows; going back leads home.
  void open(Poster shown) {
    surroundings.navigator().home();
    surroundings.navigator().open(new Route.ItemView(shown.id()));
  }

  void begin() {
    surroundings.navigator().home();
  }

  void dispose() {
    lane.cancel();
  }

  private List<Poster> read(Content content, Outline outline) throws FaultException {
    List<Poster> found = new ArrayList<>();
    for (ItemId id : outline.site().attract().stream().limit(POSTERS_MAX).toList()) {
      content
          .findItem(id)
          .filter(item -> !item.metadata().validityOn(content.today()).isOver())
          .ifPresent(item -> found.add(poster(item, outline)));
    }
    return found;
  }

  private static Poster poster(Item item, Outline outline) {
    String words =
        item.details() instanceof Details.Interpretation told
            ? told.oneSentence()
            : item.subtitle().or(() -> item.metadata().abstractText()).orElse("");
    return new Poster(
        item.id(),
        outline.columnName(item.column()),
        item.title(),
        words,
        item.metadata().publisher() + "　" + Wording.day(item.metadata().publishedOn()));
  }

  private void show(List<Poster> found) {
    posters = List.copyOf(found);
    at = 0;
    poster.set(posters.stream().findFirst());
  }

  private void fail(Fault fault) {
    LOG.info("{}: no posters", fault.code());
    show(List.of());
  }
}
