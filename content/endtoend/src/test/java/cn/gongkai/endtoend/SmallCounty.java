package cn.gongkai.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An authored folder of a county with one column, for tests that write their own items.
///
/// @param root of the folder
record SmallCounty(Path root) {

  /// Writes the structure.
  static SmallCounty in(Path root) throws IOException {
    SmallCounty county = new SmallCounty(root);
    county.write(
        "site.yaml",
        """
        name: 沂源县政务公开
        baseUrl: https://gongkai.example/
        division: "370323"
        tiles: [zc]
        staleAfterHours: 48
        contact: {office: 沂源县大数据中心, telephone: 0533-3241234}
        """);
    county.write("columns.yaml", "- {id: zc, name: 政策文件, presentation: DOCUMENTS, icon: file}\n");
    county.write("halls.yaml", "- {id: center, name: 县政务服务中心, division: \"370323\"}\n");
    county.write("topics.yaml", "- {id: yanglao, name: 养老, icon: heart, words: [老年钱]}\n");
    return county;
  }

  /// @param more further lines of front matter, each ended by LF
  void writeItem(String id, String more, String text) throws IOException {
    write(
        "items/" + id + ".md",
        """
        ---
        column: zc
        title: 关于%s的通知
        publisher: 沂源县人民政府
        publishedAt: 2024-03-01 09:00
        %s---
        %s
        """
            .formatted(id, more, text));
  }

  void deleteItem(String id) throws IOException {
    Files.delete(root.resolve("items/" + id + ".md"));
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
