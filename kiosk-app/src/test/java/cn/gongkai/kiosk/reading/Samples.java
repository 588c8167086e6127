package cn.gongkai.kiosk.reading;

import cn.gongkai.content.model.Attachment;
import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.DisclosureLevel;
import cn.gongkai.content.model.DisclosureMode;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.DocumentNumber;
import cn.gongkai.content.model.Genre;
import cn.gongkai.content.model.IndexNumber;
import cn.gongkai.content.model.InterpretationForm;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Link;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.model.Run;
import cn.gongkai.content.model.Site;
import cn.gongkai.content.model.Validity;
import cn.gongkai.kiosk.ui.reader.Dossier;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Hand-made items for the tests of the reading screens.
public final class Samples {

  public static final LocalDate TODAY = LocalDate.of(2023, 11, 22);

  private static final DivisionCode COUNTY = new DivisionCode("370323");

  private Samples() {}

  public static Site site() {
    return new Site(
        "沂源县政务公开",
        URI.create("https://gk.yiyuan.example/"),
        COUNTY,
        List.of(),
        List.of(),
        72,
        List.of(),
        Optional.empty());
  }

  public static BlobRef blob(int n, String type) {
    return new BlobRef(String.format("%064x", n), 1000 + n, type, List.of());
  }

  /// The parts of official metadata that tests vary.
  public record Facts(
      Optional<String> number,
      Optional<LocalDate> effective,
      Optional<LocalDate> expires,
      Optional<LocalDate> invalidated,
      Validity stated) {

    public static final Facts NEWS =
        new Facts(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Validity.UNSTATED);

    public static final Facts IN_FORCE =
        new Facts(
            Optional.of("源政发〔2023〕6号"),
            Optional.of(LocalDate.of(2023, 6, 1)),
            Optional.of(LocalDate.of(2028, 5, 31)),
            Optional.empty(),
            Validity.IN_FORCE);

    public static final Facts REPEALED =
        new Facts(
            Optional.of("源政发〔2018〕11号"),
            Optional.of(LocalDate.of(2018, 7, 1)),
            Optional.of(LocalDate.of(2025, 6, 30)),
            Optional.of(LocalDate.of(2023, 6, 1)),
            Validity.IN_FORCE);
  }

  public static OfficialMetadata metadata(Facts facts) {
    boolean document = facts.number().isPresent();
    return new OfficialMetadata(
        document
            ? Optional.of(IndexNumber.parse("113703233130158447/2023-5428775"))
            : Optional.empty(),
        facts.number().flatMap(DocumentNumber::parse),
        Optional.empty(),
        document ? Optional.of("沂源县人民政府") : Optional.empty(),
        List.of(),
        "沂源县人民政府办公室",
        Optional.empty(),
        document ? Optional.of(LocalDate.of(2023, 5, 26)) : Optional.empty(),
        document ? Optional.of(LocalDate.of(2023, 5, 30)) : Optional.empty(),
        OffsetDateTime.parse("2023-05-30T09:12:00+08:00"),
        facts.effective(),
        facts.expires(),
        facts.invalidated(),
        facts.stated(),
        Optional.empty(),
        document ? List.of("1202") : List.of(),
        document ? Optional.of(Genre.CIRCULAR) : Optional.empty(),
        List.of("高龄津贴"),
        Optional.of("八十岁以上老人按月领取津贴。"),
        DisclosureMode.PROACTIVE,
        List.of("条例第二十条第（一）项"),
        DisclosureLevel.COUNTY,
        COUNTY,
        Optional.of("0533-3228369"),
        Optional.empty(),
        Optional.empty());
  }

  public static Item item(
      String id,
      String title,
      Facts facts,
      Details details,
      List<Relation> relations,
      List<Attachment> files,
      List<Block> body) {
    return new Item(
        new ItemId(id),
        new ColumnId("zcwj"),
        title,
        Optional.empty(),
        metadata(facts),
        List.of(),
        details,
        relations,
        files,
        body,
        1);
  }

  public static Block.Paragraph p(String text) {
    return new Block.Paragraph(Block.Align.JUSTIFIED, List.of(Run.of(text)));
  }

  public static Block.Paragraph p(Block.Align align, Run... runs) {
    return new Block.Paragraph(align, List.of(runs));
  }

  public static Run bold(String text) {
    return new Run(text, Set.of(Run.Style.BOLD), Optional.empty());
  }

  public static Run link(String text, Link link) {
    return new Run(text, Set.of(), Optional.of(link));
  }

  public static Block.Heading h(int level, String text) {
    return new Block.Heading(level, List.of(Run.of(text)));
  }

  public static Block.Cell cell(String text) {
    return cell(text, false, 1, 1);
  }

  public static Block.Cell cell(String text, boolean heading, int columns, int rows) {
    return new Block.Cell(
        heading,
        columns,
        rows,
        Block.Align.JUSTIFIED,
        text.isEmpty() ? List.of() : List.of(Run.of(text)));
  }

  public static Block.Row row(Block.Cell... cells) {
    return new Block.Row(List.of(cells));
  }

  public static Block.Row row(String... cells) {
    return new Block.Row(java.util.Arrays.stream(cells).map(Samples::cell).toList());
  }

