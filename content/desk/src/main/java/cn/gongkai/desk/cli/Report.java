package cn.gongkai.desk.cli;

import cn.gongkai.desk.gate.Verdict;
import cn.gongkai.desk.problem.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// What a command tells: problems to stderr and results to stdout, or everything as one JSON object
/// to stdout.
final class Report {

  private final CommandLine line;
  private final boolean json;
  private final Map<String, Object> all = new LinkedHashMap<>();

  Report(CommandLine line, boolean json) {
    this.line = line;
    this.json = json;
  }

  /// @throws ParameterException exit code 2
  void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(line, "not a folder: " + folder);
    }
  }

  void problems(List<Problem> problems, int unlisted) {
    List<Problem> sorted = problems.stream().sorted().toList();
    if (json) {
      List<Map<String, Object>> told = new ArrayList<>();
      for (Problem problem : sorted) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("file", problem.file());
        one.put("line", problem.line());
        one.put("severity", problem.severity());
        one.put("code", problem.code());
        one.put("reason", problem.reason());
        told.add(one);
      }
      all.put("problems", told);
      all.put("unlisted", unlisted);
      return;
    }
    sorted.forEach(problem -> line.getErr().println(problem));
    if (unlisted > 0) {
      line.getErr().println("... and " + unlisted + " more");
    }
  }

  void overridden(List<Verdict.Overridden> overridden) {
    if (json) {
      List<Map<String, String>> told = new ArrayList<>();
      for (Verdict.Overridden each : overridden) {
        told.add(Map.of("problem", each.problem().toString(), "reason", each.reason()));
      }
      all.put("overridden", told);
      return;
    }
    for (Verdict.Overridden each : overridden) {
      line.getErr().println(each.problem() + " -- overridden: " + each.reason());
    }
  }

  /// A fact of the result.
  void say(String name, Object fact) {
    if (json) {
      all.put(name, fact instanceof Path || fact instanceof java.net.URI ? fact.toString() : fact);
    } else {
      line.getOut().println(name + ": " + fact);
    }
  }

  /// Writes the JSON object where JSON was asked for.
  void finish() {
    if (json) {
      try {
        line.getOut().println(new ObjectMapper().writeValueAsString(all));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("plain values can be written", e);
      }
    }
    line.getOut().flush();
    line.getErr().flush();
  }
}
