package cn.gongkai.kiosk.input.ink;

import cn.gongkai.kiosk.input.ink.InkSets.Sample;
import java.util.List;
import java.util.Locale;

/// How often what was meant is offered first, among five, among ten: in percent.
record InkScore(int samples, double first, double five, double ten) {

  static InkScore of(InkRecogniser recogniser, List<Sample> samples) {
    int[] within = new int[3];
    for (Sample sample : samples) {
      List<String> offered = recogniser.read(sample.ink()).stream().map(InkReading::text).toList();
      int place = offered.indexOf(sample.text());
      within[0] += place == 0 ? 1 : 0;
      within[1] += place >= 0 && place < 5 ? 1 : 0;
      within[2] += place >= 0 && place < 10 ? 1 : 0;
    }
    double all = samples.size() / 100.0;
    return new InkScore(samples.size(), within[0] / all, within[1] / all, within[2] / all);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d writings, first %.1f %%, first five %.1f %%, first ten %.1f %%",
        samples,
        first,
        five,
        ten);
  }
}
