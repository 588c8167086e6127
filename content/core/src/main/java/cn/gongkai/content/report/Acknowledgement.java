package cn.gongkai.content.report;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.json.Json;
import cn.gongkai.content.release.json.JsonText;
import cn.gongkai.content.release.sign.SigningKey;
import cn.gongkai.content.release.tuf.RootFile;
import cn.gongkai.content.release.tuf.SignedFile;
import cn.gongkai.content.release.tuf.TufLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the county has received of terminals that no line reaches: the file `acknowledged.json` of
/// a site, which sticks carry. It has the form of TUF metadata (specification 1.0.34, section 4.2)
/// of a type of its own, and is signed by the keys of the role `timestamp`: a terminal that trusts
/// a root needs no other key to believe it, and no TUF client takes it for metadata.
///
/// @param issued when the county signed it, in whole seconds
/// @param terminals stretches of receipts by terminal and series
public record Acknowledgement(Instant issued, Map<String, Map<String, List<Held>>> terminals) {

  /// Name of the file, at the top of a site and of a stick.
  public static final String NAME = "acknowledged.json";

  /// Longest file that is read or written, in bytes.
  public static final int BYTES_MAX = 1 << 20;

  private static final String TYPE = "acknowledgement";

  /// Receipts that were acknowledged stay so; but who was allowed to say so a year ago may not be
  /// now, and a terminal that has not seen a new root for so long cannot know.
  private static final Duration VALID = Duration.ofDays(365);

  /// A stretch of receipts without a gap that lies on the desk's disk.
  ///
  /// @param from first number
  /// @param to last number
  /// @param last SHA-256 of the line of the last, and so, by the chain, a proof of all of them
  public record Held(long from, long to, String last) {
    public Held {
      if (from < 1 || to < from || !last.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("not a stretch of receipts: " + from + " to " + to);
      }
    }
  }

  public Acknowledgement {
    issued = issued.truncatedTo(ChronoUnit.SECONDS);
    terminals = Map.copyOf(terminals);
  }

  /// What is acknowledged of one series of a terminal, in the order of the file.
  public List<Held> of(String terminal, String series) {
    return terminals.getOrDefault(terminal, Map.of()).getOrDefault(series, List.of());
  }

  /// Signs, with all keys given.
  public byte[] sign(Iterable<SigningKey> keys) {
    Json.Obj all = Json.object();
    for (var terminal : terminals.entrySet()) {
      Json.Obj bySeries = Json.object();
      for (var series : terminal.getValue().entrySet()) {
        List<Json> stretches = new ArrayList<>();
        series.getValue().forEach(held -> stretches.add(json(held)));
        bySeries = bySeries.with(series.getKey(), new Json.Arr(stretches));
      }
      all = all.with(terminal.getKey(), bySeries);
    }
    Json.Obj signed =
        Json.object()
            .with("_type", TYPE)
            .with("spec_version", "1.0.34")
            .with("version", Math.max(1, issued.getEpochSecond()))
            .with(SignedFile.ISSUED, issued.toString())
            .with("expires", issued.plus(VALID).toString())
            .with("terminals", all);
    byte[] canonical = JsonText.canonical(signed);
    List<Json> signatures = new ArrayList<>();
    for (SigningKey key : keys) {
      signatures.add(Json.object().with("keyid", key.id()).with("sig", key.sign(canonical)));
    }
    return JsonText.write(
        Json.object().with("signatures", new Json.Arr(signatures)).with("signed", signed));
  }

  private static Json.Obj json(Held held) {
    return Json.object().with("from", held.from()).with("to", held.to()).with("last", held.last());
  }

  /// Reads and verifies.
  ///
  /// @param root that is trusted: its role `timestamp` must have signed
  /// @throws ReportException `REPORT-FORM`, `REPORT-LIMIT`, `REPORT-SIGNATURE`, `REPORT-EXPIRED`
  public static Acknowledgement open(byte[] bytes, byte[] root, Instant now)
      throws ReportException {
    if (bytes.length > BYTES_MAX) {
      throw new ReportException("REPORT-LIMIT", "more than " + BYTES_MAX + " bytes");
    }
    try {
      RootFile trusted = RootFile.read(root, TufLimits.STANDARD);
      SignedFile file = SignedFile.read(bytes, TYPE, TufLimits.STANDARD);
      trusted.timestamp().requireSigned(file);
      if (!file.expires().isAfter(now)) {
        throw new ReportException("REPORT-EXPIRED", "at " + file.expires());
      }
      Instant issued =
          file.issued()
              .orElseThrow(() -> new ReportException("REPORT-FORM", "it does not say since when"));
      return new Acknowledgement(issued, terminals(file.signed().objectMap("terminals")));
    } catch (ReleaseException e) {
      String code = e.code().equals("RELEASE-TUF-SIGNATURE") ? "REPORT-SIGNATURE" : "REPORT-FORM";
      throw new ReportException(code, "an acknowledgement: " + ReceiptText.firstLine(e), e);
    } catch (IllegalArgumentException e) {
      throw new ReportException("REPORT-FORM", "an acknowledgement: " + e.getMessage(), e);
    }
  }

  private static Map<String, Map<String, List<Held>>> terminals(Map<String, Json.Obj> members)
      throws ReleaseException {
    Map<String, Map<String, List<Held>>> terminals = new LinkedHashMap<>();
    for (var terminal : members.entrySet()) {
      Map<String, List<Held>> bySeries = new LinkedHashMap<>();
      for (String series : terminal.getValue().members().keySet()) {
        List<Held> stretches = new ArrayList<>();
        for (Json.Obj each : terminal.getValue().objects(series)) {
          stretches.add(new Held(each.number("from"), each.number("to"), each.text("last")));
        }
        bySeries.put(series, List.copyOf(stretches));
      }
      terminals.put(terminal.getKey(), Map.copyOf(bySeries));
    }
    return terminals;
  }
}
