package cn.gongkai.content.model;

/// Level of government that discloses (公开层级).
public enum DisclosureLevel implements Term {
  COUNTY("县级"),
  TOWNSHIP("乡级"),
  VILLAGE("村级");

  private final String term;

  DisclosureLevel(String term) {
    this.term = term;
  }

  @Override
  public String term() {
    return term;
  }
}
