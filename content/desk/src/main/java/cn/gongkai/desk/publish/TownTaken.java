package cn.gongkai.desk.publish;

import cn.gongkai.content.release.Channel;
import cn.gongkai.desk.problem.Problem;
import java.util.List;

/// What came of taking in what a township has signed.
///
/// @param sequence where the township's channel stands with it
/// @param problems what keeps it out, or warnings where it was taken
/// @param taken false where it was not, because of problems
public record TownTaken(
    Channel town, long sequence, int items, List<Problem> problems, boolean taken) {

  public TownTaken {
    problems = List.copyOf(problems);
  }
}
