package cn.gongkai.kiosk.frame;

import cn.gongkai.content.model.Hall;
import cn.gongkai.kiosk.data.Freshness;
import cn.gongkai.kiosk.data.Holding;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.text.Wording;
import java.time.Instant;
import java.time.ZonedDateTime;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The words of the frame: names, date and time, and how new the content is.
public final class FrameViewModel {

  /// What can be said of the content in view.
  public enum Standing {
    /// The site was heard a short while ago, and nothing is known to be missing.
    NEWEST,
    /// The site was not heard for some time.
    OFFLINE,
    /// Items are left out because their texts cannot be read.
    INCOMPLETE
  }

  private final Surroundings surroundings;
  private final ReadOnlyStringWrapper siteName =
      new ReadOnlyStringWrapper(Messages.of("frame.site"));
  private final ReadOnlyStringWrapper hallName = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper date = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper freshness = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Standing> standing =
      new ReadOnlyObjectWrapper<>(Standing.NEWEST);
  private final ReadOnlyStringWrapper banner = new ReadOnlyStringWrapper("");

  public FrameViewModel(Surroundings surroundings) {
    this.surroundings = surroundings;
    surroundings.catalogue().holdingProperty().addListener((held, before, now) -> refresh());
    refresh();
  }

  // Properties

  public ReadOnlyStringProperty siteNameProperty() {
    return siteName.getReadOnlyProperty();
  }

  /// The hall the terminal stands in; empty where it is not configured.
  public ReadOnlyStringProperty hallNameProperty() {
    return hallName.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty dateProperty() {
    return date.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty timeProperty() {
    return time.getReadOnlyProperty();
  }

  /// For example 内容更新于10分钟前; empty while there is no content.
  public ReadOnlyStringProperty freshnessProperty() {
    return freshness.getReadOnlyProperty();
  }

  /// What the words of freshness come down to.
  public ReadOnlyObjectProperty<Standing> standingProperty() {
    return standing.getReadOnlyProperty();
  }

  /// A calm sentence where the content is old; empty otherwise.
  public ReadOnlyStringProperty bannerProperty() {
    return banner.getReadOnlyProperty();
  }

  // Commands

  /// Looks at the clock and the content again; called once a second.
  public void refresh() {
    ZonedDateTime now = ZonedDateTime.now(surroundings.clock());
    date.set(Wording.dayOfWeek(now.toLocalDate()));
    time.set(Wording.time(now.toLocalTime()));
    hallName.set(surroundings.hall().map(Hall::name).orElse(""));
    switch (surroundings.catalogue().holdingProperty().get()) {
      case Holding.Ready ready -> {
        siteName.set(ready.outline().site().name());
        describe(ready.freshness(), now.toInstant());
      }
      case Holding.Opening ignored -> describeNothing();
      case Holding.Preparing ignored -> describeNothing();
      case Holding.Broken ignored -> describeNothing();
    }
  }

  private void describe(Freshness known, Instant now) {
    boolean online = known.onlineAt(now);
    String asOf =
        online
            ? Messages.of("frame.fresh", Wording.ago(known.asOf(), surroundings.clock()))
            : Messages.of("frame.offline", Wording.moment(known.asOf(), surroundings.clock()));
    if (known.whole()) {
      standing.set(online ? Standing.NEWEST : Standing.OFFLINE);
      freshness.set(asOf);
    } else {
      standing.set(Standing.INCOMPLETE);
      freshness.set(Messages.of("frame.leftOut", asOf, String.valueOf(known.leftOut())));
    }
    banner.set(
        known.staleAt(now)
            ? Messages.of("frame.stale", Wording.moment(known.asOf(), surroundings.clock()))
            : "");
  }

  private void describeNothing() {
    freshness.set("");
    standing.set(Standing.NEWEST);
    banner.set("");
  }
}
