package cn.gongkai.desk.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Details;
import cn.gongkai.desk.gate.Gate;
import cn.gongkai.desk.gate.Verdict;
import cn.gongkai.desk.sample.SampleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of `docs/authoring.md` make a folder that can be published.
class AuthoringGuideTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("(?ms)^```(yaml|item|figures) (\\S+)\\n(.*?)^```$");

  @TempDir Path temp;
  private Authored.Content content;

  @BeforeEach
  void writeExamples() throws IOException {
    SampleFolder folder = SampleFolder.in(temp.resolve("authored"));
    for (String id : new String[] {"zc-2023-06", "jd-2023-06", SampleFolder.TOWN_NEWS}) {
      folder.delete(id);
    }
    folder.writePdf("files/gazette.pdf", "one", "two", "three");
    Path guide = Path.of(System.getProperty("gongkai.root")).resolve("docs/authoring.md");
    Matcher example = EXAMPLE.matcher(Files.readString(guide));
    while (example.find()) {
      String below = example.group(1).equals("yaml") ? "" : "items/";
      folder.write(below + example.group(2), example.group(3));
    }
    Authored authored = AuthoredFolder.read(folder.root());
    assertThat(authored).as("%s", authored).isInstanceOf(Authored.Content.class);
    content = (Authored.Content) authored;
  }

  @Test
  void theExamplesPassTheGate() {
    Verdict verdict = Gate.check(content);
    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.overridden()).hasSize(1);
    assertThat(content.warnings()).isEmpty();
  }

  @Test
  void thereIsAnExampleOfEveryKindOfDetails() {
    assertThat(content.items())
        .extracting(entry -> (Class) entry.entity().details().getClass())
        .contains(Details.class.getPermittedSubclasses());
  }
}
