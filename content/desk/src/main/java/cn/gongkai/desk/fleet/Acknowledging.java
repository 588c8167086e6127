package cn.gongkai.desk.fleet;

import cn.gongkai.content.release.DurableFile;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.sign.SigningKey;
import cn.gongkai.content.release.sign.SigningKeys;
import cn.gongkai.content.report.Acknowledgement;
import cn.gongkai.content.report.Acknowledgement.Held;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Signs which receipts have come from terminals that are heard of by stick, so that the next stick
/// takes it to them. Terminals on the line get their answer there.
public final class Acknowledging {

  /// A terminal sends of one numbering, now and then of a second one.
  private static final int SERIES_MAX = 2;

  /// Of many gaps the terminal needs the one that its queue begins at: a late one.
  private static final int STRETCHES_MAX = 16;

  private final ReportsFolder reports;
  private final FleetLimits limits;
  private final Clock clock;

  public Acknowledging(ReportsFolder reports, FleetLimits limits, Clock clock) {
    this.reports = reports;
    this.limits = limits;
    this.clock = clock;
  }

  private record Heard(String terminal, TerminalHead head, TerminalHead.Arrival arrival) {}

  /// Writes `acknowledged.json` of a site.
  ///
  /// @return how many terminals it names
  /// @throws ReleaseException `RELEASE-KEY-MISSING` where there is no key of the timestamp's
  public int write(Path site, Path keys) throws IOException, ReleaseException {
    List<SigningKey> signers =
        SigningKeys.open(keys).of("timestamp").stream().filter(SigningKey::canSign).toList();
    if (signers.isEmpty()) {
      throw ReleaseException.refused(
          "RELEASE-KEY-MISSING", "a private key of timestamp in " + keys, "none");
    }
    for (int most = limits.acknowledged(); most > 0; most /= 2) {
      Acknowledgement made = new Acknowledgement(clock.instant(), terminals(most));
      byte[] signed = made.sign(signers);
      if (signed.length <= Acknowledgement.BYTES_MAX) {
        DurableFile.write(site.resolve(Acknowledgement.NAME), signed);
        return made.terminals().size();
      }
    }
    throw new IllegalStateException("one terminal does not fit into an acknowledgement");
  }

  private Map<String, Map<String, List<Held>>> terminals(int most) throws IOException {
    List<Heard> heard = new ArrayList<>();
    for (String terminal : reports.terminals()) {
      TerminalHead head = reports.head(terminal);
      head.arrival()
          .filter(it -> it.how().equals("stick"))
          .ifPresent(arrival -> heard.add(new Heard(terminal, head, arrival)));
    }
    heard.sort(Comparator.comparing((Heard it) -> it.arrival().at()).reversed());
    Map<String, Map<String, List<Held>>> terminals = new LinkedHashMap<>();
    for (Heard each : heard.subList(0, Math.min(most, heard.size()))) {
      Map<String, List<Held>> bySeries = new LinkedHashMap<>();
      newest(each.head().series(), SERIES_MAX)
          .forEach(series -> bySeries.put(series.name(), newest(series.held(), STRETCHES_MAX)));
      terminals.put(each.terminal(), bySeries);
    }
    return terminals;
  }

  private static <T> List<T> newest(List<T> all, int max) {
    return all.subList(Math.max(0, all.size() - max), all.size());
  }
}
