package cn.gongkai.desk.problem;

import cn.gongkai.content.model.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Collects the problems of one file while it is read, so that all of them are told at once.
public final class Problems {

  private final String file;
  private final List<Problem> found = new ArrayList<>();
  private final List<Problems> belonging = new ArrayList<>();

  /// @param file path below the authored folder
  public Problems(String file) {
    this.file = file;
  }

  public String file() {
    return file;
  }

  public void block(int line, String code, Object... particulars) {
    add(line, Severity.BLOCK, code, particulars);
  }

  public void warn(int line, String code, Object... particulars) {
    add(line, Severity.WARN, code, particulars);
  }

  /// A rule of the model that a value breaks.
  public void invalid(int line, InvalidValue broken) {
    if (ProblemText.knows(broken.code())) {
      block(line, broken.code(), String.valueOf(broken.getMessage()));
    } else {
      found.add(
          new Problem(
              file, line, Severity.BLOCK, broken.code(), String.valueOf(broken.getMessage())));
    }
  }

  private void add(int line, Severity severity, String code, Object... particulars) {
    found.add(
        new Problem(
            file, Math.max(1, line), severity, code, ProblemText.reason(code, particulars)));
  }

  /// Problems of a second file that belongs to this one; they are told together.
  public Problems inside(String other) {
    Problems inner = new Problems(other);
    belonging.add(inner);
    return inner;
  }

  public boolean anyBlocks() {
    return found.stream().anyMatch(Problem::blocks)
        || belonging.stream().anyMatch(Problems::anyBlocks);
  }

  public List<Problem> all() {
    return Stream.concat(found.stream(), belonging.stream().flatMap(p -> p.all().stream()))
        .sorted()
        .toList();
  }
}
