package cn.gongkai.content.model;

/// Validity of a document (有效性). The publisher states it once; [OfficialMetadata#validityOn]
/// computes what holds on a given day.
public enum Validity implements Term {
  IN_FORCE("有效"),
  NOT_YET_IN_FORCE("尚未施行"),
  AMENDED("修改"),
  PARTLY_REPEALED("部分废止"),
  UNDER_REVIEW("待评估"),
  EXPIRED("失效"),
  REPEALED("废止"),
  UNSTATED("未标注");

  private final String term;

  Validity(String term) {
    this.term = term;
  }

  @Override
  public String term() {
    return term;
  }

  /// True where a resident must not rely on the document any more.
  public boolean isOver() {
    return this == EXPIRED || this == REPEALED;
  }
}
