package cn.gongkai.kiosk.input.ink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads characters written beside one another, one by one: the ink is cut where white runs through
/// it from top to bottom, in the way whose pieces are the best characters. Used where no line
/// reader is, or where it is not sure.
///
/// @param single reads a piece as one character
record SideBySide(Function<Ink, One> single, InkLimits limits) {

  /// Ink narrower than this against its height is one character.
  private static final double LINE_SHAPE = 1.5;

  /// A piece wider than this against the height of the line is more than one character.
  private static final double WIDEST = 1.4;

  /// What a piece costs that is e times as wide, or as narrow, as the line is high.
  private static final double SHAPE = 70;

  /// How far neighbours may reach over one another, against the height of the line.
  private static final double OVERLAP = 0.04;

  /// A piece of ink read as one character.
  ///
  /// @param farther distance of the ink from the character, as the classifier measures it
  record One(String text, double farther) {}

  private record Group(double left, double right, List<Stroke> strokes) {}

  /// Ink cut into characters.
  ///
  /// @param cost mean of the characters, to be held against the distance of the whole from one
  record Cut(String text, double cost) {}

  /// The best way to cut the first groups.
  private record Way(double cost, String text, int characters) {}

  /// The best several characters; empty where the ink is too narrow or no white runs through it.
  Optional<Cut> read(Ink ink) {
    Ink.Box box = ink.box();
    double height = box.height();
    if (height <= 0 || box.width() < LINE_SHAPE * height) {
      return Optional.empty();
    }
    List<Group> groups = groups(ink, OVERLAP * height);
    if (groups.size() < 2 || groups.size() > 2 * limits.lineMax()) {
      return Optional.empty();
    }
    Way[] ways = new Way[groups.size() + 1];
    ways[0] = new Way(0, "", 0);
    for (int to = 1; to <= groups.size(); to++) {
      for (int from = to - 1; from >= 0; from--) {
        Optional<Way> way = extended(ways[from], groups.subList(from, to), height);
        if (way.isPresent() && (ways[to] == null || way.get().cost() < ways[to].cost())) {
          ways[to] = way.get();
        }
      }
    }
    return Optional.ofNullable(ways[groups.size()])
        .filter(way -> way.characters() > 1)
        .map(way -> new Cut(way.text(), way.cost() / way.characters()));
  }

  private Optional<Way> extended(Way before, List<Group> piece, double height) {
    double width = piece.getLast().right() - piece.getFirst().left();
    if (before == null || piece.size() > 1 && width > WIDEST * height) {
      return Optional.empty();
    }
    One one = single.apply(new Ink(piece.stream().flatMap(it -> it.strokes().stream()).toList()));
    double shape = Math.abs(Math.log(Math.clamp(width / height, 0.2, 5)));
    double cost = before.cost() + one.farther() + SHAPE * shape;
    return Optional.of(new Way(cost, before.text() + one.text(), before.characters() + 1));
  }

  /// Strokes above one another belong together.
  private static List<Group> groups(Ink ink, double overlap) {
    List<Group> alone = new ArrayList<>();
    for (Stroke stroke : ink.strokes()) {
      Ink.Box box = new Ink(List.of(stroke)).box();
      alone.add(new Group(box.left(), box.right(), List.of(stroke)));
    }
    alone.sort(Comparator.comparingDouble(Group::left));
    List<Group> groups = new ArrayList<>();
    for (Group group : alone) {
      if (!groups.isEmpty() && group.left() < groups.getLast().right() - overlap) {
        groups.add(both(groups.removeLast(), group));
      } else {
        groups.add(group);
      }
    }
    return groups;
  }

  private static Group both(Group a, Group b) {
    List<Stroke> strokes = new ArrayList<>(a.strokes());
    strokes.addAll(b.strokes());
    return new Group(a.left(), Math.max(a.right(), b.right()), strokes);
  }
}
