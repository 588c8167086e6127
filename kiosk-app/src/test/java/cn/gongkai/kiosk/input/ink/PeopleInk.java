package cn.gongkai.kiosk.input.ink;

import cn.gongkai.kiosk.input.ink.train.Glyph;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Characters that a person drew, to measure the reading with; see `people.glyphs` for whose they
/// are. Never trained on.
public final class PeopleInk {

  /// What a writing is used for: the weights were chosen on one half, and the other says how good
  /// the reading is.
  enum Half {
    TUNING,
    REPORTING
  }

  private PeopleInk() {}

  /// Every other character.
  static List<Glyph> half(Half half) throws IOException {
    List<Glyph> all = all();
    return IntStream.range(0, all.size())
        .filter(k -> k % 2 == half.ordinal())
        .mapToObj(all::get)
        .toList();
  }

  /// How a character was drawn, in a square of 300.
  public static Ink of(int character) throws IOException {
    return all().stream()
        .filter(glyph -> glyph.character() == character)
        .findFirst()
        .orElseThrow()
        .ink();
  }

  private static List<Glyph> all() throws IOException {
    try {
      return Glyph.read(
          Path.of(Objects.requireNonNull(PeopleInk.class.getResource("people.glyphs")).toURI()));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
