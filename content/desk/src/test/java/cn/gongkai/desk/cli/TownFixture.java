package cn.gongkai.desk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.ShortPath;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.sign.Repository;
import cn.gongkai.content.release.sign.RepositoryPolicy;
import cn.gongkai.content.release.sign.SigningKeys;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.TrustedRelease;
import cn.gongkai.desk.sample.SampleFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A county's site, and a township with a folder and keys of its own.
abstract class TownFixture {

  static final String TOWN = "town-370323104";
  static final String CODE = "370323104";
  static final String OLD = SampleFolder.TOWN_NEWS;
  static final String NEW = CODE + "-2024-qiao";

  @TempDir Path temp;
  Path authored;
  Path site;
  Path keys;
  Path theirs;
  Path theirKeys;
  Path handedOver;
  Path publicKey;
  StringWriter out = new StringWriter();
  StringWriter err = new StringWriter();

  @BeforeEach
  void aSiteAndATownshipWithAFolderOfItsOwn() throws IOException {
    SampleFolder county = SampleFolder.in(temp.resolve("county"));
    authored = county.root();
    move(authored.resolve("items/towns/" + OLD + ".md"), ownItem(authored, OLD));
    site = temp.resolve("site");
    keys = temp.resolve("site.keys");
    theirs = temp.resolve("township/authored");
    theirKeys = temp.resolve("township/keys");
    handedOver = temp.resolve("township/hand-over");
    publicKey = temp.resolve("key.pub");
    publish();
    for (String list : List.of("site.yaml", "columns.yaml", "halls.yaml", "topics.yaml")) {
      Files.createDirectories(theirs);
      Files.copy(authored.resolve(list), theirs.resolve(list));
    }
    copy(ownItem(authored, OLD), ownItem(theirs, OLD));
  }

  static Path ownItem(Path folder, String id) {
    return folder.resolve("items/towns/" + CODE + "/" + id + ".md");
  }

  static void move(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.move(from, to);
  }

  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  int run(Object... args) {
    out = new StringWriter();
    err = new StringWriter();
    String[] words = Stream.of(args).map(Object::toString).toArray(String[]::new);
    return Desk.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(words);
  }

  void done(Object... args) {
    int code = run(args);
    assertThat(code).as(out.toString() + err).isEqualTo(Desk.DONE);
  }

  void refused(String code, Object... args) {
    assertThat(run(args)).isEqualTo(Desk.REFUSED);
    assertThat(err.toString()).contains(code);
  }

  void publish() {
    done("publish", authored, "--site", site);
  }

  void makeKey() {
    done("town", "key", "--keys", theirKeys, "--town", TOWN, "--public", publicKey);
  }

  void adopt() {
    done("keys", "adopt", "--keys", keys, "--town", TOWN, "--public", publicKey);
  }

  Object[] signing() {
    return new Object[] {
      "town",
      "sign",
      theirs,
      "--town",
      TOWN,
      "--keys",
      theirKeys,
      "--to",
      handedOver,
      "--from",
      site
    };
  }

  Object[] taking() {
    return new Object[] {"town", "take", handedOver, authored, "--site", site};
  }

  /// From the county's signature to the township's own.
  void handOverTheChannel() throws IOException {
    makeKey();
    adopt();
    write(NEW, "示例：悦庄镇新桥通车");
    done(signing());
    done(taking());
    publish();
  }

  void write(String id, String title) throws IOException {
    Files.writeString(
        ownItem(theirs, id),
        """
        ---
        column: dongtai
        title: %s
        publisher: 悦庄镇人民政府
        division: "370323104"
        publishedAt: 2024-07-01 08:00
        ---
        请走新桥。
        """
            .formatted(title));
  }

  TrustedRelease release() throws Exception {
    RefreshOutcome outcome =
        new Repository(site, SigningKeys.open(keys), RepositoryPolicy.STANDARD, Clock.systemUTC())
            .verify();
    assertThat(outcome).isInstanceOf(RefreshOutcome.Current.class);
    return ((RefreshOutcome.Current) outcome).release();
  }

  int townItems() throws Exception {
    return release().find(new Channel(TOWN)).orElseThrow().head().entities();
  }

  String page(String id) throws IOException {
    return Files.readString(site.resolve(ShortPath.of(new ItemId(id)).page()));
  }
}
