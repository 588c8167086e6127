package cn.gongkai.desk.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.ItemId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemSearchTest {

  @TempDir Path root;

  private void write(String name, String frontMatter) throws IOException {
    Path file = root.resolve("items").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "---\n" + frontMatter + "\n---\n正文提到 zc-mentioned。\n");
  }

  private boolean holds(String id) throws IOException {
    AuthoredFolder folder = AuthoredFolder.open(root);
    return folder.search(folder.itemFiles(new ArrayList<>())).holds(new ItemId(id));
  }

  @Test
  void anItemIsFoundByTheNameOfItsFileOrTheIdInIt() throws Exception {
    write("zc-named.md", "title: 示例");
    write("2024/of-march.md", "title: 示例\nid: zc-inside");
    write("html.xhtml", "id: zc-html");
    assertThat(holds("zc-named")).isTrue();
    assertThat(holds("zc-inside")).isTrue();
    assertThat(holds("zc-html")).isTrue();
    assertThat(holds("zc-none")).isFalse();
  }

  @Test
  void aFileIsNotWhatItIsCalledWhereItSaysAnotherId() throws Exception {
    write("zc-old.md", "id: zc-new");
    assertThat(holds("zc-old")).isFalse();
    assertThat(holds("zc-new")).isTrue();
  }

  @Test
  void whatOnlyMentionsAnIdOrCannotBeReadIsNotTheItem() throws Exception {
    write("zc-other.md", "title: zc-titled");
    write("zc-broken.md", "id: [zc-listed");
    assertThat(holds("zc-mentioned")).isFalse();
    assertThat(holds("zc-titled")).isFalse();
    assertThat(holds("zc-listed")).isFalse();
    assertThat(holds("zc-broken")).isFalse();
  }
}
