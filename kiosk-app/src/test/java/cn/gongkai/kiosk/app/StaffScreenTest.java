package cn.gongkai.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.store.StaffRequest;
import cn.gongkai.content.store.StoreDamage;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.sample.SampleTerminal;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.ui.LayoutCheck;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The staff's page, with a finger: who gets in, what it says, what it asks of the agent.
class StaffScreenTest {

  @TempDir Path directory;
  private final ManualClock clock = ManualClock.at("2023-11-22T01:30:00Z");
  private StaffReports agent;

  @BeforeAll
  static void start() {
    Fx.start();
  }

  @BeforeEach
  void prepare() throws Exception {
    Files.createDirectories(directory);
    agent = new StaffReports(directory, clock);
  }

  private void content() {
    new SampleTerminal(directory, clock).everyKind().release();
  }

  private void with(Consumer<SampleKiosk> test) {
    with(Panel.portrait43(), TextSize.NORMAL, test);
  }

  private void with(Panel panel, TextSize size, Consumer<SampleKiosk> test) {
    Fx.on(
        () -> {
          try (SampleKiosk kiosk = new SampleKiosk(directory, clock, panel, size, Theme.PAPER)) {
            kiosk.terminal().navigator().open(new Route.Staff());
            kiosk.layout();
            test.accept(kiosk);
          }
          return null;
        });
  }

  private static void type(SampleKiosk kiosk, String pin) {
    for (String digit : pin.split("")) {
      kiosk.tap(kiosk.find(digit));
    }
    kiosk.tap(kiosk.find("确定"));
  }

