package cn.gongkai.content.model;

/// How a column is shown. The county chooses one of these for every column it makes.
public enum Presentation {
  /// 政府公报: covers by year, issue contents, pages.
  GAZETTE,
  /// 政策文件: documents with validity.
  DOCUMENTS,
  /// 政策解读: interpretations led by one sentence.
  INTERPRETATIONS,
  /// 码上见: a wall of QR codes.
  QR_WALL,
  /// 政府信息公开年报: annual reports with tables.
  ANNUAL_REPORTS,
  /// 指南: one text, read from top to bottom.
  GUIDE,
  /// 主动公开基本目录.
  CATALOGUE,
  /// 谁来管: which office holds what.
  DIRECTORY,
  /// 热点回应, 民生连线: question first.
  ANSWERS,
  /// 征集调查, 你点我检: open or closed, with results.
  CAMPAIGNS,
  /// 新闻发布会, 政府开放日: by date.
  EVENTS,
  /// 红黑榜.
  CREDIT_LIST,
  /// 公共企事业单位, 惠企政策: what, for whom, where, telephone.
  SERVICE_LIST,
  /// 建议提案.
  PROPOSALS,
  /// 动态, 公示: plain news by date.
  NEWS
}
