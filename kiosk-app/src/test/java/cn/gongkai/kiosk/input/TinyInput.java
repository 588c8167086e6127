package cn.gongkai.kiosk.input;

import cn.gongkai.kiosk.input.ink.InkModelFile;
import cn.gongkai.kiosk.input.ink.TinyInk;
import cn.gongkai.kiosk.input.pinyin.Accents;
import cn.gongkai.kiosk.input.pinyin.LexiconFile;
import cn.gongkai.kiosk.input.pinyin.TinyLexicon;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A small lexicon, and a few characters to write, for tests that need every mode of the keyboard.
public final class TinyInput {

  private TinyInput() {}

  /// An input method with every mode, whose work is done at once.
  public static InputMethod everyMode() {
    InputMethod method = new InputMethod(Background.sameThread(), Ticker.never());
    into(method);
    try {
      Path folder = Files.createTempDirectory("tiny");
      Path model = folder.resolve(InkModelFile.NAME);
      InkModelFile.write(TinyInk.model(), model);
      method.startHandwriting(Optional.of(folder));
      Files.delete(model);
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return method;
  }

  /// Loads the lexicon into an input method whose work is done at once.
  public static void into(InputMethod method) {
    try {
      Path file = Files.createTempFile("tiny", ".lexicon");
      LexiconFile.write(TinyLexicon.with(), file);
      method.start(Optional.of(file), Accents.ALL);
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
