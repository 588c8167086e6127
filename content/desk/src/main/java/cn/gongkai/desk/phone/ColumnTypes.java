package cn.gongkai.desk.phone;

import cn.gongkai.content.model.Presentation;

/// The value of the tag `ColumnType` (国办发〔2017〕47号) for each way of showing a column.
final class ColumnTypes {

  private ColumnTypes() {}

  static String of(Presentation presentation) {
    return switch (presentation) {
      case GAZETTE, DOCUMENTS -> "政策文件";
      case INTERPRETATIONS -> "政策解读";
      case QR_WALL, SERVICE_LIST -> "办事服务";
      case ANNUAL_REPORTS -> "信息公开年报";
      case GUIDE -> "信息公开指南";
      case CATALOGUE -> "信息公开目录";
      case DIRECTORY -> "机构职能";
      case ANSWERS -> "回应关切";
      case CAMPAIGNS -> "征集调查";
      case EVENTS, NEWS, PROPOSALS -> "工作动态";
      case CREDIT_LIST -> "数据发布";
    };
  }
}