  private List<StaffRequest> asked() {
    try (TerminalFile file = TerminalFile.open(directory)) {
      return file.takeRequests();
    } catch (StoreException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void withoutAPinThereIsNoWayInAndNothingButHowTheContentStands() throws Exception {
    content();
    agent.inTrouble();
    with(
        kiosk -> {
          assertThat(kiosk.shows("没有核对到最新")).isTrue();
          assertThat(kiosk.shows("网络要求先登录")).isTrue();
          assertThat(kiosk.shows("本机没有设置工作人员密码")).isTrue();
          assertThat(kiosk.shows("确定")).isFalse();
          assertThat(kiosk.shows("现在同步")).isFalse();
          assertThat(kiosk.shows("U盘导入")).isFalse();
          assertThat(kiosk.shows("KIOSK-PDF")).isFalse();
          assertThat(kiosk.shows("8cebd0c2")).isFalse();
        });
  }

  @Test
  void theRightPinShowsEverythingAndAsksTheAgent() throws Exception {
    content();
    agent.pin();
    agent.inTrouble();
    with(
        kiosk -> {
          assertThat(kiosk.shows("现在同步")).isFalse();
          type(kiosk, StaffReports.PIN);
          for (String words :
              List.of(
                  "第812号 d4996f631e5d",
                  "3个附件，48.0 MB",
                  "8cebd0c2 418d0e9f",
                  "KIOSK-PDF",
                  "31次",
                  "待送71份回执",
                  "检查正常",
                  "盘里有比本机新的内容")) {
            assertThat(kiosk.shows(words)).as(words).isTrue();
          }
          kiosk.tap(kiosk.find("现在同步"));
          assertThat(asked()).containsExactly(new StaffRequest.SyncNow(clock.instant()));
          kiosk.tap(kiosk.find("U盘导入"));
          assertThat(asked()).as("the first touch only asks").isEmpty();
          kiosk.tap(kiosk.find("取消"));
          kiosk.tap(kiosk.find("U盘导入"));
          kiosk.tap(kiosk.find("确认导入"));
          assertThat(asked())
              .containsExactly(new StaffRequest.ImportStick("93f0e1a26d84c5b7", clock.instant()));
        });
  }

  @Test
  void aStickThatIsOlderOrHoldsNothingNewCannotBeImported() throws Exception {
    content();
    agent.pin();
    agent.withStick(Optional.of("RELEASE-TUF-ROLLBACK"), false);
    with(
        kiosk -> {
          type(kiosk, StaffReports.PIN);
          assertThat(kiosk.shows("上的内容比本机的旧")).isTrue();
          assertThat(kiosk.shows("U盘导入")).isFalse();
        });
    agent.withStick(Optional.empty(), false);
    with(
        kiosk -> {
          type(kiosk, StaffReports.PIN);
          assertThat(kiosk.shows("不用导入")).isTrue();
          assertThat(kiosk.shows("U盘导入")).isFalse();
        });
  }

  @Test
  void aStickWithNothingNewCarriesTheReceiptsThatWait() throws Exception {
    content();
    agent.pin();
    agent.withStick(Optional.empty(), false);
    agent.receipts(3);
    with(
        kiosk -> {
          type(kiosk, StaffReports.PIN);
          assertThat(kiosk.shows("本机还有3份回执没送到县里")).isTrue();
          assertThat(kiosk.shows("U盘导入")).as("there is nothing to import").isFalse();
          kiosk.tap(kiosk.find("带走回执"));
          kiosk.tap(kiosk.find("确认写到U盘"));
          assertThat(asked())
              .containsExactly(new StaffRequest.ImportStick("93f0e1a26d84c5b7", clock.instant()));
          assertThat(kiosk.shows("U盘要送回县里")).isTrue();
        });
  }

  @Test
  void fiveWrongPinsShutTheGateAndComingBackDoesNotOpenIt() throws Exception {
    content();
    agent.pin();
    agent.good();
    with(
        kiosk -> {
          for (int i = 0; i < 5; i++) {
            type(kiosk, "111222");
          }
          assertThat(kiosk.shows("输错次数太多")).isTrue();
          assertThat(kiosk.shows("确定")).isFalse();
          kiosk.terminal().navigator().home();
          kiosk.terminal().navigator().open(new Route.Staff());
          kiosk.layout();
          assertThat(kiosk.shows("确定")).isFalse();
          clock.advance(Duration.ofSeconds(61));
          kiosk.tick();
          type(kiosk, "111222");
          assertThat(kiosk.shows("请2分钟后再试")).isTrue();
          clock.advance(Duration.ofSeconds(121));
          kiosk.tick();
          type(kiosk, StaffReports.PIN);
          assertThat(kiosk.shows("现在同步")).isTrue();
        });
    try (TerminalFile file = TerminalFile.open(directory)) {
      assertThat(file.faults())
          .extracting(TerminalFile.Fault::code)
          .filteredOn("KIOSK-PIN"::equals)
          .as("a fault that repeats itself is kept once in ten minutes")
          .hasSize(1);
    }
  }

  @Test
  void thePageLeavesByItselfAndMustBeOpenedAnew() throws Exception {
    content();
    agent.pin();
    agent.good();
    with(
        kiosk -> {
          type(kiosk, StaffReports.PIN);
          for (int i = 0; i < 100; i++) {
            clock.advance(Duration.ofSeconds(1));
            kiosk.tick();
          }
          assertThat(kiosk.terminal().navigator().place().orElseThrow().route())
              .isEqualTo(new Route.Attract());
          kiosk.terminal().navigator().open(new Route.Staff());
          kiosk.layout();
          assertThat(kiosk.shows("现在同步")).isFalse();
        });
  }

  @Test
  void itWorksWhereTheContentIsDeadAndLeadsBackToTheNotice() throws Exception {
    agent.pin();
    Files.writeString(directory.resolve("content.sqlite"), "not a database ".repeat(100));
    with(
        kiosk -> {
          kiosk.tick();
          assertThat(kiosk.shows("工作人员")).isTrue();
          assertThat(kiosk.shows("同步程序还没有运行过")).isTrue();
          type(kiosk, StaffReports.PIN);
          assertThat(kiosk.shows("检查出问题")).isTrue();
          kiosk.terminal().navigator().home();
          kiosk.layout();
          assertThat(kiosk.shows("本机暂时无法显示内容")).isTrue();
        });
  }

  @Test
  void whatTheScreenDoesIsCountedAndItsFaultsKeptButNoWords() throws Exception {
    content();
    with(
        kiosk -> {
          kiosk.terminal().navigator().reset(new Route.Attract());
          kiosk.terminal().navigator().home();
          kiosk.terminal().navigator().open(new Route.Search("zzqqxx"));
          kiosk.layout();
          kiosk.terminal().session().reset();
          kiosk.terminal().fail(new IllegalStateException("bug"));
        });
    try (TerminalFile file = TerminalFile.open(directory)) {
      assertThat(file.counts())
          .extracting(TerminalFile.Count::event)
          .containsExactlyInAnyOrder("session", "search", "search-nothing", "idle-reset");
      assertThat(file.faults())
          .extracting(TerminalFile.Fault::code)
          .as("no lexicon is installed for this test")
          .containsExactly("KIOSK-LEXICON", "KIOSK-UNEXPECTED");
      assertThat(file.shown()).hasSize(1);
      assertThat(file.toString() + file.counts()).doesNotContain("zzqqxx");
    }
  }

  @Test
  void contentThatCannotBeReadIsSaidAndNothingIsCalledWhole() throws Exception {
    content();
    StoreDamage.ofCard(directory, "item-2");
    agent.pin();
    agent.good();
    with(
        kiosk -> {
          assertThat(kiosk.shows("已核对：本机内容与发布的完全一致")).as("nothing met yet").isTrue();
          kiosk.terminal().navigator().open(new Route.Search("第2项"));
          kiosk.layout();
          kiosk.terminal().navigator().home();
          kiosk.tick();
          assertThat(kiosk.shows("，有1条暂时读不出")).isTrue();
          kiosk.terminal().navigator().open(new Route.Staff());
          kiosk.tick();
          assertThat(kiosk.shows("有1条内容在本机损坏")).isTrue();
          assertThat(kiosk.shows("STORE-TEXT")).isTrue();
          assertThat(kiosk.shows("完全一致")).isFalse();
          type(kiosk, StaffReports.PIN);
          assertThat(kiosk.shows("有1条内容在本机损坏")).isTrue();
          assertThat(kiosk.shows("完全一致")).isFalse();
        });
  }

  @Test
  void aDamagedOrMissingFileDisturbsNobody() throws Exception {
    content();
    Files.createDirectory(directory.resolve("terminal.sqlite"));
    with(
        kiosk -> {
          kiosk.terminal().navigator().home();
          kiosk.layout();
          assertThat(kiosk.shows("这里暂时打不开")).isFalse();
          kiosk.terminal().session().reset();
        });
  }

  @Test
  void settingsOfTheWrongKindAreNamedAndKept() throws Exception {
    content();
    Files.writeString(directory.resolve("terminal.json"), "{\"accents\":\"z/zh\"}");
    agent.pin();
    agent.good();
    with(
        kiosk -> {
          type(kiosk, StaffReports.PIN);
          assertThat(kiosk.shows("这些设置写错了，没有生效：accents")).isTrue();
          assertThat(kiosk.shows("z/zh：开")).as("as if nothing were set").isTrue();
        });
    try (TerminalFile file = TerminalFile.open(directory)) {
      assertThat(file.faults()).extracting(TerminalFile.Fault::code).contains("STORE-SETTINGS");
    }
  }

  static Stream<Arguments> looks() {
    return Stream.of(Panel.portrait43(), Panel.portrait32(), Panel.landscape21())
        .flatMap(panel -> Stream.of(TextSize.values()).map(size -> Arguments.of(panel, size)));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void nothingIsCutAndEverythingCanBeTouched(Panel panel, TextSize size) throws Exception {
    content();
    agent.pin();
    agent.inTrouble();
    with(
        panel,
        size,
        kiosk -> {
          assertThat(LayoutCheck.of(kiosk.terminal().canvas().canvas(), panel)).isEmpty();
          type(kiosk, StaffReports.PIN);
          assertThat(LayoutCheck.of(kiosk.terminal().canvas().canvas(), panel)).isEmpty();
        });
  }

  @Test
  void howSearchReadsWhatIsTypedIsSaid() throws Exception {
    content();
    agent.pin();
    agent.good();
    with(
        kiosk -> {
          type(kiosk, StaffReports.PIN);
          assertThat(kiosk.shows("只按字词和读音查找")).isTrue();
          kiosk.terminal().catalogue().understandBy(text -> Optional.empty());
          kiosk.terminal().navigator().reset(new Route.Staff());
          kiosk.layout();
          type(kiosk, StaffReports.PIN);
          assertThat(kiosk.shows("按意思查找正常")).isTrue();
        });
  }
}
