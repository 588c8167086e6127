package cn.gongkai.kiosk.input.ink.train;

import cn.gongkai.kiosk.input.ink.Ink;
import cn.gongkai.kiosk.input.ink.Stroke;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A character and how it is written in a copybook. A file of glyphs has one a line: the character,
/// a tab, strokes with `;` between them, each of points `x,y` with spaces between them; `#` begins
/// a comment.
///
/// @param character code point
public record Glyph(int character, Ink ink) {

  /// @throws IOException where the file cannot be read, or a line is no glyph
  public static List<Glyph> read(Path file) throws IOException {
    return parse(Files.readAllLines(file));
  }

  static List<Glyph> parse(List<String> lines) throws IOException {
    List<Glyph> glyphs = new ArrayList<>();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        glyphs.add(parse(line));
      }
    }
    return glyphs;
  }

  static void write(List<Glyph> glyphs, Path file) throws IOException {
    Files.write(file, glyphs.stream().map(Glyph::line).toList());
  }

  private static Glyph parse(String line) throws IOException {
    try {
      String[] columns = line.split("\t");
      List<Stroke> strokes = new ArrayList<>();
      for (String stroke : columns[1].split(";")) {
        List<Stroke.Point> points = new ArrayList<>();
        for (String point : stroke.strip().split(" +")) {
          String[] xy = point.split(",");
          points.add(new Stroke.Point(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])));
        }
        strokes.add(new Stroke(points));
      }
      if (strokes.isEmpty()) {
        throw new IOException("not a glyph: " + line);
      }
      return new Glyph(columns[0].codePointAt(0), new Ink(strokes));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("not a glyph: " + line, e);
    }
  }

  private String line() {
    return Character.toString(character)
        + "\t"
        + ink.strokes().stream()
            .map(
                stroke ->
                    stroke.points().stream()
                        .map(point -> Math.round(point.x()) + "," + Math.round(point.y()))
                        .collect(Collectors.joining(" ")))
            .collect(Collectors.joining(";"));
  }
}
