package cn.gongkai.desk.fleet;

import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.report.ReceiptBatch;
import cn.gongkai.content.report.ReceiptText;
import cn.gongkai.content.report.ReportException;
import cn.gongkai.content.report.TerminalKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A terminal that writes receipts by hand.
public final class TellingTerminal {

  private final String name;
  private final String series;
  private final TerminalKey key;
  private final List<String> lines = new ArrayList<>();
  private Instant toldAt = Instant.EPOCH;
  private String previous = Receipt.BEGINNING;

  public TellingTerminal(Path folder, String name, String series) throws Exception {
    this.name = name;
    this.series = series;
    this.key = TerminalKey.open(folder);
  }

  public TellingTerminal tell(
      Receipt.Kind kind, Instant at, String hall, Optional<String> code, ChannelHead... heads) {
    return tell(kind, at, hall, code, List.of(), heads);
  }

  public TellingTerminal tell(
      Receipt.Kind kind,
      Instant at,
      String hall,
      Optional<String> code,
      List<Receipt.FaultCount> faults,
      ChannelHead... heads) {
    Optional<Instant> proven = code.isEmpty() ? Optional.of(at) : Optional.empty();
    Receipt receipt =
        new Receipt(
            name,
            series,
            lines.size() + 1,
            previous,
            at,
            kind,
            code,
            Optional.of(hall),
            "0.1.0",
            new Receipt.Times(
                Optional.of(at),
                Optional.of(at),
                proven,
                List.of(heads).stream().map(ChannelHead::asOf).findFirst()),
            List.of(heads),
            List.of(),
            faults);
    toldAt = at;
    lines.add(ReceiptText.write(receipt));
    previous = ReceiptText.hash(lines.getLast());
    return this;
  }

  public byte[] batch(int from, int to) throws ReportException {
    return batch(from, to, 0);
  }

  public byte[] batch(int from, int to, long dropped) throws ReportException {
    return ReceiptBatch.seal(key, lines.subList(from - 1, to), dropped, toldAt);
  }

  public byte[] all() throws ReportException {
    return batch(1, lines.size());
  }

  public String key() {
    return key.publicHex();
  }

  public String series() {
    return series;
  }
}
