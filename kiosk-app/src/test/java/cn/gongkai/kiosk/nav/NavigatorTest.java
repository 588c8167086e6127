package cn.gongkai.kiosk.nav;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.ItemId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class NavigatorTest {

  private final List<Spy> made = new ArrayList<>();
  private final Navigator navigator = new Navigator(this::make);

  @Test
  void backFindsTheSameScreenWhereItWasLeft() {
    navigator.home();
    navigator.open(new Route.Newest());
    Screen list = navigator.place().orElseThrow().screen();
    navigator.open(item("zc-1"));
    navigator.back();
    assertThat(navigator.place().orElseThrow().screen()).isSameAs(list);
    assertThat(made.get(2).disposed).isEqualTo(1);
    assertThat(made.get(1).disposed).isZero();
    assertThat(made.get(1).shown).isEqualTo(2);
  }

  @Test
  void homeForgetsTheWayAndDisposesOfEverything() {
    navigator.home();
    navigator.open(new Route.Newest());
    navigator.open(item("zc-1"));
    navigator.home();
    assertThat(navigator.canGoBackProperty().get()).isFalse();
    assertThat(made.subList(0, 3)).allMatch(spy -> spy.disposed == 1);
    assertThat(made.get(3).disposed).isZero();
  }

  @Test
  void backWithNothingBehindLeadsHome() {
    navigator.open(new Route.Hall());
    navigator.back();
    assertThat(navigator.place().orElseThrow().route()).isEqualTo(new Route.Home());
  }

  @Test
  void theWayBackIsBoundedAndTheOldestGoesFirst() {
    navigator.home();
    for (int i = 0; i < 40; i++) {
      navigator.open(item("zc-" + i));
    }
    long alive = made.stream().filter(spy -> spy.disposed == 0).count();
    assertThat(alive).isEqualTo(Navigator.HISTORY_MAX + 1);
    assertThat(made.getFirst().disposed).isEqualTo(1);
  }

  @Test
  void theSamePlaceIsNotOpenedTwice() {
    navigator.open(new Route.Newest());
    navigator.open(new Route.Newest());
    assertThat(made).hasSize(1);
  }

  @Test
  void goingBackNeverLeadsToTheAttractScreen() {
    navigator.reset(new Route.Attract());
    navigator.open(item("zc-1"));
    assertThat(navigator.canGoBackProperty().get()).isFalse();
  }

  @Test
  void reloadMakesTheScreenAnewAndKeepsTheWayBack() {
    navigator.home();
    navigator.open(item("zc-1"));
    navigator.reload();
    assertThat(made).hasSize(3);
    assertThat(made.get(1).disposed).isEqualTo(1);
    navigator.back();
    assertThat(navigator.place().orElseThrow().route()).isEqualTo(new Route.Home());
  }

  @Test
  void aReplacedPlaceIsSkippedOnTheWayBack() {
    navigator.home();
    navigator.open(new Route.Newest());
    navigator.replace(item("zc-1"));
    navigator.back();
    assertThat(navigator.place().orElseThrow().route()).isEqualTo(new Route.Home());
  }

  @Test
  void aScreenIsHiddenBeforeTheNextIsShown() {
    navigator.home();
    navigator.open(new Route.Newest());
    assertThat(made.get(0).hidden).isEqualTo(1);
  }

  private static Route item(String id) {
    return new Route.ItemView(new ItemId(id));
  }

  private Screen make(Route route) {
    Spy spy = new Spy();
    made.add(spy);
    return spy;
  }

  private static final class Spy implements Screen {
    private final Region node = new Region();
    private int shown;
    private int hidden;
    private int disposed;

    @Override
    public Region node() {
      return node;
    }

    @Override
    public SessionKind kind() {
      return SessionKind.LIST;
    }

    @Override
    public void shown() {
      shown++;
    }

    @Override
    public void hidden() {
      hidden++;
    }

    @Override
    public void dispose() {
      disposed++;
    }
  }
}
