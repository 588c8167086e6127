package cn.gongkai.kiosk.input.ink;

/// The numbers of an [InkModel].
///
/// @param characters code points, one a class, each once
/// @param rarity for each class the negative natural logarithm of how often it is written, in
///   hundredths
/// @param centre [DirectionFeatures#COUNT] numbers: the middle of all classes
/// @param axes row by row, [DirectionFeatures#COUNT] numbers each
/// @param unit what 1 in `means` stands for
/// @param means class by class, as many as there are axes
public record ModelParts(
    int[] characters, short[] rarity, float[] centre, float[] axes, float unit, byte[] means) {

  static final int CHARACTERS_MAX = 20_000;

  public ModelParts {
    int classes = characters.length;
    if (classes == 0
        || classes > CHARACTERS_MAX
        || rarity.length != classes
        || centre.length != DirectionFeatures.COUNT
        || axes.length == 0
        || axes.length % DirectionFeatures.COUNT != 0
        || means.length != classes * (axes.length / DirectionFeatures.COUNT)
        || !(unit > 0 && Float.isFinite(unit))) {
      throw new IllegalArgumentException("the parts of a model do not fit together");
    }
  }

  int dimensions() {
    return axes.length / DirectionFeatures.COUNT;
  }

  long bytes() {
    return 4L * (characters.length + centre.length + axes.length)
        + 2L * rarity.length
        + means.length;
  }
}
