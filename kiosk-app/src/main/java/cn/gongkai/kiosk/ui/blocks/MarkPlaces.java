package cn.gongkai.kiosk.ui.blocks;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.PlainText;
import java.util.ArrayList;
import java.util.List;

/// Where the words looked for stand in a text.
///
/// @param blocks the blocks with at least one place, in order
/// @param count places in all
public record MarkPlaces(List<Integer> blocks, int count) {

  public MarkPlaces {
    blocks = List.copyOf(blocks);
  }

  public static MarkPlaces of(List<Block> text, List<String> words) {
    List<Integer> blocks = new ArrayList<>();
    int count = 0;
    for (int i = 0; i < text.size() && !words.isEmpty(); i++) {
      int here = WordMarks.find(PlainText.of(List.of(text.get(i))), words).size();
      if (here > 0) {
        blocks.add(i);
      }
      count += here;
    }
    return new MarkPlaces(blocks, count);
  }
}
