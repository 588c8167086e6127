package cn.gongkai.content.report;

/// The version of these programs, the one of `pom.xml` without its `-SNAPSHOT`.
public final class ProgramVersion {

  public static final String TEXT = "0.1.0";

  private ProgramVersion() {}
}
