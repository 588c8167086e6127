package cn.gongkai.kiosk.input.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gongkai.kiosk.input.ink.InkSets.Sample;
import cn.gongkai.kiosk.input.ink.PeopleInk.Half;
import cn.gongkai.kiosk.input.ink.train.Glyph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How often the right character is offered for characters that a person drew. Only the half is
/// looked at on which nothing was chosen. The floors lie a few points below what was measured.
class InkOfPeopleTest {

  private static final long SEED = 19_491_002;
  private static final int JOINED_TIMES = 3;
  private static final int LINES = 100;

  private static InkRecogniser alone;
  private static InkRecogniser whole;
  private static InkModel model;
  private static List<Glyph> people;

  @BeforeAll
  static void openTheHandwriting() throws Exception {
    Optional<Path> folder = InkSets.packaged();
    assumeTrue(folder.isPresent(), "no handwriting: run ./gongkai setup");
    model = InkModelFile.read(folder.get().resolve(InkModelFile.NAME));
    alone = InkRecogniser.of(model, InkLimits.DEFAULT);
    whole = InkRecogniser.open(folder.get(), InkLimits.DEFAULT);
    people = PeopleInk.half(Half.REPORTING);
  }

  @Test
  void everyCharacterIsStandardAndTheHalvesAreDifferentWritings() throws Exception {
    assertThat(people).hasSizeGreaterThan(130);
    assertThat(people).allMatch(glyph -> model.find(glyph.character()).isPresent());
    assertThat(PeopleInk.half(Half.TUNING)).doesNotContainAnyElementsOf(people);
  }

  @Test
  void inkOfPeopleIsReadByItsStrokes() {
    InkScore score = score("classifier, people", alone, InkSets.asWritten(people));
    floors(score, 84, 95, 97);
  }

  @Test
  void joinedInkOfPeopleIsReadByItsStrokes() {
    InkScore score = score("classifier, people, joined", alone, joined());
    floors(score, 79, 93, 96);
  }

  @Test
  void inkOfPeopleIsReadByBoth() {
    assumeTrue(whole.description() == InkParts.CLASSIFIER_AND_READER, "no line reader");
    InkScore score = score("both, people", whole, InkSets.asWritten(people));
    floors(score, 93, 96, 97);
  }

  @Test
  void joinedInkOfPeopleIsReadByBoth() {
    assumeTrue(whole.description() == InkParts.CLASSIFIER_AND_READER, "no line reader");
    InkScore score = score("both, people, joined", whole, joined());
    floors(score, 88, 96, 97);
  }

  @Test
  void twoAndThreeCharactersInALineAreCutWithoutTheReader() {
    assertThat(lines("classifier, people, two in a line", alone, 2)).isGreaterThanOrEqualTo(58);
    assertThat(lines("classifier, people, three in a line", alone, 3)).isGreaterThanOrEqualTo(46);
  }

  @Test
  void aCharacterWrittenTooWideIsSeldomCut() {
    long cut =
        people.stream()
            .map(glyph -> alone.read(wide(glyph.ink())).getFirst().text())
            .filter(text -> text.codePointCount(0, text.length()) > 1)
            .count();
    System.out.printf(
        "handwriting, people, half as wide again: %d cut of %d%n", cut, people.size());
    assertThat(cut).isLessThanOrEqualTo(people.size() / 5);
  }

  private static List<Sample> joined() {
    return IntStream.range(0, JOINED_TIMES)
        .boxed()
        .flatMap(k -> InkSets.written(people, InkSets.JOINING, SEED + k).stream())
        .toList();
  }

  /// As if the pad were half as wide again.
  private static Ink wide(Ink ink) {
    return new Ink(
        ink.strokes().stream()
            .map(
                stroke ->
                    new Stroke(
                        stroke.points().stream()
                            .map(point -> new Stroke.Point(1.5 * point.x(), point.y()))
                            .toList()))
            .toList());
  }

  /// Percent of lines that are offered first as they were written.
  private static double lines(String label, InkRecogniser recogniser, int characters) {
    Random random = new Random(SEED);
    List<Sample> lines = new ArrayList<>();
    while (lines.size() < LINES) {
      List<Glyph> drawn =
          IntStream.range(0, characters)
              .mapToObj(k -> people.get(random.nextInt(people.size())))
              .toList();
      lines.add(InkSets.line(drawn, 0.05 + 0.2 * random.nextDouble(), random));
    }
    InkScore score = score(label, recogniser, lines);
    return score.first();
  }

  private static InkScore score(String label, InkRecogniser recogniser, List<Sample> samples) {
    InkScore score = InkScore.of(recogniser, samples);
    System.out.printf("handwriting, %s: %s%n", label, score);
    return score;
  }

  private static void floors(InkScore score, double first, double five, double ten) {
    assertThat(score.first()).isGreaterThanOrEqualTo(first);
    assertThat(score.five()).isGreaterThanOrEqualTo(five);
    assertThat(score.ten()).isGreaterThanOrEqualTo(ten);
  }
}
