package cn.gongkai.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.desk.publish.Progress;
import cn.gongkai.desk.publish.PublishOptions;
import cn.gongkai.desk.publish.Publisher;
import cn.gongkai.testkit.ManualClock;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a day of 75 texts of 3 KB and five PDFs of 500 KB costs a terminal: asked by the real
/// agent, counted by the server.
class DayDeltaTest {

  private static final int TEXTS = 75;
  private static final int TEXT_BYTES = 3_000;
  private static final int PDFS = 5;
  private static final int PDF_BYTES = 499_000;
  private static final int REQUESTS_MAX = 11;
  private static final long BYTES_MAX = 2_600_000;

  @TempDir Path folder;
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong bytes = new AtomicLong();
  private final Random random = new Random(42);
  private HttpServer server;
  private SmallCounty county;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      requests.add(path);
      Path file = folder.resolve("site").resolve("." + path).normalize();
      if (!Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = Files.readAllBytes(file);
      bytes.addAndGet(body.length);
      exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Test
  void aDayOfTextsAndFilesCostsElevenRequestsAndLittleMoreThanItself() throws Exception {
    county = SmallCounty.in(folder.resolve("authored"));
    for (int n = 0; n < 300; n++) {
      writeItem("zc-old-" + n, "");
    }
    publishTheYearsBefore();
    sync();
    assertThat(segments()).as("segments listed").isGreaterThanOrEqualTo(15);
    requests.clear();
    bytes.set(0);
    for (int n = 0; n < TEXTS; n++) {
      if (n < PDFS) {
        writePdf("day-" + n);
      }
      writeItem(
          "zc-day-" + n,
          n < PDFS ? "attachments: [{file: /files/day-" + n + ".pdf, name: 附件}]\n" : "");
    }
    publish();
    sync();
    assertThat(requests).as("%s", requests).hasSizeLessThanOrEqualTo(REQUESTS_MAX);
    System.out.printf(
        "DayDeltaTest: %d segments, %d requests, %d bytes%n",
        segments(), requests.size(), bytes.get());
    assertThat(bytes.get()).as("%s", requests).isLessThanOrEqualTo(BYTES_MAX);
    requests.clear();
    bytes.set(0);
    sync();
    assertThat(requests).as("a poll with nothing new").hasSizeLessThanOrEqualTo(2);
  }

  /// As often that the list of segments is as long as it becomes.
  private void publishTheYearsBefore() throws Exception {
    Instant now = Instant.now();
    ManualClock clock = ManualClock.at(now.minus(Duration.ofDays(3_500)).toString());
    Path site = folder.resolve("site");
    Path keys = folder.resolve("site.keys");
    Publisher publisher = new Publisher(site, keys, clock, Progress.SILENT);
    publisher.publish(folder.resolve("authored"), PublishOptions.STANDARD);
    for (int days : daysAgo()) {
      clock.set(now.minus(Duration.ofDays(days)));
      county.writeItem("zc-past-" + days, "", "略。");
      publisher.publish(folder.resolve("authored"), PublishOptions.STANDARD);
    }
  }

  private static List<Integer> daysAgo() {
    Stream<Integer> years = Stream.iterate(3_400, days -> days > 500, days -> days - 360);
    Stream<Integer> months = Stream.iterate(480, days -> days > 45, days -> days - 30);
    Stream<Integer> tenDays = Stream.iterate(44, days -> days > 14, days -> days - 9);
    Stream<Integer> days = Stream.iterate(14, n -> n > 0, n -> n - 1);
    return Stream.of(years, months, tenDays, days).flatMap(each -> each).toList();
  }

  private long segments() throws IOException {
    try (Stream<Path> metadata = Files.list(folder.resolve("site/metadata"))) {
      Path newest =
          metadata
              .filter(file -> file.toString().endsWith(".targets.json"))
              .max(Comparator.comparingLong(DayDeltaTest::version))
              .orElseThrow();
      return Pattern.compile("\\.jsonl\\.").matcher(Files.readString(newest)).results().count();
    }
  }

  private static long version(Path file) {
    String name = String.valueOf(file.getFileName());
    return Long.parseLong(name.substring(0, name.indexOf('.')));
  }

  private void publish() {
    Programs.Ended ended =
        Programs.desk(
            "publish",
            folder.resolve("authored").toString(),
            "--site",
            folder.resolve("site").toString());
    assertThat(ended.code()).as(ended.output()).isZero();
  }

  private void sync() {
    Programs.Ended ended =
        Programs.agent(
            "--site",
            "http://127.0.0.1:" + server.getAddress().getPort() + "/",
            "--terminal",
            folder.resolve("terminal").toString(),
            "--once");
    assertThat(ended.code()).as(ended.output()).isZero();
  }

  /// A text of words in no order, which packs worse than what people write.
  private void writeItem(String id, String more) throws IOException {
    StringBuilder text = new StringBuilder();
    int length = 0;
    while (length < TEXT_BYTES) {
      String word = WORDS.get(random.nextInt(WORDS.size())) + (random.nextInt(9) == 0 ? "，" : "");
      text.append(word);
      length += word.getBytes(StandardCharsets.UTF_8).length;
    }
    county.writeItem(id, more, text + "。");
  }

  private void writePdf(String name) throws IOException {
    byte[] noise = new byte[PDF_BYTES];
    random.nextBytes(noise);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage();
      pdf.addPage(page);
      COSStream stream = pdf.getDocument().createCOSStream();
      try (var out = stream.createOutputStream()) {
        out.write(noise);
      }
      page.getCOSObject().setItem(COSName.getPDFName("GkNoise"), stream);
      pdf.save(bytes);
    }
    Path file = folder.resolve("authored/files/" + name + ".pdf");
    Files.createDirectories(file.getParent());
    Files.write(file, bytes.toByteArray());
  }

  private static final List<String> WORDS =
      List.of(
          ("各镇 人民政府 街道 办事处 县政府 各部门 单位 为了 进一步 做好 工作 根据 国家 省 市 有关 规定 结合 我县 实际 制定 本 办法"
                  + " 高龄 津贴 补贴 标准 养老 保险 医疗 农村 居民 申请 条件 材料 办理 流程 时限 负责 审核 公示 发放 资金 管理 监督"
                  + " 检查 责任 追究 施行 有效期 解释 咨询 电话 地址 时间 安排 组织 领导 宣传 引导 项目 建设 规划 用地 征收 补偿 安置"
                  + " 水库 防汛 森林 防火 苹果 樱桃 种植 良种 农机 购置 耕地 地力 保护 秸秆 综合 利用 污水 处理 垃圾 分类 教育 招生"
                  + " 学校 幼儿园 义务 残疾 儿童 康复 救助 低保 特困 人员 供养 临时 慈善 志愿 服务 就业 创业 培训 社保 退休 住房 公积金")
              .split(" "));
}
