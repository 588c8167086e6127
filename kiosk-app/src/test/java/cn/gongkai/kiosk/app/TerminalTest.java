package cn.gongkai.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.store.StoreDamage;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.nav.SessionKind;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.sample.SampleTerminal;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys through a whole terminal with a finger.
class TerminalTest {

  @TempDir Path directory;
  private final ManualClock clock = ManualClock.at("2023-11-22T01:30:00Z");
  private SampleTerminal content;

  @BeforeAll
  static void start() {
    Fx.start();
  }

  @BeforeEach
  void prepare() {
    content = new SampleTerminal(directory, clock);
  }

  @Test
  void aFingerOnATileReachesItsListAndThenAText() {
    content.everyKind().release();
    with(
        kiosk -> {
          kiosk.terminal().navigator().home();
          kiosk.layout();
          kiosk.tap(kiosk.find("政策文件"));
          assertThat(route(kiosk)).isEqualTo(Route.ColumnList.of(SampleTerminal.POLICY));
          kiosk.tap(kiosk.find("沂源县人民政府关于进一步做好第"));
          assertThat(route(kiosk)).isInstanceOf(Route.ItemView.class);
          kiosk.tap(kiosk.find("返回"));
          assertThat(route(kiosk)).isEqualTo(Route.ColumnList.of(SampleTerminal.POLICY));
          kiosk.tap(kiosk.find("首页"));
          assertThat(route(kiosk)).isEqualTo(new Route.Home());
        });
  }

  @Test
  void aStoreOfAnotherVersionIsSaidToBePreparedAndShownWhenItIsBuiltAnew() throws Exception {
    content.everyKind().release();
    StoreDamage.otherVersion(directory);
    with(
        kiosk -> {
          assertThat(kiosk.shows("设备正在准备内容")).isTrue();
          assertThat(kiosk.shows("STORE-VERSION")).isTrue();
          for (String file :
              List.of("content.sqlite", "content.sqlite-wal", "content.sqlite-shm")) {
            directory.resolve(file).toFile().delete();
          }
          new SampleTerminal(directory, clock).everyKind().release();
          kiosk.tick();
          assertThat(kiosk.shows("设备正在准备内容")).isFalse();
          assertThat(route(kiosk)).isEqualTo(new Route.Attract());
        });
  }

  @Test
  void aSwipeOpensNothing() {
    content.everyKind().release();
    with(
        kiosk -> {
          kiosk.terminal().navigator().open(new Route.Newest());
          kiosk.layout();
          kiosk.swipe(kiosk.find("沂源县人民政府关于进一步做好第"), 300);
          assertThat(route(kiosk)).isEqualTo(new Route.Newest());
        });
  }

  @Test
  void theBarChangesTextThemeAndReachAndTheResetTakesItAllBack() {
    content.everyKind().release();
    with(
        kiosk -> {
          kiosk.terminal().navigator().home();
          kiosk.layout();
          kiosk.tap(kiosk.find("大字"));
          kiosk.tap(kiosk.find("高对比"));
          kiosk.tap(kiosk.find("低位"));
          assertThat(kiosk.terminal().comfort().textSizeProperty().get()).isEqualTo(TextSize.LARGE);
          assertThat(kiosk.terminal().comfort().themeProperty().get()).isEqualTo(Theme.CONTRAST);
          assertThat(kiosk.shows("低位模式")).isTrue();
          wait(kiosk, 60);
          assertThat(route(kiosk)).isEqualTo(new Route.Attract());
          assertThat(kiosk.terminal().comfort().textSizeProperty().get())
              .isEqualTo(TextSize.NORMAL);
          assertThat(kiosk.terminal().comfort().themeProperty().get()).isEqualTo(Theme.PAPER);
          assertThat(kiosk.terminal().comfort().reachProperty().get()).isFalse();
        });
  }

  @Test
  void whatWasTypedIsGoneForTheNextPerson() {
    content.everyKind().release();
    with(
        kiosk -> {
          kiosk.terminal().navigator().open(new Route.Search(""));
          kiosk.layout();
          kiosk.tap(kiosk.find("d"));
          kiosk.tap(kiosk.find("b"));
          clock.advance(Duration.ofSeconds(1));
          kiosk.tick();
          assertThat(kiosk.shows("找到")).isTrue();
          wait(kiosk, 90);
          kiosk.terminal().navigator().home();
          kiosk.tap(kiosk.find("搜索"));
          assertThat(kiosk.shows("常用事项")).isTrue();
        });
  }

  @Test
  void whatWasLookedForIsMarkedInTheTextUntilTheReaderWantsItNot() {
    content.everyKind().release();
    with(
        kiosk -> {
          kiosk.terminal().navigator().open(new Route.Search("最低生活保障"));
          kiosk.layout();
          kiosk.tap(kiosk.terminal().canvas().canvas().lookup(".search-results .row-card"));
          kiosk.layout();
          assertThat(marked(kiosk)).isNotEmpty();
          assertThat(kiosk.shows("找到的词在文中有")).isTrue();
          kiosk.tap(kiosk.find("下一处"));
          kiosk.tap(kiosk.find("去掉标记"));
          assertThat(marked(kiosk)).isEmpty();
          assertThat(kiosk.shows("找到的词在文中有")).isFalse();
        });
  }

  private static Set<Node> marked(SampleKiosk kiosk) {
    return kiosk.terminal().canvas().canvas().lookupAll(".run-marked");
  }

  @Test
  void theWarningStandsBesideTheTextAndOneTouchStays() {
    content.everyKind().release();
    with(
        kiosk -> {
          kiosk.terminal().navigator().open(new Route.Newest());
          wait(kiosk, 61);
          assertThat(kiosk.shows("29秒后")).isTrue();
          kiosk.tap(kiosk.find("还要看"));
          assertThat(kiosk.shows("秒后")).isFalse();
          wait(kiosk, 400);
          assertThat(route(kiosk)).isEqualTo(new Route.Newest());
        });
  }

