package cn.gongkai.kiosk.reading;

import static cn.gongkai.kiosk.reading.Samples.blob;
import static cn.gongkai.kiosk.reading.Samples.cell;
import static cn.gongkai.kiosk.reading.Samples.h;
import static cn.gongkai.kiosk.reading.Samples.item;
import static cn.gongkai.kiosk.reading.Samples.p;

import cn.gongkai.content.model.AnnualFigures;
import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.CreditCode;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Hand-made items of every kind beside documents.
public final class MoreSamples {

  private static final List<String> RESULT_ROWS =
      List.of(
          "granted|（一）予以公开|62",
          "partly_granted|（二）部分公开（区分处理的，只计这一情形，不计其他情形）|2",
          "denied.state_secret|1.属于国家秘密|1",
          "denied.prohibited_by_law|2.其他法律行政法规禁止公开|2",
          "denied.three_security_one_stability|3.危及“三安全一稳定”|0",
          "denied.third_party_rights|4.保护第三方合法权益|0",
          "denied.internal_affairs|5.属于三类内部事务信息|2",
          "denied.process_information|6.属于四类过程性信息|0",
          "denied.enforcement_case_file|7.属于行政执法案卷|1",
          "denied.administrative_inquiry|8.属于行政查询事项|0",
          "unable.not_held|1.本机关不掌握相关政府信息|30",
          "unable.needs_creation|2.没有现成信息需要另行制作|0",
          "unable.unclear_after_correction|3.补正后申请内容仍不明确|0",
          "not_processed.petition|1.信访举报投诉类申请|1",
          "not_processed.duplicate|2.重复申请|0",
          "not_processed.publication|3.要求提供公开出版物|0",
          "not_processed.massive|4.无正当理由大量反复申请|0",
          "not_processed.confirm|5.要求行政机关确认或重新出具已获取信息|0",
          "other.correction|1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请|2",
          "other.fee|2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请|0",
          "other.other|3.其他|0",
          "results_total|（七）总计|103");

  private MoreSamples() {}

  private static Item plain(String id, String title, Details details, List<Block> body) {
    return item(id, title, Samples.Facts.NEWS, details, List.of(), List.of(), body);
  }

  // Annual report

  public static Item annual(int year) {
    Map<String, BigDecimal> narrative =
        Map.of(
            "disclosed.total", BigDecimal.valueOf(11000L + year),
            "disclosed.website", BigDecimal.valueOf(6871),
            "disclosed.media", BigDecimal.valueOf(5230),
            "disclosed.gazette", BigDecimal.valueOf(31),
            "disclosed.other", BigDecimal.valueOf(412));
    List<AnnualFigures.ApplicationRow> rows = new ArrayList<>();
    rows.add(applications("new_received|一、本年新收政府信息公开申请数量|" + (106 + 2023 - year)));
    RESULT_ROWS.forEach(row -> rows.add(applications(row)));
    return plain(
        "nianbao-" + year,
        "沂源县人民政府" + year + "年政府信息公开工作年度报告",
        new Details.AnnualReport(year, new AnnualFigures(Map.of(), rows, List.of(), narrative)),
        annualBody());
  }

  private static AnnualFigures.ApplicationRow applications(String row) {
    String[] parts = row.split("\\|");
    int total = Integer.parseInt(parts[2]);
    return new AnnualFigures.ApplicationRow(
        parts[0],
        parts[1],
        Optional.empty(),
        Optional.empty(),
        List.of(total, 0, 0, 0, 0, 0, total));
  }

