package cn.gongkai.kiosk.input.ink;

import cn.gongkai.kiosk.input.ink.InkSets.Sample;
import cn.gongkai.kiosk.input.ink.PeopleInk.Half;
import cn.gongkai.kiosk.input.ink.train.Glyph;
import cn.gongkai.kiosk.input.ink.train.Hand;
import cn.gongkai.kiosk.input.ink.train.Training;
import cn.gongkai.kiosk.work.FaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Prints how the weights of the fusion do, on the half of the ink of people that is for choosing,
/// as it was written and joined, and on ink of the training's kind, written more roughly so that
/// neither part is always right. A program, not a test; the held-out sets are not looked at.
final class InkWeightsChoice {

  private static final long SEED = 71;
  private static final int CHARACTERS = 400;
  private static final int JOINED_TIMES = 5;

  private InkWeightsChoice() {}

  /// Remembers what the reader said of a picture.
  private record Remembering(LineReader reader, Map<Integer, float[][]> said)
      implements LineReader {

    @Override
    public List<String> signs() {
      return reader.signs();
    }

    @Override
    public float[][] read(InkImage image) throws FaultException {
      int key = Arrays.hashCode(image.grey());
      float[][] known = said.get(key);
      if (known == null) {
        known = reader.read(image);
        said.put(key, known);
      }
      return known;
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = InkSets.packaged().orElseThrow();
    InkModel model = InkModelFile.read(folder.resolve(InkModelFile.NAME));
    LineReader reader = new Remembering(OnnxReader.open(folder), new HashMap<>());
    Map<String, List<Sample>> sets = sets(folder, model);
    for (double rarity : List.of(0.15, 0.3, 0.6, 0.9, 1.2)) {
      InkWeights weights = new InkWeights(0.15, rarity, 1e-3, 1e-6, 4);
      print("classifier", weights, InkRecogniser.of(model, weights, InkLimits.DEFAULT), sets);
    }
    for (double distance : List.of(0.06, 0.1, 0.15, 0.2)) {
      for (double rarity : List.of(0.15, 0.3, 0.6, 0.9)) {
        InkWeights weights = new InkWeights(distance, rarity, 1e-3, 1e-6, 4);
        print("both", weights, InkRecogniser.of(model, reader, weights, InkLimits.DEFAULT), sets);
      }
    }
  }

  private static Map<String, List<Sample>> sets(Path folder, InkModel model) throws IOException {
    List<Glyph> people = PeopleInk.half(Half.TUNING);
    List<Sample> joined = new ArrayList<>();
    for (int k = 0; k < JOINED_TIMES; k++) {
      joined.addAll(InkSets.written(people, InkSets.JOINING, SEED + k));
    }
    List<Glyph> copybook = InkSets.copybook(folder);
    List<Glyph> glyphs = new ArrayList<>(InkSets.some(copybook, CHARACTERS / 2, SEED));
    glyphs.addAll(InkSets.usual(copybook, model, CHARACTERS, SEED));
    List<Sample> rough = new ArrayList<>();
    for (Hand hand : Training.HANDS.subList(4, 6)) {
      rough.addAll(InkSets.written(glyphs, rougher(hand), SEED));
    }
    return Map.of("people", InkSets.asWritten(people), "joined", joined, "rough", rough);
  }

  private static void print(
      String label, InkWeights weights, InkRecogniser recogniser, Map<String, List<Sample>> sets) {
    sets.forEach(
        (set, samples) ->
            System.out.printf(
                Locale.ROOT,
                "%s %.2f %.2f %s: %s%n",
                label,
                weights.distance(),
                weights.rarity(),
                set,
                InkScore.of(recogniser, samples)));
  }

  private static Hand rougher(Hand of) {
    return new Hand(
        of.shift() * 2,
        of.swell() * 2,
        of.turn() * 1.7,
        of.slant() * 1.3,
        of.stretch() * 1.5,
        of.wave() * 1.6,
        of.squeeze() * 1.6,
        of.tremble() * 1.5,
        of.cut(),
        of.joins(),
        of.swaps(),
        of.rounded(),
        of.unhooked(),
        of.straight());
  }
}
