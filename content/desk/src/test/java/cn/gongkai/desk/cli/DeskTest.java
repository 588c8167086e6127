package cn.gongkai.desk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.desk.sample.SampleFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {

  @TempDir Path temp;
  private SampleFolder folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeEach
  void writeFolder() throws IOException {
    folder = SampleFolder.in(temp.resolve("authored"));
  }

  private int run(Object... args) {
    out = new StringWriter();
    err = new StringWriter();
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    return Desk.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(words);
  }

  @Test
  void aGoodFolderIsCheckedWithCodeZero() {
    assertThat(run("check", folder.root())).isEqualTo(Desk.DONE);
    assertThat(out.toString()).contains("ok: 3 items");
    assertThat(err.toString()).contains("items/zc/zc-2023-06.md:5: (warning) AUTHORED-NUMBER");
  }

  @Test
  void problemsAreToldWithCodeOne() throws IOException {
    folder.replace(SampleFolder.POLICY, "publisher: 沂源县人民政府", "publisher:");
    folder.writeItem("bad", "", "××村\n");
    assertThat(run("check", folder.root())).isEqualTo(Desk.REFUSED);
    assertThat(err.toString()).contains("items/zc/zc-2023-06.md:4: AUTHORED-REQUIRED");
    folder.replace(SampleFolder.POLICY, "publisher:", "publisher: 沂源县人民政府");
    assertThat(run("check", folder.root())).isEqualTo(Desk.REFUSED);
    assertThat(err.toString()).contains("items/zc/bad.md:7: GATE-PLACEHOLDER");
  }

  @Test
  void problemsAreToldAsJson() throws IOException {
    folder.writeItem("bad", "", "××村\n");
    assertThat(run("check", folder.root(), "--json")).isEqualTo(Desk.REFUSED);
    JsonNode told = new ObjectMapper().readTree(out.toString());
    assertThat(told.at("/problems/0/code").asText()).isEqualTo("GATE-PLACEHOLDER");
    assertThat(told.at("/problems/0/line").asInt()).isEqualTo(7);
  }

  @Test
  void publishingMakesKeysBesideTheSiteAndSaysSo() {
    Path site = temp.resolve("site");
    assertThat(run("publish", folder.root(), "--site", site)).isEqualTo(Desk.DONE);
    assertThat(out.toString()).contains("keys: new keys were made in " + temp.resolve("site.keys"));
    assertThat(temp.resolve("site.keys")).isDirectory();
    assertThat(run("publish", folder.root(), "--site", site)).isEqualTo(Desk.DONE);
    assertThat(out.toString()).contains("unchanged: nothing to publish");
    assertThat(run("publish", folder.root(), "--site", site, "--resign")).isEqualTo(Desk.DONE);
    assertThat(out.toString()).contains("unchanged: signed anew");
    assertThat(run("keys", "show", "--keys", temp.resolve("site.keys"))).isEqualTo(Desk.DONE);
    assertThat(out.toString()).contains("timestamp ").contains("town-370323104 ");
  }

  @Test
  void keysInTheSiteAreRefusedWithTheirCode() {
    Path site = temp.resolve("site");
    assertThat(run("publish", folder.root(), "--site", site, "--keys", site.resolve("keys")))
        .isEqualTo(Desk.REFUSED);
    assertThat(err.toString()).contains("PUBLISH-KEYS-INSIDE");
  }

  @Test
  void wrongUsageHasCodeTwo() {
    assertThat(run("check", temp.resolve("nowhere"))).isEqualTo(Desk.USAGE);
    assertThat(run("publish", folder.root())).isEqualTo(Desk.USAGE);
    assertThat(run("publish", folder.root(), "--site", temp.resolve("s"), "--base-url", "x"))
        .isEqualTo(Desk.USAGE);
    assertThat(run("keys")).isEqualTo(Desk.USAGE);
    assertThat(run("sing")).isEqualTo(Desk.USAGE);
  }

  @Test
  void troubleWithTheDiskHasCodeThree() throws IOException {
    Path file = temp.resolve("file");
    Files.writeString(file, "x");
    assertThat(run("publish", folder.root(), "--site", file.resolve("site")))
        .isEqualTo(Desk.TROUBLE);
    assertThat(err.toString()).containsPattern("(DESK-IO|RELEASE-IO)");
  }

  @Test
  void searchingAFolderWithoutAStoreSaysSo() {
    assertThat(run("search", "--terminal", temp, "养老")).isEqualTo(Desk.TROUBLE);
    assertThat(err.toString()).contains("STORE-MISSING");
    assertThat(run("verify", "--terminal", temp)).isEqualTo(Desk.REFUSED);
    assertThat(err.toString()).contains("STORE-MISSING");
  }

  @Test
  void keysAreMadeForTheTownsAskedFor() {
    Path keys = temp.resolve("k");
    assertThat(run("keys", "make", "--keys", keys, "--town", "town-370323105")).isEqualTo(0);
    assertThat(out.toString()).contains("root ").contains("town-370323105 ");
    assertThat(run("keys", "make", "--keys", keys, "--town", "town-1")).isEqualTo(Desk.USAGE);
  }
}
