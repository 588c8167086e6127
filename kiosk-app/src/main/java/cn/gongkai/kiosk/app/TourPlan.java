package cn.gongkai.kiosk.app;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Hall;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Presentation;
import cn.gongkai.kiosk.data.Content;
import cn.gongkai.kiosk.data.Holding;
import cn.gongkai.kiosk.data.Listing;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.data.Rows;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.work.Fault;
import cn.gongkai.kiosk.work.FaultException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javafx.scene.control.ButtonBase;

/// Every screen of a terminal, found from what its store holds: each presentation of a column, each
/// kind of item, search in its states, help, and trouble.
final class TourPlan {

  private static final int SCAN_MAX = 4000;
  private static final int STRETCH = 200;
  private static final String NONSENSE = "zzqqxx";

  private final Terminal terminal;
  private final List<TourStop> stops = new ArrayList<>();

  private TourPlan(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Stops that need no content.
  static List<TourStop> withoutContent(Terminal terminal) {
    TourPlan plan = new TourPlan(terminal);
    plan.addTrouble();
    return List.copyOf(plan.stops);
  }

  /// All stops.
  ///
  /// @param items one item of each kind, see [#itemsOfEachKind]
  static List<TourStop> of(Terminal terminal, Outline outline, Map<String, Item> items) {
    TourPlan plan = new TourPlan(terminal);
    plan.add("attract", new Route.Attract());
    plan.add("home", new Route.Home());
    plan.addColumns(outline);
    plan.addLists(outline);
    items.forEach(plan::addItem);
    plan.addSearch(outline);
    plan.add("hall", new Route.Hall());
    plan.add("help", new Route.Help());
    plan.add("staff", new Route.Staff());
    plan.addReach();
    plan.addTrouble();
    return List.copyOf(plan.stops);
  }

  /// The newest item of each kind of details, by the kind's name. Reads the store.
  static Map<String, Item> itemsOfEachKind(Content content) throws FaultException {
    Map<String, Item> found = new LinkedHashMap<>();
    OptionalLong from = OptionalLong.empty();
    for (int seen = 0; seen < SCAN_MAX; seen += STRETCH) {
      Rows rows = content.list(Listing.ALL, from, STRETCH);
      rows.items().forEach(item -> found.putIfAbsent(kind(item), item));
      from = rows.next();
      if (from.isEmpty()) {
        break;
      }
    }
    return found;
  }

  private static String kind(Item item) {
    if (item.details() instanceof Details.Plain && item.metadata().documentNumber().isPresent()) {
      return item.metadata().invalidatedOn().isPresent() ? "document-repealed" : "document";
    }
    String type = item.details().getClass().getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1");
    String form =
        item.details() instanceof Details.Interpretation told ? "-" + told.form().name() : "";
    return (type + form).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void add(String name, Route route) {
    stops.add(
        new TourStop(
            name,
            () -> {
              terminal.navigator().reset(new Route.Home());
              terminal.navigator().open(route);
            }));
  }

  private void addColumns(Outline outline) {
    Set<Presentation> seen = EnumSet.noneOf(Presentation.class);
    for (Column column : outline.columns()) {
      boolean leaf = outline.filledChildren(column.id()).isEmpty();
      if (leaf && outline.findFilled(column.id()).isPresent() && seen.add(column.presentation())) {
        String name = column.presentation().name().toLowerCase(Locale.ROOT).replace('_', '-');
        add("column-" + name, Route.ColumnList.of(column.id()));
      }
    }
    outline.columns().stream()
        .filter(column -> !outline.filledChildren(column.id()).isEmpty())
        .findFirst()
        .ifPresent(column -> add("column-with-parts", Route.ColumnList.of(column.id())));
  }

  private void addLists(Outline outline) {
    outline.topics().stream()
        .findFirst()
        .ifPresent(topic -> add("topic", new Route.TopicList(topic.id())));
    add("newest", new Route.Newest());
    outline.halls().stream()
        .filter(hall -> !hall.division().isCounty())
        .findFirst()
        .map(Hall::division)
        .ifPresent(division -> add("own", new Route.DivisionList(division)));
  }

  private void addItem(String kind, Item item) {
    add("item-" + kind, new Route.ItemView(item.id()));
    switch (item.details()) {
      case Details.GazetteIssue ignored -> {
        add("gazette-page", new Route.GazettePages(item.id(), 1, false));
        add("gazette-reflowed", new Route.GazettePages(item.id(), 1, true));
      }
      case Details.Code ignored -> add("code-big", new Route.BigCode(item.id()));
      case Details.Plain ignored -> {}
      case Details.Interpretation ignored -> {}
      case Details.AnnualReport ignored -> {}
      case Details.Answer ignored -> {}
      case Details.Campaign ignored -> {}
      case Details.Event ignored -> {}
      case Details.CreditEntry ignored -> {}
      case Details.Service ignored -> {}
      case Details.Proposal ignored -> {}
      case Details.Office ignored -> {}
    }
  }

  private void addSearch(Outline outline) {
    add("search", new Route.Search(""));
    outline.topics().stream()
        .findFirst()
        .ifPresent(topic -> add("search-found", new Route.Search(topic.name())));
    add("search-nothing", new Route.Search(NONSENSE));
    stops.add(
        new TourStop(
            "search-handwriting",
            () -> {
              terminal.navigator().reset(new Route.Home());
              terminal.navigator().open(new Route.Search(""));
              press(Messages.of("keyboard.handwriting"));
            }));
  }

  /// Presses a key of the keyboard, where it is offered.
  private void press(String words) {
    terminal.canvas().canvas().lookupAll(".key").stream()
        .filter(node -> node instanceof ButtonBase key && words.equals(key.getText()))
        .findFirst()
        .ifPresent(node -> ((ButtonBase) node).fire());
  }

  private void addReach() {
    stops.add(
        new TourStop(
            "reach",
            () -> {
              terminal.navigator().reset(new Route.Home());
              terminal.comfort().toggleReach();
            }));
  }

  private void addTrouble() {
    stops.add(
        new TourStop(
            "fault",
            () -> {
              if (terminal.catalogue().outline().isPresent()) {
                terminal.navigator().reset(new Route.Home());
              }
              terminal.frame().show(new Fault(Fault.UNEXPECTED, "tour"));
            }));
    stops.add(
        new TourStop(
            "preparing", () -> terminal.frame().show(new Holding.Preparing("STORE-EMPTY"))));
    stops.add(
        new TourStop(
            "broken",
            () -> terminal.frame().show(new Holding.Broken(new Fault("STORE-CORRUPT", "tour")))));
  }
}
