package cn.gongkai.desk.problem;

/// Something wrong at one place of an authored folder.
///
/// @param file path below the folder with forward slashes, for example `items/zc/zc-2023-06.md`
/// @param line from 1; 1 also where the whole file is meant
/// @param code stable, listed in `docs/errors.md`
/// @param reason one Chinese sentence for the clerk
public record Problem(String file, int line, Severity severity, String code, String reason)
    implements Comparable<Problem> {

  public boolean blocks() {
    return severity == Severity.BLOCK;
  }

  @Override
  public int compareTo(Problem other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : code.compareTo(other.code);
  }

  /// `items/a.md:12: AUTHORED-DATE 日期……`, the form editors can jump to.
  @Override
  public String toString() {
    String mark = blocks() ? "" : " (warning)";
    return file + ":" + line + ":" + mark + " " + code + " " + reason;
  }
}
