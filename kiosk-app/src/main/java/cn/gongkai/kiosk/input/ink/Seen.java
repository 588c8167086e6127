package cn.gongkai.kiosk.input.ink;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a line reader saw, place by place along the line, as probabilities of its accepted signs
/// (connectionist temporal classification: sign 0 is the gap between two signs).
///
/// @param places rows of probabilities, one for each sign
record Seen(SignTable signs, float[][] places) {

  private static final int GAP = 0;

  /// A line read.
  ///
  /// @param characters how many signs it has
  /// @param surety probability of the least sure of its signs
  record Line(String text, int characters, double surety) {}

  /// The highest probability of each sign anywhere in the line.
  float[] highest() {
    float[] highest = new float[signs.count()];
    for (float[] place : places) {
      for (int sign = 0; sign < highest.length; sign++) {
        highest[sign] = Math.max(highest[sign], place[sign]);
      }
    }
    return highest;
  }

  /// The likeliest line: the likeliest sign at each place, doubled ones as one, gaps left out.
  Line line() {
    StringBuilder text = new StringBuilder();
    List<Float> sureties = new ArrayList<>();
    int before = GAP;
    for (float[] place : places) {
      int best = best(place);
      if (best != GAP && best == before) {
        sureties.add(Math.max(sureties.removeLast(), place[best]));
      } else if (best != GAP) {
        text.append(signs.text(best));
        sureties.add(place[best]);
      }
      before = best;
    }
    double least = sureties.stream().mapToDouble(Float::doubleValue).min().orElse(0);
    return new Line(text.toString(), sureties.size(), least);
  }

  private int best(float[] place) {
    return IntStream.concat(IntStream.of(GAP), signs.accepted())
        .reduce((a, b) -> place[b] > place[a] ? b : a)
        .orElse(GAP);
  }
}
