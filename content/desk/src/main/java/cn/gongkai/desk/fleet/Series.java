package cn.gongkai.desk.fleet;

import cn.gongkai.content.report.Acknowledgement.Held;
import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.report.ReportException;
import cn.gongkai.content.report.ReportLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The receipts of one numbering of one terminal, as they are kept, and whether they hold together.
final class Series {

  private final AppendedLines file;
  private final NavigableMap<Long, ReceiptLine> byNumber = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  private Series(AppendedLines file) {
    this.file = file;
  }

  static Series read(AppendedLines file) throws IOException {
    Series series = new Series(file);
    for (String line : file.read()) {
      try {
        ReceiptLine read = ReceiptLine.read(line);
        series.byNumber.putIfAbsent(read.receipt().number(), read);
      } catch (ReportException e) {
        series.wrong.add("a line that is no receipt");
      }
    }
    series.proveChain();
    return series;
  }

  /// Keeps what is new of a chain, without reading what is kept where it just goes on.
  ///
  /// @return how many were new
  /// @throws ReportException `REPORT-FORK`
  static int add(AppendedLines file, List<ReceiptLine> lines) throws IOException, ReportException {
    Optional<String> last = file.findLast(2 * ReportLimits.STANDARD.lineBytes());
    if (last.isPresent()) {
      ReceiptLine before = ReceiptLine.read(last.get());
      ReceiptLine first = lines.getFirst();
      if (first.receipt().number() == before.receipt().number() + 1
          && first.receipt().previous().equals(before.hash())) {
        file.append(lines.stream().map(ReceiptLine::line).toList());
        return lines.size();
      }
    }
    return read(file).add(lines);
  }

  /// Adds what is new of a chain.
  ///
  /// @return how many were new
  /// @throws ReportException `REPORT-FORK` where it tells another story than what is kept
  private int add(List<ReceiptLine> lines) throws IOException, ReportException {
    List<ReceiptLine> fresh = new ArrayList<>();
    for (ReceiptLine line : lines) {
      ReceiptLine known = byNumber.get(line.receipt().number());
      if (known == null) {
        fresh.add(line);
      } else if (!known.hash().equals(line.hash())) {
        throw fork(line.receipt().number());
      }
    }
    for (ReceiptLine line : fresh) {
      long number = line.receipt().number();
      ReceiptLine before = byNumber.get(number - 1);
      ReceiptLine after = byNumber.get(number + 1);
      boolean fits =
          (before == null || line.receipt().previous().equals(before.hash()))
              && (after == null || after.receipt().previous().equals(line.hash()))
              && (number > 1 || line.receipt().previous().equals(Receipt.BEGINNING));
      if (!fits) {
        throw fork(number);
      }
    }
    if (!fresh.isEmpty()) {
      file.append(fresh.stream().map(ReceiptLine::line).toList());
      fresh.forEach(line -> byNumber.put(line.receipt().number(), line));
    }
    return fresh.size();
  }

  private static ReportException fork(long number) {
    return new ReportException(
        "REPORT-FORK", "receipt " + number + " is not the one that came before");
  }

  private void proveChain() {
    for (ReceiptLine line : byNumber.values()) {
      long number = line.receipt().number();
      ReceiptLine before = byNumber.get(number - 1);
      if (before != null && !line.receipt().previous().equals(before.hash())) {
        wrong.add("receipt " + number + " was changed on this disk, or the one before");
      }
    }
  }

  /// Stretches without a gap, in order.
  List<Held> held() {
    List<Held> held = new ArrayList<>();
    for (ReceiptLine line : byNumber.values()) {
      long number = line.receipt().number();
      boolean goesOn = !held.isEmpty() && held.getLast().to() == number - 1;
      held.add(new Held(goesOn ? held.removeLast().from() : number, number, line.hash()));
    }
    return held;
  }

  /// What does not hold together on this disk.
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /// In the order of their numbers.
  List<ReceiptLine> lines() {
    return List.copyOf(byNumber.values());
  }
}