  public static Block.Row headRow(String... cells) {
    return new Block.Row(java.util.Arrays.stream(cells).map(c -> cell(c, true, 1, 1)).toList());
  }

  /// A body with every block there is.
  public static List<Block> everyBlock() {
    List<Block> body = new ArrayList<>();
    body.add(p("各镇人民政府、街道办事处，县政府各部门、单位："));
    body.add(
        p(
            Block.Align.JUSTIFIED,
            Run.of("为积极应对人口老龄化，保障高龄老人基本生活，根据"),
            link("《山东省老年人权益保障条例》", new Link.Outside(URI.create("https://www.shandong.gov.cn/"))),
            Run.of("和市政府有关要求，结合我县实际，现就发放高龄津贴有关事项通知如下。本通知所称高龄老人，是指具有沂源县户籍、"),
            bold("年满80周岁"),
            Run.of("的老年人。H"),
            new Run("2", Set.of(Run.Style.SUBSCRIPT), Optional.empty()),
            Run.of("O，每平方米（m"),
            new Run("2", Set.of(Run.Style.SUPERSCRIPT), Optional.empty()),
            Run.of("）。")));
    body.add(h(2, "一、发放对象和标准"));
    body.add(
        p(
            "（一）80至89周岁老人，每人每月发放100元；90至99周岁老人，每人每月发放200元；100周岁以上老人，每人每月发放"
                + "600元。同时符合多项补贴条件的，按照就高不就低的原则发放，不重复享受。"));
    body.add(
        new Block.Table(
            Optional.of("高龄津贴标准表"),
            1,
            List.of(
                headRow("年龄", "每月标准（元）", "发放方式"),
                row("80—89周岁", "100", "按季打卡，一卡通"),
                row("90—99周岁", "200", "按季打卡，一卡通"),
                row("100周岁以上", "600", "按月打卡，镇街上门慰问"))));
    body.add(h(3, "（二）办理流程"));
    body.add(
        new Block.Listing(
            true,
            List.of(
                List.of(p("本人或者家属持户口簿、身份证、社会保障卡，到户籍所在地村（居）民委员会提出申请。")),
                List.of(p("村（居）在5个工作日内核对材料，报镇（街道）便民服务中心。")),
                List.of(p("县民政局审核通过的，从申请当月起发放。")))));
    body.add(
        new Block.Note(List.of(p("已经领取高龄津贴的老人，每年不需要重新申请，只需要在生日当月进行一次生存认证，可以用手机刷脸，也可以由村里代办。"))));
    body.add(
        new Block.Question("我母亲住在外地儿子家，还能领吗？", List.of(p("能。只要户籍在沂源县，住在哪里都可以领，生存认证可以用手机完成。"))));
    body.add(
        new Block.Image(
            blob(1, "image/png"), 1200, 700, "图中是高龄津贴申请的四个步骤：申请、核对、审核、发放", Optional.of("办理流程图")));
    body.add(new Block.Image(blob(9, "image/png"), 1200, 500, "各镇街领取人数的柱状图", Optional.empty()));
    body.add(h(4, "4. 其他"));
    body.add(p("本通知自2023年6月1日起施行，有效期至2028年5月31日。"));
    body.add(p(Block.Align.RIGHT, Run.of("沂源县人民政府")));
    body.add(p(Block.Align.RIGHT, Run.of("2023年5月26日")));
    body.add(p(Block.Align.LEFT, Run.of("（此件公开发布）")));
    return body;
  }

  public static Item document() {
    return item(
        "zc-2023-06",
        "沂源县人民政府关于发放高龄津贴的通知（示例）",
        Facts.IN_FORCE,
        new Details.Plain(),
        List.of(),
        List.of(
            new Attachment("附件1：高龄津贴申请表.pdf", blob(3, "application/pdf"), Optional.of(3)),
            new Attachment(
                "附件2：各镇街联系电话.xlsx", blob(4, "application/vnd.ms-excel"), Optional.empty())),
        everyBlock());
  }

  public static Item interpretation() {
    return item(
        "jd-2023-06",
        "八十岁以上老人每月能领多少钱？——高龄津贴政策解读（示例）",
        Facts.NEWS,
        new Details.Interpretation(
            InterpretationForm.TEXT,
            "户籍在沂源、满80周岁的老人，每月可以领100到600元高龄津贴，到村里申请就行。",
            Optional.of("沂源县民政局")),
        List.of(new Relation(Relation.Kind.INTERPRETS, new ItemId("zc-2023-06"))),
        List.of(),
        List.of(
            h(2, "谁能领"),
            p("具有沂源县户籍、年满80周岁的老年人，不论住在哪里、有没有退休金，都可以领。"),
            h(2, "和以前有什么不同"),
            new Block.Table(
                Optional.empty(),
                1,
                List.of(
                    headRow("项目", "以前", "现在"),
                    row("起领年龄", "90周岁", "80周岁"),
                    row("百岁老人每月", "300元", "600元"))),
            new Block.Question("怎么申请？", List.of(p("带上户口簿、身份证和社保卡，到村委会说一声就可以，村里帮着办。")))));
  }

  public static Dossier dossier(Item item, List<Dossier.Related> related, List<Item> siblings) {
    return new Dossier(item, site(), "政策文件", related, siblings, TODAY);
  }
}
