package cn.gongkai.desk.problem;

/// How much a problem weighs.
public enum Severity {
  /// Nothing is published while it stands.
  BLOCK,
  /// Worth a look; publication goes on.
  WARN
}
