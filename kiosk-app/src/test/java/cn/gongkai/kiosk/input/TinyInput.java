package cn.gongkai.kiosk.input;

import cn.gongkai.kiosk.input.pinyin.Accents;
import cn.gongkai.kiosk.input.pinyin.LexiconFile;
import cn.gongkai.kiosk.input.pinyin.TinyLexicon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A small lexicon for tests that need every mode of the keyboard.
public final class TinyInput {

  private TinyInput() {}

  /// Loads it into an input method whose work is done at once.
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
