package cn.gongkai.content.model;

/// Disclosure attribute (公开方式), fixed while a document is drafted (国办发〔2016〕80号). Terminals show
/// only `PROACTIVE`.
public enum DisclosureMode implements Term {
  PROACTIVE("主动公开"),
  ON_REQUEST("依申请公开"),
  WITHHELD("不予公开");

  private final String term;

  DisclosureMode(String term) {
    this.term = term;
  }

  @Override
  public String term() {
    return term;
  }
}
