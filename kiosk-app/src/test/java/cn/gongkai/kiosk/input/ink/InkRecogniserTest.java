package cn.gongkai.kiosk.input.ink;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.work.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InkRecogniserTest {

  private static final long SEED = 20_261_124;
  private static InkModel model;

  @TempDir Path folder;

  @BeforeAll
  static void train() {
    model = TinyInk.model();
  }

  @Test
  void everyCharacterOfTheCopybookComesFirst() {
    InkRecogniser recogniser = InkRecogniser.of(model, InkLimits.DEFAULT);
    TinyInk.glyphs()
        .forEach(
            glyph ->
                assertThat(recogniser.read(glyph.ink()).getFirst().text())
                    .isEqualTo(Character.toString(glyph.character())));
  }

  @Test
  void theOrderOfStrokesDoesNotCount() {
    InkRecogniser recogniser = InkRecogniser.of(model, InkLimits.DEFAULT);
    List<Stroke> strokes = new ArrayList<>(TinyInk.ink('养').strokes());
    Collections.reverse(strokes);
    assertThat(recogniser.read(new Ink(strokes)).getFirst().text()).isEqualTo("养");
  }

  @Test
  void aDotIsReadAsSomethingAndNoInkAsNothing() {
    InkRecogniser recogniser = InkRecogniser.of(model, InkLimits.DEFAULT);
    Ink dot = new Ink(List.of(new Stroke(List.of(new Stroke.Point(5, 5)))));
    assertThat(recogniser.read(dot)).isNotEmpty();
    assertThat(recogniser.read(Ink.NONE)).isEmpty();
  }

  @Test
  void whateverIsScribbledIsAnsweredWithinBounds() {
    InkRecogniser recogniser = InkRecogniser.of(model, InkLimits.DEFAULT);
    Random random = new Random(SEED);
    for (int round = 0; round < 60; round++) {
      List<InkReading> readings = recogniser.read(scribble(random, round));
      assertThat(readings)
          .as("seed " + SEED)
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(InkLimits.DEFAULT.candidatesMax());
      assertThat(readings).allMatch(reading -> Double.isFinite(reading.score()));
    }
  }

  @Test
  void onlyCharactersOfTheListFiguresAndLatinAreOffered() {
    List<String> signs = List.of("", "養", "养", "A", "7", "%", "十");
    LineReader reader = fixed(signs, new float[] {0, 0.9f, 0.05f, 0.02f, 0.01f, 0.01f, 0});
    InkRecogniser recogniser =
        InkRecogniser.of(model, reader, InkWeights.CHOSEN, InkLimits.DEFAULT);
    assertThat(recogniser.read(TinyInk.ink('养')))
        .extracting(InkReading::text)
        .contains("养", "A", "7")
        .doesNotContain("養", "%");
  }

  @Test
  void severalCharactersSideBySideAreOfferedAsALine() {
    List<String> signs = List.of("", "十", "人");
    float[][] places = {
      {1, 0, 0}, {0.1f, 0.9f, 0}, {0.1f, 0.8f, 0}, {1, 0, 0}, {0, 0.2f, 0.7f}, {1, 0, 0}
    };
    LineReader reader = reader(signs, places);
    InkRecogniser recogniser =
        InkRecogniser.of(model, reader, InkWeights.CHOSEN, InkLimits.DEFAULT);
    assertThat(recogniser.read(beside('十', '人')).getFirst().text()).isEqualTo("十人");
  }

  @Test
  void withoutALineReaderALineIsCutWhereWhiteRunsThrough() {
    InkRecogniser recogniser = InkRecogniser.of(model, InkLimits.DEFAULT);
    assertThat(recogniser.read(beside('十', '人')).getFirst().text()).isEqualTo("十人");
    assertThat(recogniser.read(beside('老', '人', '口')).getFirst().text()).isEqualTo("老人口");
  }

  @Test
  void strokesBesideOneAnotherThatAreOneCharacterAreNotCut() {
    InkRecogniser recogniser = InkRecogniser.of(model, InkLimits.DEFAULT);
    for (double wide : List.of(1.0, 1.6, 2.2)) {
      Ink river =
          new Ink(
              TinyInk.ink('川').strokes().stream()
                  .map(
                      stroke ->
                          new Stroke(
                              stroke.points().stream()
                                  .map(point -> new Stroke.Point(point.x() * wide, point.y()))
                                  .toList()))
                  .toList());
      assertThat(recogniser.read(river).getFirst().text()).as("%s wide", wide).isEqualTo("川");
    }
  }

  @Test
  void withoutALineReaderTheClassifierAnswersAndSaysSo() throws IOException, FaultException {
    InkModelFile.write(model, folder.resolve(InkModelFile.NAME));
    InkRecogniser recogniser = InkRecogniser.open(folder, InkLimits.DEFAULT);
    assertThat(recogniser.description()).isEqualTo(InkParts.CLASSIFIER);
    assertThat(recogniser.read(TinyInk.ink('大')).getFirst().text()).isEqualTo("大");
  }

  @Test
  void withADamagedLineReaderTheClassifierAnswers() throws IOException, FaultException {
    InkModelFile.write(model, folder.resolve(InkModelFile.NAME));
    Files.writeString(folder.resolve(OnnxReader.SIGNS), "十\n人\n");
    Files.write(folder.resolve(OnnxReader.NETWORK), new byte[] {8, 7, 1, 2, 3});
    InkRecogniser recogniser = InkRecogniser.open(folder, InkLimits.DEFAULT);
    assertThat(recogniser.description()).isEqualTo(InkParts.CLASSIFIER);
    assertThat(recogniser.read(TinyInk.ink('口')).getFirst().text()).isEqualTo("口");
  }

  @Test
  void aLineReaderThatFailsIsLeftOut() {
    LineReader broken =
        new LineReader() {
          @Override
          public List<String> signs() {
            return List.of("", "十");
          }

          @Override
          public float[][] read(InkImage image) throws FaultException {
            throw new FaultException(OnnxReader.UNUSABLE, "broken");
          }
        };
    InkRecogniser recogniser =
        InkRecogniser.of(model, broken, InkWeights.CHOSEN, InkLimits.DEFAULT);
    assertThat(recogniser.read(TinyInk.ink('日')).getFirst().text()).isEqualTo("日");
  }

  private static LineReader fixed(List<String> signs, float[] place) {
    return reader(signs, new float[][] {place});
  }

  private static LineReader reader(List<String> signs, float[][] places) {
    return new LineReader() {
      @Override
      public List<String> signs() {
        return signs;
      }

      @Override
      public float[][] read(InkImage image) {
        return places;
      }
    };
  }

  private static Ink beside(int... characters) {
    List<Stroke> strokes = new ArrayList<>();
    for (int k = 0; k < characters.length; k++) {
      double x = 110 * k;
      for (Stroke stroke : TinyInk.ink(characters[k]).strokes()) {
        strokes.add(
            new Stroke(
                stroke.points().stream()
                    .map(point -> new Stroke.Point(point.x() + x, point.y()))
                    .toList()));
      }
    }
    return new Ink(strokes);
  }

  private static Ink scribble(Random random, int round) {
    Ink ink = Ink.NONE;
    int strokes = 1 + random.nextInt(round % 10 == 0 ? 300 : 30);
    double size = Math.pow(10, random.nextInt(8) - 3);
    for (int k = 0; k < strokes; k++) {
      List<Stroke.Point> points = new ArrayList<>();
      for (int n = 1 + random.nextInt(round % 20 == 0 ? 3_000 : 40); n > 0; n--) {
        points.add(new Stroke.Point(random.nextGaussian() * size, random.nextGaussian() * size));
      }
      ink = ink.plus(new Stroke(points));
    }
    return ink;
  }
}
