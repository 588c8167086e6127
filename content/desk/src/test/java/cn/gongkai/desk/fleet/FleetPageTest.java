package cn.gongkai.desk.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Hall;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.report.Receipt.Kind;
import cn.gongkai.testkit.Altered;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page as the one who has a car and thirteen halls reads it: where first, and why.
class FleetPageTest {

  private static final String SERIES = "0123456789abcdef";
  private static final List<String> HALLS =
      List.of(
          "县政务服务中心", "历山街道", "南麻街道", "鲁村镇", "东里镇", "悦庄镇", "西里镇", "大张庄镇", "中庄镇", "张家坡镇", "燕崖镇",
          "石桥镇", "南鲁山镇");

  @TempDir Path folder;
  private final ManualClock clock = ManualClock.at("2026-11-22T02:00:00Z");
  private final ChannelHead current = head(80, "ab");
  private final List<Hall> halls = new ArrayList<>();
  private ReportsFolder reports;

  private static ChannelHead head(long sequence, String digest) {
    Instant asOf = Instant.parse("2026-11-21T08:00:00Z").minus(Duration.ofDays(80 - sequence));
    return new ChannelHead(Channel.COUNTY, sequence, asOf, digest.repeat(32), 5);
  }

  @BeforeEach
  void open() throws Exception {
    reports = ReportsFolder.open(folder.resolve("reports"), clock, FleetLimits.STANDARD);
    for (int i = 0; i < HALLS.size(); i++) {
      String town = "3703231%02d".formatted(i);
      halls.add(
          new Hall(
              town,
              HALLS.get(i) + "便民服务中心",
              new DivisionCode(town),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
  }

  private TellingTerminal terminal(int hall) throws Exception {
    String name = "t-%04d".formatted(hall);
    return new TellingTerminal(Files.createDirectories(folder.resolve(name)), name, SERIES);
  }

  /// Tells one thing so many hours ago.
  private void told(int hall, int hoursAgo, String how, Kind kind, String code, ChannelHead held)
      throws Exception {
    tell(hall, hoursAgo, Duration.ZERO, how, List.of(kind), code, held);
  }

  private void tell(
      int hall,
      int hoursAgo,
      Duration clockOff,
      String how,
      List<Kind> kinds,
      String code,
      ChannelHead held)
      throws Exception {
    Instant now = clock.instant();
    Instant at = now.minus(Duration.ofHours(hoursAgo));
    TellingTerminal terminal = terminal(hall);
    Instant shownAs = at.plus(clockOff);
    for (Kind kind : kinds) {
      terminal.tell(
          kind,
          kind == Kind.APPLIED ? shownAs.minus(Duration.ofHours(9)) : shownAs,
          halls.get(hall % halls.size()).id(),
          Optional.of(code).filter(it -> !it.isEmpty()),
          held);
    }
    ManualClock then = ManualClock.at(at.toString());
    ReportsFolder.open(folder.resolve("reports"), then, FleetLimits.STANDARD)
        .take(terminal.all(), how);
  }

  private void everyState() throws Exception {
    told(0, 1, "line", Kind.CURRENT, "", current);
    told(1, 1, "line", Kind.TROUBLE, "STORE-IO", head(60, "ee"));
    told(2, 50, "line", Kind.CURRENT, "", head(78, "ee"));
    told(3, 24 * 9, "line", Kind.CURRENT, "", head(71, "ee"));
    told(4, 2, "line", Kind.TROUBLE, "SYNC-NO-NETWORK", head(77, "ee"));
    told(5, 1, "line", Kind.CURRENT, "", head(80, "cd"));
    told(6, 24 * 12, "stick", Kind.CARRIED, "SYNC-STICK", head(68, "ee"));
    told(7, 1, "line", Kind.REFUSED, "RELEASE-TUF-EXPIRED", head(79, "ee"));
    told(8, 1, "line", Kind.REFUSED, "RELEASE-TUF-EXPIRED", head(79, "ee"));
    told(9, 1, "line", Kind.CURRENT, "", head(79, "ee"));
    tell(10, 1, Duration.ofDays(40), "line", List.of(Kind.CURRENT), "", current);
    tell(11, 1, Duration.ZERO, "line", List.of(Kind.APPLIED, Kind.CURRENT), "", current);
  }

  private Expected expected() {
    return new Expected("沂源县政务公开", List.of(current), halls);
  }

  private List<FleetRow> rows() throws Exception {
    return new Fleet(reports, expected(), FleetLimits.STANDARD, clock).rows();
  }

  /// Kept, so that somebody can look at it.
  private Document page(String name, FleetLimits limits, int from) throws Exception {
    String html = new FleetPage(expected(), limits, clock).of(rows(), from);
    Files.writeString(Path.of("target", "fleet-" + name + ".html"), html);
    return Jsoup.parse(html);
  }

  private Document page(String name) throws Exception {
    return page(name, FleetLimits.STANDARD, 0);
  }

  private static FleetLimits twentyOnAPage() {
    return Altered.of(FleetLimits.STANDARD, Map.of("pageRows", 20));
  }

  private static List<String> lines(Document page, String errand) {
    return page.select(".errands ." + errand + " li").stream().map(Element::text).toList();
  }

  @Test
  void itSaysWhereToDriveFirstAndWhy() throws Exception {
    everyState();
    Document page = page("every-state");
    List<String> go = lines(page, "go");
    assertThat(go).hasSize(5);
    assertThat(go.get(0)).startsWith("悦庄镇便民服务中心：").contains("对不上", "请派人到现场核对");
    assertThat(go.get(1)).startsWith("历山街道便民服务中心：").contains("本机磁盘读写出错", "内容停在 2026-11-01");
    assertThat(go.get(2)).startsWith("鲁村镇便民服务中心：").contains("已经失联9天");
    assertThat(String.join("", go.subList(3, 5))).contains("燕崖镇", "时钟快了40天", "石桥镇", "屏幕一直没有显示");
    assertThat(lines(page, "call")).hasSize(3);
    assertThat(lines(page, "call").getFirst()).contains("东里镇", "连不上网络");
    assertThat(lines(page, "stick")).hasSize(1);
    assertThat(lines(page, "stick").getFirst()).contains("西里镇", "新U盘");
    assertThat(lines(page, "desk")).as("one cause of two terminals is one errand").hasSize(1);
    assertThat(lines(page, "desk").getFirst()).startsWith("中庄镇便民服务中心、大张庄镇便民服务中心：");
    assertThat(page.select("tbody tr")).hasSize(13);
    assertThat(page.select("tbody tr").first().text()).contains("需要核查", "对不上");
    assertThat(page.select("tbody").text()).contains("等新U盘", "已经失联9天");
    assertThat(page.select("script, img, link")).isEmpty();
  }

  @Test
  void whereNothingIsWrongNothingIsToBeDone() throws Exception {
    for (int hall = 0; hall < halls.size(); hall++) {
      told(hall, 1, "line", Kind.CURRENT, "", current);
    }
    assertThat(page("well").select(".errands").text()).isEqualTo("现在要办的事 没有要办的事。");
  }

  @Test
  void aLargeFleetIsShownPageByPageAndItsErrandsStayShort() throws Exception {
    everyState();
    for (int i = 13; i < 45; i++) {
      told(i, 30 + i % 3, "line", Kind.CURRENT, "", current);
    }
    Document first = page("first", twentyOnAPage(), 0);
    assertThat(first.select("tbody tr")).hasSize(20);
    assertThat(first.select("nav a"))
        .extracting(it -> it.attr("href"))
        .containsExactly("/?from=20");
    assertThat(first.select(".errands li").size()).isLessThan(30);
    Document second = page("second", twentyOnAPage(), 40);
    assertThat(second.select("tbody tr")).hasSize(rows().size() - 40);
    assertThat(second.select("nav").text()).contains("共 " + rows().size() + " 台", "上一页");
    assertThat(page("beyond", twentyOnAPage(), 90_000).select("tbody tr")).isEmpty();
  }
}
