package cn.gongkai.kiosk.input.ink.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.kiosk.input.ink.Ink;
import cn.gongkai.kiosk.input.ink.Stroke;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlyphTest {

  private static final long SEED = 20_261_125;

  @TempDir Path folder;

  @Test
  void aFileOfGlyphsReadsAsItWasWritten() throws IOException {
    List<Glyph> glyphs =
        List.of(
            new Glyph(
                '十',
                new Ink(
                    List.of(
                        new Stroke(List.of(new Stroke.Point(1, 5), new Stroke.Point(9, 5))),
                        new Stroke(List.of(new Stroke.Point(5, 1)))))),
            new Glyph(0x20BB7, new Ink(List.of(new Stroke(List.of(new Stroke.Point(0, 0)))))));
    Path file = folder.resolve("glyphs");
    Glyph.write(glyphs, file);
    assertThat(Glyph.read(file)).isEqualTo(glyphs);
  }

  @Test
  void figuresAreTenAndEachHasStrokes() throws IOException {
    assertThat(BuildInk.figures())
        .extracting(glyph -> Character.toString(glyph.character()))
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  }

  @Test
  void mediansTurnUpsideDown() throws IOException {
    Files.writeString(
        folder.resolve("一.json"), "{\"strokes\": [\"M 1 2\"], \"medians\": [[[1, 900], [3, 0]]]}");
    Files.writeString(folder.resolve("package.json"), "{}");
    assertThat(Medians.read(folder))
        .containsExactly(
            new Glyph(
                '一',
                new Ink(
                    List.of(
                        new Stroke(List.of(new Stroke.Point(1, 0), new Stroke.Point(3, 900)))))));
  }

  @Test
  void nonsenseIsRefusedAsSuch() {
    for (String line : List.of("十", "十\t", "十\t;", "十\t1", "十\t1,x", "十\tNaN,1", "\t1,1")) {
      assertThatThrownBy(() -> Glyph.parse(List.of(line))).as(line).isInstanceOf(IOException.class);
    }
  }

  @Test
  void brokenLinesAreGlyphsOrRefused() {
    String line = "养\t38,8 44,18;62,6 55,18;25,22 75,20";
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder broken = new StringBuilder(line);
      broken.setCharAt(random.nextInt(line.length()), (char) (32 + random.nextInt(96)));
      broken.setLength(random.nextInt(line.length() + 1));
      try {
        Glyph.parse(List.of(broken.toString()));
      } catch (IOException e) {
        assertThat(e).as("seed " + SEED).hasMessageContaining("glyph");
      }
    }
  }
}
