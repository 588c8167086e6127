package cn.gongkai.content.model;

/// Kind of official document (文种), the fifteen of GB/T 9704-2012 and 其他.
public enum Genre implements Term {
  RESOLUTION("决议"),
  DECISION("决定"),
  ORDER("命令"),
  COMMUNIQUE("公报"),
  ANNOUNCEMENT("公告"),
  NOTICE("通告"),
  OPINION("意见"),
  CIRCULAR("通知"),
  BULLETIN("通报"),
  REPORT("报告"),
  REQUEST("请示"),
  REPLY("批复"),
  PROPOSAL("议案"),
  LETTER("函"),
  MINUTES("纪要"),
  OTHER("其他");

  private final String term;

  Genre(String term) {
    this.term = term;
  }

  @Override
  public String term() {
    return term;
  }
}