  @Test
  void anEmptyTerminalSaysThatItPreparesAndWakesByItself() {
    with(
        kiosk -> {
          assertThat(kiosk.shows("设备正在准备内容")).isTrue();
          assertThat(kiosk.shows("STORE-MISSING")).isTrue();
          content.everyKind().release();
          kiosk.tick();
          assertThat(route(kiosk)).isEqualTo(new Route.Attract());
          assertThat(kiosk.shows("触摸屏幕开始")).isTrue();
        });
  }

  @Test
  void aForeignStoreIsSaidInPlainWordsAndRecovers() throws Exception {
    Files.writeString(directory.resolve("content.sqlite"), "not a database at all, just words");
    with(
        kiosk -> {
          assertThat(kiosk.shows("本机暂时无法显示内容")).isTrue();
          assertThat(kiosk.shows("STORE-")).isTrue();
          assertThat(delete(directory.resolve("content.sqlite"))).isTrue();
          content.everyKind().release();
          kiosk.tick();
          assertThat(route(kiosk)).isEqualTo(new Route.Attract());
        });
  }

  @Test
  void aBugIsShownAsPlainWordsAndTheWayLeadsHome() {
    content.everyKind().release();
    with(
        kiosk -> {
          kiosk.terminal().fail(new IllegalStateException("secret detail"));
          kiosk.layout();
          assertThat(kiosk.shows("KIOSK-UNEXPECTED")).isTrue();
          assertThat(kiosk.shows("secret detail")).isFalse();
          kiosk.tap(kiosk.find("再试一次"));
          assertThat(route(kiosk)).isEqualTo(new Route.Home());
        });
  }

  @Test
  void aTextThatChangesWhileItIsReadStaysUntilTheReaderAsks() {
    Item item = SampleTerminal.plain("lesen-1", "正在阅读的通知（示例）", "2023-11-21");
    content.everyKind().put(item).release();
    with(
        kiosk -> {
          kiosk.terminal().navigator().open(new Route.ItemView(item.id()));
          kiosk.layout();
          assertThat(kiosk.shows("此内容已更新")).isFalse();
          content.put(SampleTerminal.revised(item, "改过的通知（示例）")).release();
          kiosk.tick();
          assertThat(kiosk.shows("此内容已更新")).isTrue();
          assertThat(kiosk.shows("正在阅读的通知")).isTrue();
          kiosk.tap(kiosk.find("点此刷新"));
          assertThat(kiosk.shows("改过的通知")).isTrue();
          assertThat(kiosk.shows("此内容已更新")).isFalse();
        });
  }

  @Test
  void aTextThatIsWithdrawnWhileItIsReadGoesAtOnce() {
    Item item = SampleTerminal.plain("lesen-1", "将要撤回的通知（示例）", "2023-11-21");
    content.everyKind().put(item).release();
    with(
        kiosk -> {
          kiosk.terminal().navigator().open(new Route.ItemView(item.id()));
          kiosk.layout();
          assertThat(kiosk.shows("将要撤回的通知")).isTrue();
          content.delete(item).release();
          kiosk.tick();
          assertThat(kiosk.shows("将要撤回的通知")).isFalse();
          assertThat(kiosk.shows("撤下")).isTrue();
        });
  }

  @Test
  void aPosterOpensItselfAndBackLeadsHome() {
    content.everyKind().release();
    with(
        kiosk -> {
          kiosk.tap(kiosk.find("高龄津贴政策解读"));
          assertThat(route(kiosk)).isInstanceOf(Route.ItemView.class);
          kiosk.tap(kiosk.find("返回"));
          assertThat(route(kiosk)).isEqualTo(new Route.Home());
        });
  }

  @Test
  void oldContentIsSaidCalmlyOnEveryScreen() {
    content.everyKind().release();
    with(
        kiosk -> {
          kiosk.terminal().navigator().home();
          clock.advance(Duration.ofHours(80));
          kiosk.tick();
          assertThat(kiosk.shows("内容较旧")).isTrue();
          assertThat(kiosk.shows("离线内容，截至11月22日 09:30")).isTrue();
        });
  }

  @Test
  void everyScreenOfTheTourKnowsHowLongItWaits() {
    content.everyKind().release();
    with(
        kiosk -> {
          kiosk.terminal().navigator().home();
          assertThat(kind(kiosk)).isEqualTo(SessionKind.HOME);
          kiosk.terminal().navigator().open(new Route.Newest());
          assertThat(kind(kiosk)).isEqualTo(SessionKind.LIST);
          kiosk.terminal().navigator().open(new Route.Help());
          assertThat(kind(kiosk)).isEqualTo(SessionKind.READING);
        });
  }

  private void with(Consumer<SampleKiosk> journey) {
    Fx.on(
        () -> {
          try (SampleKiosk kiosk =
              new SampleKiosk(directory, clock, Panel.portrait43(), TextSize.NORMAL, Theme.PAPER)) {
            journey.accept(kiosk);
          }
          return true;
        });
  }

  private void wait(SampleKiosk kiosk, int seconds) {
    for (int i = 0; i < seconds; i++) {
      clock.advance(Duration.ofSeconds(1));
      kiosk.terminal().session().tick();
    }
    kiosk.layout();
  }

  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Route route(SampleKiosk kiosk) {
    return kiosk.terminal().navigator().place().orElseThrow().route();
  }

  private static SessionKind kind(SampleKiosk kiosk) {
    return kiosk.terminal().navigator().place().orElseThrow().screen().kind();
  }
}
