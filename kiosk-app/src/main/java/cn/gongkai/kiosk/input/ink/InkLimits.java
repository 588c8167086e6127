package cn.gongkai.kiosk.input.ink;

/// Bounds of what is written and of one recognition; together they bound its time and memory
/// whatever was scribbled.
///
/// @param strokesMax strokes that are taken; no character of the standard list has more than 36
/// @param pointsMax points that are taken of one stroke
/// @param nearestMax characters the classifier hands on
/// @param candidatesMax what is offered at most
/// @param lineMax how many times wider than high a written line may be; what is wider is squeezed
public record InkLimits(
    int strokesMax, int pointsMax, int nearestMax, int candidatesMax, int lineMax) {

  public static final InkLimits DEFAULT = new InkLimits(120, 1_000, 40, 30, 8);
}
