package cn.gongkai.kiosk.input.ink.train;

import cn.gongkai.kiosk.input.ink.InkModel;
import cn.gongkai.kiosk.input.ink.InkModelFile;
import cn.gongkai.kiosk.input.pinyin.Lexicon;
import cn.gongkai.kiosk.input.pinyin.LexiconFile;
import cn.gongkai.kiosk.work.FaultException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes the model of the handwriting. Run by `./gongkai` when it is packaged.
@Command(name = "ink", description = "Trains the classifier of handwriting.")
public final class BuildInk implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(BuildInk.class);
  private static final Training TRAINING = new Training(18, 128, 6, 20_261_123);

  /// Figures are written as often as usual characters are.
  private static final double FIGURE_RARITY = 7;

  @Option(
      names = "--strokes",
      required = true,
      paramLabel = "DIR",
      description = "Folder of hanzi-writer-data.")
  private @Nullable Path strokes;

  @Option(
      names = "--lexicon",
      required = true,
      paramLabel = "FILE",
      description = "The pinyin lexicon: says which characters are standard, and how usual.")
  private @Nullable Path lexicon;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to put it.")
  private @Nullable Path out;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BuildInk()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, FaultException {
    if (strokes == null || lexicon == null || out == null) {
      return CommandLine.ExitCode.USAGE;
    }
    Lexicon words = LexiconFile.read(lexicon);
    Map<Integer, Double> shares = words.characterShares();
    List<Glyph> glyphs = new ArrayList<>(figures());
    Medians.read(strokes).stream()
        .filter(glyph -> shares.containsKey(glyph.character()))
        .forEach(glyphs::add);
    LOG.info("{} characters", glyphs.size());
    InkModel model =
        TRAINING.train(
            glyphs,
            character ->
                shares.containsKey(character) ? -Math.log(shares.get(character)) : FIGURE_RARITY);
    Files.createDirectories(out);
    InkModelFile.write(model, out.resolve(InkModelFile.NAME));
    Glyph.write(glyphs, out.resolve("copybook.glyphs"));
    LOG.info("{} bytes", Files.size(out.resolve(InkModelFile.NAME)));
    return CommandLine.ExitCode.OK;
  }

  /// 0 to 9, some in two ways, drawn by hand for this project.
  static List<Glyph> figures() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(BuildInk.class.getResourceAsStream("figures.glyphs"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return Glyph.parse(reader.lines().toList());
    }
  }
}
