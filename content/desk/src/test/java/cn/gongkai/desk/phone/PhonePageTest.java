package cn.gongkai.desk.phone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.ShortPath;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.AuthoredFolder;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.sample.SampleFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhonePageTest {

  private static final OffsetDateTime UPDATED = OffsetDateTime.parse("2026-03-01T09:05:00+08:00");

  @TempDir Path temp;
  private SampleFolder folder;

  @BeforeEach
  void writeFolder() throws IOException {
    folder = SampleFolder.in(temp.resolve("authored"));
  }

  private Authored.Content content() throws IOException {
    return (Authored.Content) AuthoredFolder.read(folder.root());
  }

  private PhoneSite site() throws IOException {
    Authored.Content content = content();
    return new PhoneSite(
        content.site().entity(),
        content.columns().stream().<Column>map(Entry::entity).toList(),
        new ItemsInMemory(items(content)));
  }

  private static List<Item> items(Authored.Content content) {
    return content.items().stream().<Item>map(Entry::entity).toList();
  }

  private String page(String id) throws IOException {
    Item item =
        items(content()).stream().filter(i -> i.id().value().equals(id)).findFirst().orElseThrow();
    return new ItemPage(site()).render(item, UPDATED);
  }

  @Test
  void aPageShowsTitleFactsBodyAndWhenItWasUpdated() throws IOException {
    Document page = Jsoup.parse(page(SampleFolder.POLICY));
    assertThat(page.selectFirst("h1").text()).isEqualTo("示例：关于发放高龄津贴的通知");
    assertThat(page.text()).contains("源政发〔2023〕6号", "按月领取高龄津贴", "80–89 岁", "更新于 2026-03-01 09:05");
    assertThat(page.select("div.scroll table th").eachText()).containsExactly("年龄", "每月（元）");
  }

  @Test
  void thePageTagsOfTheStateCouncilAreThere() throws IOException {
    Document page = Jsoup.parse(page(SampleFolder.POLICY));
    assertThat(meta(page, "SiteName")).isEqualTo("沂源县政务公开");
    assertThat(meta(page, "ColumnName")).isEqualTo("政策文件");
    assertThat(meta(page, "ArticleTitle")).isEqualTo("示例：关于发放高龄津贴的通知");
    assertThat(meta(page, "PubDate")).isEqualTo("2023-05-30 09:12");
    assertThat(meta(page, "ContentSource")).isEqualTo("沂源县人民政府");
  }

  private static String meta(Document page, String name) {
    return page.select("meta[name=" + name + "]").attr("content");
  }

  @Test
  void nothingIsLoadedFromElsewhere() throws IOException {
    for (String id : List.of(SampleFolder.POLICY, "jd-2023-06", SampleFolder.TOWN_NEWS)) {
      Document page = Jsoup.parse(page(id));
      assertThat(page.select("link[href], script[src], iframe, object")).isEmpty();
      for (Element loaded : page.select("[src], [poster]")) {
        assertThat(loaded.attr("src") + loaded.attr("poster")).startsWith("f/");
      }
      assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
          .startsWith("default-src 'none'");
      assertThat(page.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200 * 1024);
    }
  }

  @Test
  void aDocumentAndItsInterpretationLeadToEachOther() throws IOException {
    assertThat(Jsoup.parse(page(SampleFolder.POLICY)).select("a[href]").eachAttr("href"))
        .contains(ShortPath.of(new ItemId("jd-2023-06")).value() + ".html");
    assertThat(Jsoup.parse(page("jd-2023-06")).select("a[href]").eachAttr("href"))
        .contains(ShortPath.of(new ItemId(SampleFolder.POLICY)).value() + ".html");
  }

  @Test
  void validityIsToldForTheDayOfPublicationAndComputedOnThePhone() throws IOException {
    Element validity = Jsoup.parse(page(SampleFolder.POLICY)).getElementById("validity");
    assertThat(validity.text()).isEqualTo("有效（截至发布时）");
    assertThat(validity.attr("data-expires")).isEqualTo("2028-05-31");
    assertThat(validity.attr("data-effective")).isEqualTo("2023-06-01");
  }

  @Test
  void aRepealedDocumentSaysSoFirstAndLeadsToItsSuccessor() throws IOException {
    folder.writeItem("zc-2026-01", "relations: [{repeals: zc-2023-06}]\n", "新办法。\n");
    folder.replace(
        SampleFolder.POLICY, "genre: 通知", "genre: 通知\nvalidity: 废止\ninvalidatedOn: 2026-01-01");
    Element bar = Jsoup.parse(page(SampleFolder.POLICY)).getElementById("over");
    assertThat(bar.hasAttr("hidden")).isFalse();
    assertThat(bar.text()).contains("已经废止").contains("请看新的文件");
    assertThat(bar.select("a").attr("href"))
        .isEqualTo(ShortPath.of(new ItemId("zc-2026-01")).value() + ".html");
  }

  @Test
  void whatIsWrittenCannotBecomeMarkup() throws IOException {
    folder.writeItem("zc-x", "subtitle: '<img src=x onerror=alert(1)>\"'\n", "a &lt;b&gt; \\<i>\n");
    Document page = Jsoup.parse(page("zc-x"));
    assertThat(page.select("img, i")).isEmpty();
    assertThat(page.select(".subtitle").text()).isEqualTo("<img src=x onerror=alert(1)>\"");
  }

  @Test
  void aPictureIsLazyHasItsSizeAndItsWords() throws IOException {
    Element image = Jsoup.parse(page("jd-2023-06")).selectFirst("img");
    assertThat(image.attr("loading")).isEqualTo("lazy");
    assertThat(image.attr("width")).isEqualTo("600");
    assertThat(image.attr("alt")).contains("每月一百元");
    assertThat(image.attr("src")).endsWith(".png");
  }

  @Test
  void aHeavyPictureGetsALightCopy() throws IOException {
    byte[] noise = new byte[1200 * 900 * 3];
    new java.util.Random(5).nextBytes(noise);
    var image = new java.awt.image.BufferedImage(1200, 900, 5);
    image.getRaster().setDataElements(0, 0, 1200, 900, noise);
    Path file = temp.resolve("noise.png");
    javax.imageio.ImageIO.write(image, "png", file.toFile());
    assertThat(LightPicture.of(file)).hasSizeLessThanOrEqualTo((int) PhoneFiles.LIGHT_BYTES);
  }

  @Test
  void aLongColumnHasSeveralPagesAndEveryItemIsOnOne() throws IOException {
    for (int i = 0; i < 172; i++) {
      folder.writeItem("zc-" + (1000 + i), "", "正文。\n");
    }
    PhoneSite site = site();
    Column column = site.columns().getFirst();
    Map<String, String> pages = new IndexPages(site).column(column);
    assertThat(pages.keySet()).containsExactly("c-zcwj.html", "c-zcwj.2.html", "c-zcwj.1.html");
    assertThat(pages.values().stream().map(p -> Jsoup.parse(p).select("ul.links a").size()))
        .containsExactly(73, 50, 50);
    assertThat(links(pages.get("c-zcwj.html"))).containsExactly("c-zcwj.2.html");
    assertThat(links(pages.get("c-zcwj.2.html"))).containsExactly("c-zcwj.html", "c-zcwj.1.html");
    assertThat(links(pages.get("c-zcwj.1.html"))).containsExactly("c-zcwj.2.html");
    assertThat(pages.get("c-zcwj.2.html")).contains("2023-05-30 至 2023-05-30");
  }

  private static List<String> links(String page) {
    return Jsoup.parse(page).select("nav.pages a").eachAttr("href");
  }

  @Test
  void whatIsAddedAtTheTopLeavesOlderPagesAsTheyAre() throws IOException {
    for (int i = 0; i < 172; i++) {
      folder.writeItem("zc-" + (1000 + i), "", "正文。\n");
    }
    Map<String, String> before = new IndexPages(site()).column(site().columns().getFirst());
    for (int i = 0; i < 20; i++) {
      folder.writeItem("zc-0" + i, "", "正文。\n");
    }
    Map<String, String> after = new IndexPages(site()).column(site().columns().getFirst());
    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(after.get("c-zcwj.1.html")).isEqualTo(before.get("c-zcwj.1.html"));
    assertThat(after.get("c-zcwj.2.html")).isEqualTo(before.get("c-zcwj.2.html"));
    assertThat(after.get("c-zcwj.html")).isNotEqualTo(before.get("c-zcwj.html"));
  }

  @Test
  void theIndexNamesOnlyColumnsThatHoldSomething() throws IOException {
    String index = new IndexPages(site()).index(UPDATED);
    assertThat(index).contains("政策文件", "政策解读", "镇街动态").doesNotContain("部门文件");
  }

  @Test
  void theWithdrawnPageDoesNotSayWhatWasThere() throws IOException {
    String page = new IndexPages(site()).withdrawn(UPDATED);
    assertThat(page).contains("该内容已撤回").doesNotContain("高龄津贴");
  }

  @Test
  void everyWordOfThePagesIsInTheBundle() {
    assertThat(Arrays.asList("back", "withdrawn.title", "meta.more"))
        .allSatisfy(key -> assertThat(PhoneText.of(key)).isNotBlank());
  }
}
