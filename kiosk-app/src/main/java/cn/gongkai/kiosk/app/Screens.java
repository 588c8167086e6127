package cn.gongkai.kiosk.app;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Presentation;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.frame.FrameViewModel;
import cn.gongkai.kiosk.media.PlayingWatch;
import cn.gongkai.kiosk.nav.Navigator;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.nav.Screen;
import cn.gongkai.kiosk.nav.ScreenFactory;
import cn.gongkai.kiosk.nav.Session;
import cn.gongkai.kiosk.pdf.PageStore;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.screen.attract.AttractScreen;
import cn.gongkai.kiosk.screen.codes.CodesWall;
import cn.gongkai.kiosk.screen.column.ListScreen;
import cn.gongkai.kiosk.screen.gazette.GazettePagesView;
import cn.gongkai.kiosk.screen.gazette.GazetteWall;
import cn.gongkai.kiosk.screen.hall.HallScreen;
import cn.gongkai.kiosk.screen.hall.HelpScreen;
import cn.gongkai.kiosk.screen.home.HomeScreen;
import cn.gongkai.kiosk.screen.item.ItemPages;
import cn.gongkai.kiosk.screen.item.ItemScreen;
import cn.gongkai.kiosk.screen.search.SearchScreen;
import cn.gongkai.kiosk.screen.staff.StaffPorts;
import cn.gongkai.kiosk.screen.staff.StaffScreen;
import cn.gongkai.kiosk.screen.wall.WallScreen;
import cn.gongkai.kiosk.ui.reader.ReaderPorts;
import cn.gongkai.kiosk.work.Ticker;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which screen stands at which route.
final class Screens implements ScreenFactory {

  private final Surroundings surroundings;
  private final FrameViewModel frame;
  private final PageStore pages;
  private final Ticker ticker;
  private final StaffPorts staff;
  private final ItemPages itemPages = new ItemPageMaker();

  Screens(
      Surroundings surroundings,
      FrameViewModel frame,
      PageStore pages,
      Ticker ticker,
      StaffPorts staff) {
    this.staff = staff;
    this.surroundings = surroundings;
    this.frame = frame;
    this.pages = pages;
    this.ticker = ticker;
  }

  @Override
  public Screen create(Route route) {
    return switch (route) {
      case Route.Attract ignored -> new AttractScreen(surroundings, frame, ticker);
      case Route.Home ignored -> new HomeScreen(surroundings);
      case Route.ColumnList list -> column(list);
      case Route.DivisionList list -> ListScreen.ofDivision(surroundings, list.division());
      case Route.Newest ignored -> ListScreen.ofNewest(surroundings);
      case Route.TopicList list -> ListScreen.ofTopic(surroundings, list.topic());
      case Route.ItemView view -> new ItemScreen(surroundings, ports(), view.id(), itemPages);
      case Route.GazettePages at -> new ItemScreen(surroundings, ports(), at.issue(), pagesAt(at));
      case Route.BigCode code -> new ItemScreen(surroundings, ports(), code.id(), itemPages);
      case Route.Search search -> new SearchScreen(surroundings, search.words(), ticker);
      case Route.Hall ignored -> new HallScreen(surroundings);
      case Route.Help ignored -> new HelpScreen(surroundings);
      case Route.Staff ignored -> new StaffScreen(surroundings, staff, ticker);
    };
  }

  private Screen column(Route.ColumnList list) {
    Presentation presentation =
        surroundings
            .catalogue()
            .outline()
            .flatMap(outline -> outline.findColumn(list.column()))
            .map(Column::presentation)
            .orElse(Presentation.NEWS);
    return switch (presentation) {
      case GAZETTE ->
          new WallScreen(
              surroundings,
              list.column(),
              list.division(),
              issues -> GazetteWall.of(issues, siteName(), ports()));
      case QR_WALL ->
          new WallScreen(
              surroundings,
              list.column(),
              list.division(),
              codes -> CodesWall.of(codes, surroundings.today(), ports()));
      case GUIDE, CATALOGUE -> ListScreen.ofSingle(surroundings, list.column(), list.division());
      case DOCUMENTS,
          INTERPRETATIONS,
          ANNUAL_REPORTS,
          DIRECTORY,
          ANSWERS,
          CAMPAIGNS,
          EVENTS,
          CREDIT_LIST,
          SERVICE_LIST,
          PROPOSALS,
          NEWS ->
          ListScreen.ofColumn(surroundings, list.column(), list.division());
    };
  }

  private ItemPages pagesAt(Route.GazettePages at) {
    return (dossier, ports) ->
        dossier.item().details() instanceof Details.GazetteIssue issue
            ? new GazettePagesView(
                dossier, issue, ports, surroundings.input(), at.page(), at.reflowed())
            : itemPages.of(dossier, ports);
  }

  private String siteName() {
    return surroundings.catalogue().outline().map(Outline::site).map(it -> it.name()).orElse("");
  }

  private ReaderPorts ports() {
    Navigator navigator = surroundings.navigator();
    return new ReaderPorts(
        surroundings.catalogue()::blobFile,
        pages,
        new PlayingAsUse(surroundings.session()),
        surroundings.panel(),
        id -> navigator.open(new Route.ItemView(id)),
        (issue, page, reflowed) -> navigator.open(new Route.GazettePages(issue, page, reflowed)),
        id -> navigator.open(new Route.BigCode(id)),
        new ReadOnlyObjectWrapper<>(wordsLookedFor()),
        surroundings.catalogue()::lane);
  }

  /// What was searched for on the screen one comes from, to be marked in the text.
  private List<String> wordsLookedFor() {
    return surroundings
        .navigator()
        .place()
        .map(Navigator.Place::screen)
        .filter(SearchScreen.class::isInstance)
        .map(SearchScreen.class::cast)
        .map(SearchScreen::markedWords)
        .orElse(List.of());
  }

  /// Nobody is idle while something plays.
  private record PlayingAsUse(Session session) implements PlayingWatch {

    @Override
    public void began(Object source) {
      session.hold(source);
    }

    @Override
    public void ended(Object source) {
      session.release(source);
    }
  }
}
