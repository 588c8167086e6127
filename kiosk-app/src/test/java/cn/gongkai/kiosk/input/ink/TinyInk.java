package cn.gongkai.kiosk.input.ink;

import cn.gongkai.kiosk.input.ink.train.Glyph;
import cn.gongkai.kiosk.input.ink.train.Training;
import java.util.ArrayList;
import java.util.List;

/// A model of a few characters whose strokes are given here, trained in a second.
public final class TinyInk {

  private static final List<String> COPYBOOK =
      List.of(
          "一 10,50 90,50",
          "十 10,45 90,45; 50,10 50,95",
          "土 20,40 80,40; 50,10 50,85; 10,86 90,86",
          "人 50,10 45,45 10,90; 50,45 65,65 92,90",
          "大 10,40 90,40; 50,10 45,50 10,92; 50,45 65,65 92,92",
          "口 20,20 22,85; 20,20 80,20 78,85; 22,83 78,83",
          "日 25,10 25,90; 25,10 75,10 75,90; 25,50 75,50; 25,88 75,88",
          "川 20,15 20,50 10,90; 50,20 50,80; 80,10 80,95",
          "老 25,25 75,25; 50,5 50,42; 10,43 90,43; 80,10 50,45 10,70; 75,55 40,68;"
              + " 40,55 40,90 85,90 88,75",
          "养 38,8 44,18; 62,6 55,18; 25,22 75,20; 28,33 72,31; 15,46 85,43;"
              + " 52,18 48,45 35,65 15,78; 52,46 65,58 88,68; 42,62 40,78 30,93;"
              + " 62,60 63,75 63,95");

  private TinyInk() {}

  public static InkModel model() {
    return new Training(6, 9, 2, 5).train(glyphs(), character -> 5);
  }

  public static List<Glyph> glyphs() {
    return COPYBOOK.stream()
        .map(line -> new Glyph(line.codePointAt(0), ink(line.substring(2))))
        .toList();
  }

  /// How a character of the copybook is written, in a square of 100.
  public static Ink ink(int character) {
    return glyphs().stream()
        .filter(glyph -> glyph.character() == character)
        .findFirst()
        .orElseThrow()
        .ink();
  }

  private static Ink ink(String strokes) {
    List<Stroke> read = new ArrayList<>();
    for (String stroke : strokes.split(";")) {
      List<Stroke.Point> points = new ArrayList<>();
      for (String point : stroke.strip().split(" ")) {
        String[] xy = point.split(",");
        points.add(new Stroke.Point(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])));
      }
      read.add(new Stroke(points));
    }
    return new Ink(read);
  }
}
