package cn.gongkai.kiosk.input.ink;

/// How much each opinion counts where the score of a character is `ln p − distance · (d − nearest
/// d) − rarity · −ln f`: p from the line reader, d from the classifier, f how often it is written.
///
/// @param unknown the probability of a character the reader has no sign for
/// @param floor the least probability the reader is taken to give a character
/// @param foreign distance of a sign the classifier does not know, beyond the farthest it hands on
public record InkWeights(
    double distance, double rarity, double unknown, double floor, double foreign) {

  /// Chosen on half of the ink of people, and on ink made as the training's is with a seed of its
  /// own; see decisions 13 and 32.
  static final InkWeights CHOSEN = new InkWeights(0.12, 0.45, 1e-3, 1e-6, 4);

  double score(double probability, double farther, double rare) {
    return Math.log(Math.max(probability, floor)) - distance * farther - rarity * rare;
  }
}
