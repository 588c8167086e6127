package cn.gongkai.kiosk.sample;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Hall;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.Presentation;
import cn.gongkai.content.model.Site;
import cn.gongkai.content.model.Topic;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.HeadDigest;
import cn.gongkai.content.store.ContentWriter;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.kiosk.reading.MoreSamples;
import cn.gongkai.kiosk.reading.Samples;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A terminal directory filled through the store's own writer, release by release.
public final class SampleTerminal {

  public static final DivisionCode COUNTY = new DivisionCode("370323");
  public static final DivisionCode TOWN = new DivisionCode("370323104");
  public static final ColumnId POLICY = new ColumnId("zhengce");
  public static final ColumnId NEWS = new ColumnId("dongtai");

  private final Path directory;
  private final Clock clock;
  private final Map<EntityRef, Entity> live = new TreeMap<>(HeadDigest.ORDER);
  private final List<Change> changes = new ArrayList<>();
  private final Set<Channel> touched = new TreeSet<>();
  private long sequence;

  public SampleTerminal(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  public Path directory() {
    return directory;
  }

  public SampleTerminal put(Entity... entities) {
    for (Entity entity : entities) {
      live.put(entity.ref(), entity);
      changes.add(new Change.Put(entity, EntityJson.write(entity)));
      touched.add(Channel.of(entity.ref()));
    }
    return this;
  }

  public SampleTerminal delete(Item item) {
    live.remove(item.ref());
    changes.add(new Change.Delete(item.ref(), "含个人信息", clock.instant()));
    touched.add(Channel.of(item.ref()));
    return this;
  }

  /// Makes what was put and deleted visible, published now.
  public SampleTerminal release() {
    sequence++;
    try (ContentWriter writer = ContentWriter.open(directory, clock);
        ContentWriter.Apply apply = writer.begin()) {
      for (Change change : changes) {
        apply.change(Channel.of(change.ref()), change);
      }
      apply.commit(touched.stream().map(this::head).toList());
    } catch (StoreException e) {
      throw new AssertionError(e);
    }
    changes.clear();
    touched.clear();
    return this;
  }

  private ChannelHead head(Channel channel) {
    HeadDigest digest = new HeadDigest();
    live.forEach(
        (ref, entity) -> {
          if (Channel.of(ref).equals(channel)) {
            digest.add(ref, HeadDigest.hash(EntityJson.write(entity)));
          }
        });
    return digest.toHead(channel, sequence, clock.instant());
  }

  /// A site with a column of every presentation, halls, topics and items of every kind that needs
  /// no files.
  public SampleTerminal everyKind() {
    put(
        site(),
        column(POLICY, "政策文件", Presentation.DOCUMENTS, 1, "policy"),
        column(new ColumnId("zf-wenjian"), "县政府文件", Presentation.DOCUMENTS, 1, "document", POLICY),
        column(new ColumnId("jiedu"), "政策解读", Presentation.INTERPRETATIONS, 2, "interpretation"),
        column(new ColumnId("mashangjian"), "码上见", Presentation.QR_WALL, 3, "qr"),
        column(new ColumnId("nianbao"), "政府信息公开年报", Presentation.ANNUAL_REPORTS, 4, "report"),
        column(new ColumnId("zhinan"), "政府信息公开指南", Presentation.GUIDE, 5, "guide"),
        column(new ColumnId("shuilaiguan"), "谁来管", Presentation.DIRECTORY, 6, "directory"),
        column(new ColumnId("huiying"), "热点回应", Presentation.ANSWERS, 7, "answers"),
        column(new ColumnId("zhengji"), "征集调查", Presentation.CAMPAIGNS, 8, "campaign"),
        column(new ColumnId("kaifangri"), "政府开放日", Presentation.EVENTS, 9, "event"),
        column(new ColumnId("honghei"), "红黑榜", Presentation.CREDIT_LIST, 10, "credit"),
        column(new ColumnId("huiqi"), "惠企政策", Presentation.SERVICE_LIST, 11, "enterprise"),
        column(new ColumnId("jianyi"), "建议提案", Presentation.PROPOSALS, 12, "proposal"),
        column(NEWS, "动态公示", Presentation.NEWS, 13, "news"),
        column(new ColumnId("kong"), "还没有内容的栏目", Presentation.NEWS, 14, "news"));
    put(hall("center", "沂源县政务服务中心", COUNTY), hall(TOWN.value(), "鲁村镇便民服务中心", TOWN));
    put(
        topic("yanglao", "养老", 1, "养老金", "老年钱"),
        topic("dibao", "低保", 2, "最低生活保障", "低保金"),
        topic("zhongdi", "种地", 3, "种粮补贴"));
    items();
    return this;
  }

  private void items() {
    put(
        in("jiedu", Samples.interpretation()),
        in("nianbao", MoreSamples.annual(2023)),
        in("zhinan", plain("zhinan-2023", "沂源县政府信息公开指南（示例）", "2023-01-05")),
        in("shuilaiguan", MoreSamples.office()),
        in("huiying", MoreSamples.answer()),
        in("zhengji", MoreSamples.campaign(Optional.empty(), Samples.TODAY.plusDays(9))),
        in("kaifangri", MoreSamples.event()),
        in("honghei", MoreSamples.credit(true)),
        in("honghei", MoreSamples.credit(false)),
        in("huiqi", MoreSamples.service()),
        in("jianyi", MoreSamples.proposal()));
    MoreSamples.codes().forEach(code -> put(in("mashangjian", code)));
    for (int i = 1; i <= 60; i++) {
      put(
          in(
              i % 2 == 0 ? "zf-wenjian" : "dongtai",
              plain(
                  "item-" + i,
                  "沂源县人民政府关于进一步做好第" + i + "项城乡居民最低生活保障工作的通知（示例）",
                  "20" + (20 + i % 4) + "-0" + (1 + i % 9) + "-1" + i % 10)));
    }
    put(townItem("370323104-2023-01", "鲁村镇：自来水管道改造完成（示例）", "2023-11-20"));
  }

  /// An item of a single paragraph.
  public static Item plain(String id, String title, String day) {
    Item item =
        Samples.item(
            id,
            title,
            Samples.Facts.NEWS,
            new Details.Plain(),
            List.of(),
            List.of(),
            List.of(Samples.p("为做好最低生活保障工作，现将有关事项通知如下。")));
    return with(item, item.column(), day, COUNTY, List.of("dibao"));
  }

  public static Item townItem(String id, String title, String day) {
    Item item = plain(id, title, day);
    return with(item, NEWS, day, TOWN, List.of());
  }

  public static Item in(String column, Item item) {
    return new Item(
        item.id(),
        new ColumnId(column),
        item.title(),
        item.subtitle(),
        item.metadata(),
        item.topics(),
        item.details(),
        item.relations(),
        List.of(),
        item.body(),
        item.revision());
  }

  /// The same item, changed once more.
  public static Item revised(Item item, String title) {
    return new Item(
        item.id(),
        item.column(),
        title,
        item.subtitle(),
        item.metadata(),
        item.topics(),
        item.details(),
        item.relations(),
        item.attachments(),
        item.body(),
        item.revision() + 1);
  }

  private static Item with(
      Item item, ColumnId column, String day, DivisionCode division, List<String> topics) {
    OfficialMetadata m = item.metadata();
    OfficialMetadata dated =
        new OfficialMetadata(
            m.indexNumber(),
            m.documentNumber(),
            m.registrationNumber(),
            m.issuingAuthority(),
            m.jointAuthorities(),
            m.publisher(),
            m.source(),
            m.signedOn(),
            m.issuedOn(),
            OffsetDateTime.parse(day + "T09:00:00+08:00"),
            m.effectiveOn(),
            m.expiresOn(),
            m.invalidatedOn(),
            m.stated(),
            m.invalidatedBy(),
            m.themes(),
            m.genre(),
            m.keywords(),
            m.abstractText(),
            m.mode(),
            m.disclosureBasis(),
            m.level(),
            division,
            m.telephone(),
            m.sourceUrl(),
            m.onlineUntil());
    return new Item(
        item.id(),
        column,
        item.title(),
        item.subtitle(),
        dated,
        topics,
        item.details(),
        item.relations(),
        List.of(),
        item.body(),
        item.revision());
  }

  private static Site site() {
    return new Site(
        "沂源县政务公开",
        URI.create("https://gk.yiyuan.example/"),
        COUNTY,
        List.of(
            POLICY,
            new ColumnId("jiedu"),
            new ColumnId("mashangjian"),
            new ColumnId("huiying"),
            new ColumnId("kong"),
            NEWS),
        List.of(new ItemId("jd-2023-06")),
        72,
        List.of(),
        Optional.of(
            new Site.Contact(
                "沂源县大数据中心",
                Optional.of("沂源县振兴路61号"),
                Optional.of("0533-3228369"),
                Optional.empty(),
                Optional.of("工作日 8:30—12:00，13:30—17:30"))));
  }

  private static Column column(
      ColumnId id, String name, Presentation presentation, int order, String icon, ColumnId... in) {
    return new Column(
        id,
        in.length == 0 ? Optional.empty() : Optional.of(in[0]),
        name,
        presentation,
        order,
        icon,
        Optional.of(name + "，看得清、找得到"),
        Optional.empty());
  }

  private static Hall hall(String id, String name, DivisionCode division) {
    return new Hall(
        id,
        name,
        division,
        Optional.of(name + "一楼政务公开专区"),
        Optional.of("0533-3650001"),
        Optional.of("工作日 8:30—12:00，13:30—17:30"));
  }

  private static Topic topic(String id, String name, int order, String... words) {
    return new Topic(id, name, order, id, List.of(words));
  }
}
