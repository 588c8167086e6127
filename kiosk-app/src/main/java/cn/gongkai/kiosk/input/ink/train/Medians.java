package cn.gongkai.kiosk.input.ink.train;

import cn.gongkai.kiosk.input.ink.Ink;
import cn.gongkai.kiosk.input.ink.Stroke;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads the middle lines of strokes out of `hanzi-writer-data`: a file a character, named by it,
/// with `medians` as lists of `[x, y]`, y upward from -124 to 900.
final class Medians {

  private static final double TOP = 900;
  private static final String SUFFIX = ".json";

  private Medians() {}

  static List<Glyph> read(Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Glyph> glyphs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        String character = name.replace(SUFFIX, "");
        if (name.endsWith(SUFFIX) && character.codePointCount(0, character.length()) == 1) {
          glyphs.add(glyph(character.codePointAt(0), json.readTree(file.toFile())));
        }
      }
    }
    return glyphs;
  }

  private static Glyph glyph(int character, JsonNode file) throws IOException {
    List<Stroke> strokes = new ArrayList<>();
    for (JsonNode median : file.path("medians")) {
      List<Stroke.Point> points = new ArrayList<>();
      for (JsonNode point : median) {
        points.add(new Stroke.Point(point.path(0).asDouble(), TOP - point.path(1).asDouble()));
      }
      strokes.add(new Stroke(points));
    }
    if (strokes.isEmpty()) {
      throw new IOException("no strokes of " + Character.toString(character));
    }
    return new Glyph(character, new Ink(strokes));
  }
}
