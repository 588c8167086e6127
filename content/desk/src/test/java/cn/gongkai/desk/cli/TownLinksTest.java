package cn.gongkai.desk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class TownLinksTest extends TownFixture {

  @Test
  void whatALinkLeadsToIsKnownByItsIdWhateverItsFileIsCalled() throws Exception {
    makeKey();
    adopt();
    Files.writeString(
        authored.resolve("items/draft-of-march.md"),
        """
        ---
        id: zc-bridges
        column: dongtai
        title: 示例：全县桥梁名录
        publisher: 沂源县人民政府
        publishedAt: 2024-07-01 08:00
        ---
        名录。
        """);
    publish();
    write(NEW, "示例：悦庄镇新桥通车\nrelations: [{related: zc-bridges}]");
    done(signing());
    done(taking());
    publish();
    assertThat(page(NEW)).contains("示例：全县桥梁名录");
  }
}
