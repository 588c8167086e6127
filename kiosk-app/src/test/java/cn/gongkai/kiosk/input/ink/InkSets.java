package cn.gongkai.kiosk.input.ink;

import cn.gongkai.kiosk.input.ink.train.Glyph;
import cn.gongkai.kiosk.input.ink.train.Hand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Ink to measure with: copybook characters written by hands that the training never saw.
final class InkSets {

  /// Written with care, every stroke by itself and in order.
  static final Hand CLEAN =
      new Hand(0.024, 0.09, 0.07, 0.12, 0.10, 0.016, 0, 0.005, 0.12, 0, 0, 1, 0, 0);

  /// Half of the strokes joined, some in another order, slanted.
  static final Hand JOINED =
      new Hand(0.024, 0.09, 0.07, 0.18, 0.10, 0.016, 0, 0.005, 0.12, 0.5, 3, 3, 0, 0);

  /// An unpractised hand: strokes too long or short and out of place, joined here and there.
  static final Hand ROUGH =
      new Hand(0.048, 0.20, 0.13, 0.20, 0.16, 0.035, 0, 0.008, 0.20, 0.25, 2, 1, 0, 0);

  /// The writer's own strokes, half of them joined to the next.
  static final Hand JOINING = new Hand(0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0, 2, 0, 0);

  /// A writing and what was meant.
  record Sample(String text, Ink ink) {}

  private InkSets() {}

  /// The packaged handwriting: where `GONGKAI_INK` says, or in the cache of the tree.
  static Optional<Path> packaged() {
    Path folder =
        Optional.ofNullable(System.getenv("GONGKAI_INK")).map(Path::of).orElseGet(InkSets::newest);
    return Optional.of(folder).filter(it -> Files.exists(it.resolve(InkModelFile.NAME)));
  }

  private static Path newest() {
    Path cache = Path.of(System.getProperty("gongkai.root", ".")).resolve(".cache/ink");
    try (Stream<Path> folders = Files.isDirectory(cache) ? Files.list(cache) : Stream.empty()) {
      return folders.max(Path::compareTo).orElse(cache);
    } catch (IOException e) {
      return cache;
    }
  }

  static List<Glyph> copybook(Path folder) throws IOException {
    return Glyph.read(folder.resolve("copybook.glyphs"));
  }

  /// So many characters of the copybook, every one as likely as another.
  static List<Glyph> some(List<Glyph> copybook, int count, long seed) {
    List<Glyph> shuffled = new ArrayList<>(copybook);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }

  /// So many characters as they occur in writing, the usual ones more often than once.
  static List<Glyph> usual(List<Glyph> copybook, InkModel model, int count, long seed) {
    double[] upTo = new double[copybook.size()];
    double sum = 0;
    for (int k = 0; k < upTo.length; k++) {
      int of = model.find(copybook.get(k).character()).orElseThrow();
      sum += Math.exp(-model.rarity(of));
      upTo[k] = sum;
    }
    Random random = new Random(seed);
    List<Glyph> drawn = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      double at = random.nextDouble() * sum;
      int k = 0;
      while (upTo[k] < at) {
        k++;
      }
      drawn.add(copybook.get(k));
    }
    return drawn;
  }

  /// As it was written.
  static List<Sample> asWritten(List<Glyph> glyphs) {
    return glyphs.stream()
        .map(glyph -> new Sample(Character.toString(glyph.character()), glyph.ink()))
        .toList();
  }

  /// Characters written into a line, each as high as the other to an eighth.
  ///
  /// @param gap between them, against their height
  static Sample line(List<Glyph> glyphs, double gap, Random random) {
    List<Stroke> strokes = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    double x = 0;
    for (Glyph glyph : glyphs) {
      Ink.Box box = glyph.ink().box();
      double left = box.left();
      double middle = (box.top() + box.bottom()) / 2;
      double scale = (1 + random.nextGaussian() / 8) / box.size();
      double from = x;
      for (Stroke stroke : glyph.ink().strokes()) {
        strokes.add(
            new Stroke(
                stroke.points().stream()
                    .map(
                        point ->
                            new Stroke.Point(
                                from + (point.x() - left) * scale, (point.y() - middle) * scale))
                    .toList()));
      }
      x += box.width() * scale + gap;
      text.appendCodePoint(glyph.character());
    }
    return new Sample(text.toString(), new Ink(strokes));
  }

  static List<Sample> written(List<Glyph> glyphs, Hand hand, long seed) {
    Random random = new Random(seed);
    return glyphs.stream()
        .map(
            glyph ->
                new Sample(Character.toString(glyph.character()), hand.write(glyph.ink(), random)))
        .toList();
  }
}
