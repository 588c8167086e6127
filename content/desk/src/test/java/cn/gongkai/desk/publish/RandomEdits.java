package cn.gongkai.desk.publish;

import cn.gongkai.desk.sample.SampleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Changes an authored folder as editors do, and sometimes as they should not.
final class RandomEdits {

  private final SampleFolder folder;
  private final Random random;
  private final Map<String, Integer> items = new HashMap<>();
  private int made;

  RandomEdits(SampleFolder folder, Random random) {
    this.folder = folder;
    this.random = random;
  }

  /// Makes one to four changes and says which.
  String edit() throws IOException {
    List<String> said = new ArrayList<>();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      said.add(once());
    }
    return said.toString();
  }

  private String once() throws IOException {
    String id = any();
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> write("zc-r" + made++, "");
      case 3 -> id.isEmpty() ? "nothing" : write(id, "");
      case 4 -> id.isEmpty() ? "nothing" : write(id, "relations: [{cites: " + target(id) + "}]\n");
      case 5 -> withPdf("zc-r" + made++);
      case 6 -> id.isEmpty() ? "nothing" : touch(id);
      case 7 -> id.isEmpty() ? "nothing" : delete(id);
      case 8 -> many();
      default -> id.isEmpty() ? "nothing" : move(id);
    };
  }

  private String any() {
    List<String> ids = items.keySet().stream().sorted().toList();
    return ids.isEmpty() ? "" : ids.get(random.nextInt(ids.size()));
  }

  private String target(String not) {
    String id = any();
    return id.equals(not) ? SampleFolder.POLICY : id;
  }

  private String write(String id, String extra) throws IOException {
    int version = items.merge(id, 1, Integer::sum);
    String day = "2023-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
    String text =
        """
        ---
        column: %s
        title: 示例%d
        publisher: 沂源县人民政府
        publishedAt: %s
        %s---
        第%d版，见[文件](item:%s)。
        """
            .formatted(
                random.nextBoolean() ? "zcwj" : "bumen",
                version,
                day,
                extra,
                version,
                SampleFolder.POLICY);
    folder.write("items/zc/" + id + ".md", text);
    return "write " + id + " " + extra.strip();
  }

  private String many() throws IOException {
    for (int i = 0; i < 40; i++) {
      write("zc-r" + made++, "");
    }
    return "write 40";
  }

  private String withPdf(String id) throws IOException {
    folder.writePdf("files/" + id + ".pdf", "PAGE " + random.nextInt(3));
    return write(id, "attachments: [{file: /files/" + id + ".pdf, name: 附件}]\n");
  }

  private String touch(String id) throws IOException {
    Path file = folder.item(id);
    Files.setLastModifiedTime(
        file, FileTime.fromMillis(1_600_000_000_000L + random.nextInt(1_000_000)));
    return "touch " + id;
  }

  /// Where another item refers to it, the whole is refused until that one changes or it is back.
  private String delete(String id) throws IOException {
    folder.delete(id);
    items.remove(id);
    return "delete " + id;
  }

  private String move(String id) throws IOException {
    Path file = folder.item(id);
    String text = Files.readString(file);
    Files.delete(file);
    items.remove(id);
    String other = "zc-m" + made++;
    items.put(other, 1);
    Files.writeString(folder.item(other), text);
    return "rename " + id + " to " + other;
  }
}
