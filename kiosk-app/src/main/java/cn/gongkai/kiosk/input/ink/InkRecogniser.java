package cn.gongkai.kiosk.input.ink;

import cn.gongkai.kiosk.work.FaultException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads handwriting: the classifier looks at how the strokes went, a reader of lines at what they
/// look like, and their scores are added. Only characters of the classifier's list, which are
/// standard simplified ones and figures, and Latin letters are ever offered. Immutable and
/// thread-safe; a recognition takes some tens of milliseconds and belongs off the screen's thread.
public final class InkRecogniser {

  private static final Logger LOG = LoggerFactory.getLogger(InkRecogniser.class);
  private static final double LINE_SHAPE = 1.5;
  private static final int LINE_STROKES = 3;
  private static final double LINE_SURETY = 0.3;
  private static final float SEEN_MIN = 1e-3f;
  private static final double FOREIGN_RARITY = 10;
  private static final double UNSEEN = 1;
  private static final double CLEARLY_BETTER = 0.85;

  private final InkModel model;
  private final Optional<LineReader> reader;
  private final SignTable signs;
  private final InkWeights weights;
  private final InkLimits limits;

  private InkRecogniser(
      InkModel model, Optional<LineReader> reader, InkWeights weights, InkLimits limits) {
    this.model = model;
    this.reader = reader;
    this.signs = new SignTable(reader.map(LineReader::signs).orElse(List.of()), model);
    this.weights = weights;
    this.limits = limits;
  }

  /// Opens what a folder has: [InkModelFile#NAME] and, where it can be used, the line reader. One
  /// that cannot is logged and left out.
  ///
  /// @throws FaultException [InkModelFile#UNUSABLE]
  public static InkRecogniser open(Path folder, InkLimits limits) throws FaultException {
    InkModel model = InkModelFile.read(folder.resolve(InkModelFile.NAME));
    Optional<LineReader> reader = reader(folder);
    LOG.info(
        "handwriting: {} characters, {} kB, {}",
        model.characters().size(),
        model.bytes() / 1024,
        reader.isPresent() ? "with the line reader" : "classifier alone");
    return new InkRecogniser(model, reader, InkWeights.CHOSEN, limits);
  }

  /// A recogniser without a line reader.
  public static InkRecogniser of(InkModel model, InkLimits limits) {
    return new InkRecogniser(model, Optional.empty(), InkWeights.CHOSEN, limits);
  }

  static InkRecogniser of(InkModel model, InkWeights weights, InkLimits limits) {
    return new InkRecogniser(model, Optional.empty(), weights, limits);
  }

  static InkRecogniser of(InkModel model, LineReader reader, InkWeights weights, InkLimits limits) {
    return new InkRecogniser(model, Optional.of(reader), weights, limits);
  }

  public InkParts description() {
    return reader.isPresent() ? InkParts.CLASSIFIER_AND_READER : InkParts.CLASSIFIER;
  }

  public InkLimits limits() {
    return limits;
  }

  /// What the ink may mean, likeliest first; empty where there is none. Where the line reader fails
  /// the classifier answers.
  public List<InkReading> read(Ink written) {
    Ink ink = written.within(limits);
    if (ink.isEmpty()) {
      return List.of();
    }
    List<InkReading> readings = new ArrayList<>(characters(ink));
    Optional<InkReading> line = line(ink);
    if (line.isPresent()) {
      readings.addFirst(line.get());
    } else {
      cut(ink, readings);
    }
    return readings.stream().limit(limits.candidatesMax()).toList();
  }

  private List<InkReading> characters(Ink ink) {
    float[] distances = model.distances(ink);
    int[] nearest = InkModel.nearest(distances, limits.nearestMax());
    float closest = distances[nearest[0]];
    Optional<float[]> seen = see(InkImage.ofCharacter(ink)).map(Seen::highest);
    Map<String, InkReading> readings = new HashMap<>();
    for (int of : nearest) {
      String text = model.text(of);
      double farther = distances[of] - closest;
      double probability = seen.map(it -> probability(it, text)).orElse(UNSEEN);
      add(readings, text, weights.score(probability, farther, model.rarity(of)));
    }
    double farthest = distances[nearest[nearest.length - 1]] - closest;
    seen.ifPresent(it -> addSeen(readings, it, distances, closest, farthest));
    return readings.values().stream()
        .sorted(
            Comparator.comparingDouble(InkReading::score)
                .reversed()
                .thenComparing(InkReading::text))
        .toList();
  }

  /// What only the reader thought of.
  private void addSeen(
      Map<String, InkReading> readings,
      float[] seen,
      float[] distances,
      float closest,
      double farthest) {
    signs
        .accepted()
        .filter(sign -> seen[sign] > SEEN_MIN)
        .forEach(
            sign -> {
              String text = signs.text(sign);
              OptionalInt of = model.find(text.codePointAt(0));
              double farther =
                  of.isPresent()
                      ? distances[of.getAsInt()] - closest
                      : farthest + weights.foreign();
              double rarity = of.isPresent() ? model.rarity(of.getAsInt()) : FOREIGN_RARITY;
              add(readings, text, weights.score(seen[sign], farther, rarity));
            });
  }

  private static void add(Map<String, InkReading> readings, String text, double score) {
    readings.putIfAbsent(text, new InkReading(text, score));
  }

  private double probability(float[] seen, String text) {
    OptionalInt sign = signs.find(text);
    return sign.isPresent() ? seen[sign.getAsInt()] : weights.unknown();
  }

  /// Several characters beside one another, where the ink looks like that and the reader is sure.
  private Optional<InkReading> line(Ink ink) {
    Ink.Box box = ink.box();
    if (box.width() < LINE_SHAPE * box.height() || ink.strokes().size() < LINE_STROKES) {
      return Optional.empty();
    }
    return see(InkImage.ofLine(ink, limits))
        .map(Seen::line)
        .filter(line -> line.characters() > 1 && line.surety() > LINE_SURETY)
        .map(line -> new InkReading(line.text(), Math.log(line.surety())));
  }

  /// Several characters beside one another, by their strokes alone: first where they are clearly
  /// better than one, and right after the one where they are no worse.
  private void cut(Ink ink, List<InkReading> readings) {
    Optional<SideBySide.Cut> cut = new SideBySide(this::one, limits).read(ink);
    if (cut.isPresent()) {
      double share = cut.get().cost() / Math.max(one(ink).farther(), 1e-9);
      InkReading reading = new InkReading(cut.get().text(), -share);
      if (share < CLEARLY_BETTER) {
        readings.addFirst(reading);
      } else if (share < 1) {
        readings.add(1, reading);
      }
    }
  }

  private SideBySide.One one(Ink ink) {
    float[] distances = model.distances(ink);
    int[] nearest = InkModel.nearest(distances, limits.nearestMax());
    float closest = distances[nearest[0]];
    int best = nearest[0];
    double highest = Double.NEGATIVE_INFINITY;
    for (int of : nearest) {
      double score = weights.score(UNSEEN, distances[of] - closest, model.rarity(of));
      if (score > highest) {
        highest = score;
        best = of;
      }
    }
    return new SideBySide.One(model.text(best), distances[best]);
  }

  private Optional<Seen> see(InkImage image) {
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Seen(signs, reader.get().read(image)));
    } catch (FaultException e) {
      LOG.warn("{}: {}", e.code(), e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<LineReader> reader(Path folder) {
    try {
      return Optional.of(OnnxReader.open(folder));
    } catch (FaultException | LinkageError e) {
      LOG.warn("KIOSK-INK-READER: handwriting without the line reader: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
