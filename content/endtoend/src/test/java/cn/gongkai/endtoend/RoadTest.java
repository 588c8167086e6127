package cn.gongkai.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.ShortPath;
import cn.gongkai.kiosk.app.KioskDriver;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One item's way from an authored file to the page on a phone, with the real programs: desk, web
/// server, agent, kiosk, two readers of codes and a browser.
class RoadTest {

  private static final String CHANGED = "zc-2022-gaoling";
  private static final String WITHDRAWN = "zc-2021-yanhua";

  @TempDir Path folder;
  private Path authored;
  private Path site;
  private Path terminal;
  private String base;
  private Process server;

  @BeforeEach
  void serveAnEmptySite() throws Exception {
    authored = copyOfTheSample();
    site = Files.createDirectories(folder.resolve("site"));
    terminal = folder.resolve("terminal");
    int port = Programs.freePort();
    base = "http://localhost:" + port + "/";
    publish();
    server =
        Programs.startDesk(
            folder.resolve("serve.log"), "serve", "--site", site.toString(), "--port", "" + port);
    awaitServer(port);
  }

  @AfterEach
  void stop() {
    server.destroy();
  }

  @Test
  void anItemTravelsFromTheDeskToAPhone_andSoDoItsChangeAndAWithdrawal() throws Exception {
    sync();
    try (KioskDriver kiosk = KioskDriver.open(terminal, Clock.system(ZoneId.of("Asia/Shanghai")))) {
      kiosk.show(CHANGED);
      String title = titleOf(CHANGED);
      String sentence = sentenceOf(CHANGED);
      assertThat(kiosk.words()).contains(title);
      readUntil(kiosk, sentence);

      kiosk.press("扫码带走");
      String address = base + ShortPath.of(new ItemId(CHANGED)).page();
      BufferedImage picture = kiosk.picture();
      assertThat(zxing(picture)).isEqualTo(address);
      assertThat(zbar(picture)).contains(address);

      assertThat(Programs.browse(address)).contains(title).contains(sentence);

      String newTitle = title.replace("（示例）", "（修订示例）");
      edit(CHANGED, title, newTitle);
      Files.delete(file(WITHDRAWN));
      dropLinksTo(WITHDRAWN);
      publish();
      sync();

      kiosk.lookForNews();
      assertThat(kiosk.words()).contains("此内容已更新").doesNotContain(newTitle);
      kiosk.press("点此刷新");
      assertThat(kiosk.words()).contains(newTitle);
      kiosk.show(WITHDRAWN);
      assertThat(kiosk.words()).contains("这条信息已经撤下，不再公开。请返回看看其他内容，或向工作人员询问。");
      assertThat(Programs.browse(address)).contains(newTitle);
      assertThat(Programs.browse(base + ShortPath.of(new ItemId(WITHDRAWN)).page())).contains("撤回");
    }
  }

  /// Turns to the next screen until the words are there, as a reader does.
  private static void readUntil(KioskDriver kiosk, String words) throws Exception {
    for (int screens = 0; screens < 4 && !kiosk.words().contains(words); screens++) {
      kiosk.press("下一屏");
    }
    assertThat(kiosk.words()).contains(words);
  }

  private void publish() {
    Programs.Ended ended =
        Programs.desk(
            "publish", authored.toString(), "--site", site.toString(), "--base-url", base);
    assertThat(ended.code()).as(ended.output()).isZero();
  }

  private void sync() {
    Programs.Ended ended =
        Programs.agent("--site", base, "--terminal", terminal.toString(), "--once");
    assertThat(ended.code()).as(ended.output()).isZero();
  }

  private Path copyOfTheSample() throws IOException {
    Path from = Programs.root().resolve("content/sample");
    Path to = folder.resolve("authored");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return to;
  }

  private Path file(String item) throws IOException {
    try (Stream<Path> files = Files.walk(authored.resolve("items"))) {
      return files
          .filter(file -> file.getFileName().toString().equals(item + ".md"))
          .findFirst()
          .orElseThrow();
    }
  }

  private String titleOf(String item) throws IOException {
    return Files.readAllLines(file(item)).stream()
        .filter(line -> line.startsWith("title: "))
        .map(line -> line.substring("title: ".length()).replace("\"", "").strip())
        .findFirst()
        .orElseThrow();
  }

  /// A plain paragraph of the body.
  private String sentenceOf(String item) throws IOException {
    String text = Files.readString(file(item));
    return text.substring(text.indexOf("\n---\n") + 5)
        .lines()
        .map(line -> line.replaceFirst("^\\*\\*[^*]+\\*\\* ", ""))
        .filter(line -> line.matches("[\\u4e00-\\u9fa5，。、；：“”《》（）0-9]{20,}"))
        .map(line -> line.substring(0, 20))
        .findFirst()
        .orElseThrow();
  }

  private void edit(String item, String from, String to) throws IOException {
    Path file = file(item);
    Files.writeString(file, Files.readString(file).replace(from, to));
  }

  /// Relations and links of other items to a withdrawn one would be refused by the gate.
  private void dropLinksTo(String item) throws IOException {
    try (Stream<Path> files = Files.walk(authored.resolve("items"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        String text = Files.readString(file);
        if (text.contains(item)) {
          Files.writeString(
              file,
              text.replaceAll("(?m)^ *- \\w+: " + item + "\\n", "")
                  .replaceAll("\\[([^\\]]*)\\]\\(item:" + item + "\\)", "$1")
                  .replaceAll("(, )?item: " + item, ""));
        }
      }
    }
  }

  private static String zxing(BufferedImage picture) throws Exception {
    return new MultiFormatReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))),
            Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
        .getText();
  }

  private String zbar(BufferedImage picture) throws IOException {
    Path file = folder.resolve("screen.png");
    ImageIO.write(picture, "png", file.toFile());
    return Programs.zbar(file);
  }

  private static void awaitServer(int port) throws InterruptedException {
    for (int attempt = 0; attempt < 200; attempt++) {
      try (Socket socket = new Socket("localhost", port)) {
        return;
      } catch (IOException e) {
        new java.util.concurrent.CountDownLatch(1)
            .await(100, java.util.concurrent.TimeUnit.MILLISECONDS);
      }
    }
    throw new IllegalStateException("the site is not served");
  }
}