  private static List<Block> annualBody() {
    List<Block> body = new ArrayList<>();
    body.add(p("根据《中华人民共和国政府信息公开条例》规定，现公布本机关政府信息公开工作年度报告。本报告所列数据的统计期限自1月1日起至12月31日止。"));
    body.add(h(2, "一、总体情况"));
    body.add(p("全年主动公开政府信息13023条，其中政府网站6871条、政务新媒体5230条、政府公报31条。"));
    body.add(h(2, "二、主动公开政府信息情况"));
    body.add(proactive());
    body.add(h(2, "三、收到和处理政府信息公开申请情况"));
    body.add(applicationTable());
    body.add(h(2, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"));
    body.add(p("共5件，其中结果维持4件，尚未审结1件。"));
    body.add(h(2, "五、存在的主要问题及改进情况"));
    body.add(p("公开内容的可读性还需要提高，解读形式还不够多样。"));
    body.add(h(2, "六、其他需要报告的事项"));
    body.add(p("本年度未收取信息处理费。"));
    return body;
  }

  private static Block.Table proactive() {
    return new Block.Table(
        Optional.empty(),
        0,
        List.of(
            Samples.row(cell("第二十条第（一）项", true, 4, 1)),
            Samples.headRow("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
            Samples.row("规章", "0", "0", "0"),
            Samples.row("行政规范性文件", "5", "0", "48"),
            Samples.row(cell("第二十条第（五）项", true, 4, 1)),
            Samples.row(cell("信息内容", true, 1, 1), cell("本年处理决定数量", true, 3, 1)),
            Samples.row(cell("行政许可", false, 1, 1), cell("77693", false, 3, 1))));
  }

  /// The official form of table 2: three columns of headings, seven of figures, 25 rows.
  public static Block.Table applicationTable() {
    List<Block.Row> rows = new ArrayList<>();
    rows.add(
        Samples.row(
            cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", true, 3, 3), cell("申请人情况", true, 7, 1)));
    rows.add(
        Samples.row(cell("自然人", true, 1, 2), cell("法人或其他组织", true, 5, 1), cell("总计", true, 1, 2)));
    rows.add(Samples.headRow("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"));
    rows.add(figures(cell("一、本年新收政府信息公开申请数量", true, 3, 1), 106));
    rows.add(figures(cell("二、上年结转政府信息公开申请数量", true, 3, 1), 0));
    for (int i = 0; i < RESULT_ROWS.size(); i++) {
      String[] parts = RESULT_ROWS.get(i).split("\\|");
      List<Block.Cell> cells = new ArrayList<>();
      if (i == 0) {
        cells.add(cell("三、本年度办理结果", true, 1, RESULT_ROWS.size()));
      }
      groupOf(i).ifPresent(cells::add);
      boolean inGroup = i >= 2 && i < RESULT_ROWS.size() - 1;
      cells.add(cell(parts[1], true, inGroup ? 1 : 2, 1));
      numbers(Integer.parseInt(parts[2])).forEach(cells::add);
      rows.add(new Block.Row(cells));
    }
    rows.add(figures(cell("四、结转下年度继续办理", true, 3, 1), 3));
    return new Block.Table(Optional.empty(), 3, rows);
  }

  private static Optional<Block.Cell> groupOf(int row) {
    return switch (row) {
      case 2 -> Optional.of(cell("（三）不予公开", true, 1, 8));
      case 10 -> Optional.of(cell("（四）无法提供", true, 1, 3));
      case 13 -> Optional.of(cell("（五）不予处理", true, 1, 5));
      case 18 -> Optional.of(cell("（六）其他处理", true, 1, 3));
      default -> Optional.empty();
    };
  }

  private static Block.Row figures(Block.Cell head, int value) {
    List<Block.Cell> cells = new ArrayList<>();
    cells.add(head);
    cells.addAll(numbers(value));
    return new Block.Row(cells);
  }

  private static List<Block.Cell> numbers(int value) {
    List<Block.Cell> cells = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      String figure = i == 0 || i == 6 ? Integer.toString(value) : "0";
      cells.add(
          new Block.Cell(
              false, 1, 1, Block.Align.CENTER, List.of(cn.gongkai.content.model.Run.of(figure))));
    }
    return cells;
  }

  // Gazette

  public static Item issue(int year, int number, int pages) {
    List<Block> body = new ArrayList<>();
    for (int page = 1; page <= pages; page++) {
      body.add(new Block.PageMark(page));
      if (page == 1) {
        body.add(h(1, "沂源县人民政府公报"));
      }
      body.add(h(2, "第" + page + "页的文件：关于加强农村公路管理养护的意见"));
      for (int i = 0; i < 3; i++) {
        body.add(p("各镇人民政府、街道办事处要落实属地责任，健全农村公路管理养护长效机制，确保有路必养、养必到位。高龄津贴按照有关规定发放，资金由县财政统筹安排。"));
      }
    }
    return plain(
        "gb-" + year + "-" + number,
        "沂源县人民政府公报 " + year + "年第" + number + "期",
        new Details.GazetteIssue(
            year,
            number,
            Optional.of(number + 20),
            blob(20, "application/pdf"),
            pages,
            Optional.empty(),
            List.of(
                article("县政府文件", "沂源县人民政府关于发放高龄津贴的通知", 2, 3),
                article("县政府文件", "沂源县人民政府关于公布第六批县级非物质文化遗产代表性项目名录的通知", 4, 4),
                article("县政府办公室文件", "沂源县人民政府办公室关于印发《沂源县农村公路管理养护办法》的通知", 5, 5),
                article("人事任免", "沂源县人民政府关于人事任免的通知", 6, 6))),
        body);
  }

  private static Details.Article article(String section, String title, int from, int until) {
    return new Details.Article(section, title, from, until, Optional.empty());
  }

  // Codes

  public static List<Item> codes() {
    List<Item> codes = new ArrayList<>();
    String[][] all = {
      {"法律法规", "国家法律法规数据库", "全国人大常委会办公厅", "https://flk.npc.gov.cn/"},
      {"法律法规", "山东省规章库", "山东省司法厅", "https://sft.shandong.gov.cn/"},
      {"办事渠道", "爱山东政务服务", "县行政审批服务局", "https://www.shandong.gov.cn/"},
      {"办事渠道", "沂路助企服务平台", "县工业和信息化局", "https://gk.yiyuan.example/m/zq.html"},
      {"办事渠道", "医保电子凭证", "县医疗保障局", "https://fuwu.nhsa.gov.cn/"},
      {"办事指南", "企业开办一件事", "县行政审批服务局", "https://gk.yiyuan.example/m/kb.html"},
      {"监管动态", "食品抽检公示", "县市场监管局", "https://gk.yiyuan.example/m/cj.html"},
      {"你点我检", "本月想检什么，您来定", "县市场监管局", "https://gk.yiyuan.example/m/nd.html"},
    };
    for (int i = 0; i < all.length; i++) {
      codes.add(code("msj-" + i, all[i], Optional.empty()));
    }
    codes.add(
        code(
            "msj-old",
            new String[] {"办事渠道", "已经过期的码", "某单位", "https://gk.yiyuan.example/m/old.html"},
            Optional.of(LocalDate.of(2023, 11, 21))));
    return codes;
  }

  static Item code(String id, String[] words, Optional<LocalDate> expires) {
    return plain(
        id,
        words[1],
        new Details.Code(
            URI.create(words[3]), words[0], words[2], "打开后可以查询、下载现行有效的法律、行政法规和地方性法规全文。", expires),
        List.of());
  }

  // Particulars

  public static Item answer() {
    return plain(
        "rd-2023-01",
        "村里的自来水为什么有时发黄？（示例）",
        new Details.Answer(
            "我家住在鲁村镇，最近一个月早上打开水龙头，水有点发黄，放一会儿才清。这个水能喝吗？找谁管？",
            Optional.of("12345热线"),
            "沂源县水利局",
            LocalDate.of(2023, 10, 12)),
        List.of(
            p("您好。接到反映后，我局当天安排供水公司到现场取样。经检测，水质各项指标合格，发黄是管道检修后的少量铁锈造成的。"),
            p("供水公司已经对该段管道进行冲洗，并更换老旧管件120米。如再出现类似情况，请拨打供水服务电话，24小时有人接听。")));
  }

  public static Item campaign(Optional<String> feedback, LocalDate closes) {
    return plain(
        "zj-2023-02",
        "关于征集2024年度为民服务实事项目的公告（示例）",
        new Details.Campaign(
            LocalDate.of(2023, 11, 1),
            closes,
            Optional.of(URI.create("https://gk.yiyuan.example/m/shishi.html")),
            feedback),
        List.of(
            p("为进一步做好为民服务工作，现面向全县群众公开征集2024年度为民服务实事项目建议。"), p("征集范围包括就业、教育、医疗、养老、住房、交通、环境等方面。")));
  }

  public static Item event() {
    return plain(
        "kfr-2023-09",
        "“走近供水一线”政府开放日（示例）",
        new Details.Event(
            LocalDateTime.of(2023, 12, 1, 9, 0),
            "沂源县自来水厂（振兴路西段）",
            Optional.of("沂源县水利局"),
            Optional.of("到县水利局办公室登记，或拨打电话报名，限30人")),
        List.of(p("活动内容：参观制水车间、水质化验室，现场观看水质检测，与技术人员座谈交流。")));
  }

  public static Item credit(boolean commended) {
    return plain(
        commended ? "hhb-1" : "hhb-2",
        commended ? "2023年度纳税信用A级企业（示例）" : "拖欠农民工工资失信联合惩戒对象（示例）",
        new Details.CreditEntry(
            commended,
            "示例有限公司",
            CreditCodes.any(),
            commended ? "连续三年纳税信用评价为A级" : "拖欠12名劳动者工资，经责令支付逾期未支付",
            commended ? "《纳税信用管理办法（试行）》第十八条" : "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第五条",
            Optional.of(LocalDate.of(2026, 6, 30))),
        List.of());
  }

  /// Finds a valid code without knowing its check digit by heart.
  private static final class CreditCodes {
    static Optional<CreditCode> any() {
      return Optional.of(new CreditCode("113703233130158447"));
    }
  }

  public static Item service() {
    return plain(
        "hq-2023-03",
        "小微企业吸纳高校毕业生社会保险补贴（示例）",
        new Details.Service(
            "沂源县人力资源和社会保障局",
            "就业创业",
            Optional.of("本县注册的小微企业"),
            List.of("招用毕业年度高校毕业生，签订1年以上劳动合同", "为其缴纳社会保险费"),
            List.of("营业执照复印件", "劳动合同", "社会保险缴费凭证", "申请表（窗口领取）"),
            Optional.of("0533-3240000"),
            Optional.of("沂源县政务服务中心三楼人社窗口"),
            Optional.of("周一至周五 8:30—12:00，13:30—17:00"),
            Optional.of(LocalDate.of(2023, 3, 1)),
            Optional.of(LocalDate.of(2023, 12, 31)),
            Optional.of(URI.create("https://gk.yiyuan.example/m/shenbao.html"))),
        List.of(p("补贴标准为企业实际缴纳部分，期限最长不超过1年。")));
  }

  public static Item proposal() {
    return plain(
        "jy-2023-017",
        "对县十八届人大三次会议第17号建议的答复（示例）",
        new Details.Proposal(false, "第17号", "沂源县交通运输局", Optional.of(LocalDate.of(2023, 7, 20))),
        List.of(p("您提出的关于加密城乡公交班次的建议收悉，现答复如下。"), p("已对3条线路增加早晚班次，平均等候时间由40分钟缩短到25分钟。")));
  }

  public static Item office() {
    return plain(
        "bm-minzheng",
        "沂源县民政局",
        new Details.Office(
            "沂源县民政局",
            List.of("高龄津贴", "最低生活保障", "特困人员供养", "临时救助", "养老机构备案", "婚姻登记", "残疾人两项补贴"),
            Optional.of("沂源县历山路23号"),
            Optional.of("0533-3241111"),
            Optional.of("周一至周五 8:30—12:00，13:30—17:00")),
        List.of());
  }

  public static Item clips() {
    return plain(
        "jd-video",
        "三分钟看懂高龄津贴（示例）",
        new Details.Interpretation(
            cn.gongkai.content.model.InterpretationForm.VIDEO, "满80岁就能领，到村里申请。", Optional.empty()),
        List.of(
            new Block.Video(
                blob(30, "video/mp4"),
                Optional.of(blob(1, "image/jpeg")),
                Optional.of(blob(31, "text/vtt")),
                "视频：三分钟看懂高龄津贴",
                Optional.of("大家好，今天用三分钟说说高龄津贴。满80周岁的沂源户籍老人都能领。带上户口簿、身份证和社保卡，到村里申请。")),
            new Block.Audio(blob(32, "audio/mpeg"), "音频：广播版", Optional.of("村民朋友们，高龄津贴标准提高啦。"))));
  }
}
