package cn.gongkai.desk.fleet;

import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.report.ReceiptText;
import cn.gongkai.content.report.ReportException;

/// A receipt with its line as it came.
record ReceiptLine(Receipt receipt, String line, String hash) {

  static ReceiptLine of(Receipt receipt, String line) {
    return new ReceiptLine(receipt, line, ReceiptText.hash(line));
  }

  static ReceiptLine read(String line) throws ReportException {
    return of(ReceiptText.read(line), line);
  }
}
