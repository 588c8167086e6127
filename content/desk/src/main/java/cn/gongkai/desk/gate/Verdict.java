package cn.gongkai.desk.gate;

import cn.gongkai.desk.problem.Problem;
import java.util.List;

/// What the gate found.
///
/// @param problems by file and line
/// @param overridden findings set aside by an editor; they stand in the report and block nothing
public record Verdict(List<Problem> problems, List<Overridden> overridden) {

  public Verdict {
    problems = List.copyOf(problems);
    overridden = List.copyOf(overridden);
  }

  /// A finding and the editor's reason to publish all the same.
  public record Overridden(Problem problem, String reason) {}

  /// True where the content may be published.
  public boolean passes() {
    return problems.stream().noneMatch(Problem::blocks);
  }
}
