package cn.gongkai.desk.text;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.PlainText;
import cn.gongkai.content.model.Run;
import cn.gongkai.desk.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts a paragraph that begins with 问： and the following ones from 答： on together as a question
/// block, up to the next question or heading.
final class Questions {

  private static final Pattern ASK = Pattern.compile("问\\s*[:：]\\s*");
  private static final Pattern ANSWER = Pattern.compile("答\\s*[:：]\\s*");

  private Questions() {}

  /// A block and the line on which it begins.
  record Placed(Block block, int line) {}

  static List<Block> fold(List<Placed> blocks, Problems problems) {
    List<Block> folded = new ArrayList<>();
    int next = 0;
    while (next < blocks.size()) {
      Placed placed = blocks.get(next++);
      Optional<Block.Paragraph> question = without(ASK, placed.block());
      if (question.isEmpty()) {
        folded.add(placed.block());
        continue;
      }
      List<Block> answer = new ArrayList<>();
      if (next < blocks.size()) {
        Optional<Block.Paragraph> first = without(ANSWER, blocks.get(next).block());
        if (first.isPresent()) {
          answer.add(first.get());
          next++;
          while (next < blocks.size() && !ends(blocks.get(next).block())) {
            answer.add(blocks.get(next++).block());
          }
        }
      }
      if (answer.isEmpty()) {
        problems.block(placed.line(), "AUTHORED-QUESTION");
      } else {
        folded.add(new Block.Question(PlainText.ofRuns(question.get().runs()), answer));
      }
    }
    return folded;
  }

  private static boolean ends(Block block) {
    return block instanceof Block.Heading || without(ASK, block).isPresent();
  }

  /// The paragraph without its mark; empty where it is no paragraph or does not begin with it.
  private static Optional<Block.Paragraph> without(Pattern mark, Block block) {
    if (!(block instanceof Block.Paragraph paragraph)) {
      return Optional.empty();
    }
    Matcher matcher = mark.matcher(PlainText.ofRuns(paragraph.runs()));
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    RunList rest = new RunList();
    int skip = matcher.end();
    for (Run run : paragraph.runs()) {
      int cut = Math.min(skip, run.text().length());
      skip -= cut;
      rest.add(run.text().substring(cut), run.styles(), run.link());
    }
    List<Run> runs = rest.trimmed();
    return runs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Paragraph(paragraph.align(), runs));
  }
}
