package cn.gongkai.desk.gate;

import cn.gongkai.desk.authoring.Source;
import cn.gongkai.desk.problem.Problem;
import cn.gongkai.desk.problem.ProblemText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Collects what a check finds, or all of them found, and sorts out what editors have set aside.
final class Findings {

  private final List<Problem> problems = new ArrayList<>();
  private final List<Verdict.Overridden> overridden = new ArrayList<>();
  private final Set<Source.Override> used = new HashSet<>();

  void add(Rule rule, Source source, int line, Object... particulars) {
    Problem problem =
        new Problem(
            source.file(),
            Math.max(1, line),
            rule.severity(),
            rule.code(),
            ProblemText.reason(rule.code(), particulars));
    Optional<Source.Override> override =
        rule.isOverridable() ? source.findOverride(rule.code()) : Optional.empty();
    if (override.isPresent()) {
      used.add(override.get());
      overridden.add(new Verdict.Overridden(problem, override.get().reason()));
    } else {
      problems.add(problem);
    }
  }

  /// Takes over what another check found, after what is here.
  void addAll(Findings others) {
    problems.addAll(others.problems);
    overridden.addAll(others.overridden);
    used.addAll(others.used);
  }

  /// Tells of overrides that set nothing aside: a mistyped code, or a reason that is gone.
  void checkOverrides(Source source) {
    for (Source.Override override : source.overrides()) {
      if (!used.contains(override)) {
        Optional<Rule> rule = Rule.findByCode(override.code());
        String code = rule.filter(r -> !r.isOverridable()).map(Rule::code).orElse(override.code());
        add(Rule.OVERRIDE_UNUSED, source, source.lineOf("overrides"), code);
      }
    }
  }

  Verdict verdict() {
    return new Verdict(problems.stream().distinct().sorted().toList(), overridden);
  }
}
