package cn.gongkai.content.report;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.json.Json;
import cn.gongkai.content.release.json.JsonText;
import cn.gongkai.content.release.tuf.TufKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Receipts of one series, one after another, under one signature: what is sent by line and what
/// lies on a stick. A gzip file of lines; the first is the signed head, each further one a receipt.
///
/// The signature covers the head, the head names the hash of the last line, and every line names
/// the hash of the one before: so it covers all of them.
///
/// @param dropped how many of the series the terminal had to give up before `from` without an
///   acknowledgement, because its queue was full
/// @param key the terminal's public key, lower-case hex
/// @param lines as they were written, without their ends
public record ReceiptBatch(
    String terminal,
    String series,
    long from,
    long to,
    long dropped,
    Instant sentAt,
    String key,
    List<Receipt> receipts,
    List<String> lines) {

  private static final int FORMAT = 1;
  private static final int HEAD_BYTES = 4 << 10;

  public ReceiptBatch {
    receipts = List.copyOf(receipts);
    lines = List.copyOf(lines);
  }

  /// What the first of its receipts says of the line before it.
  public String previous() {
    return receipts.getFirst().previous();
  }

  /// Packs receipts that stand in a queue.
  ///
  /// @param lines at least one, all of one series and in order
  /// @throws ReportException where they do not follow one another: the queue is damaged
  public static byte[] seal(TerminalKey key, List<String> lines, long dropped, Instant now)
      throws ReportException {
    List<Receipt> receipts = chained(lines);
    Receipt first = receipts.getFirst();
    Json.Obj signed =
        Json.object()
            .with("receipts", FORMAT)
            .with("terminal", first.terminal())
            .with("series", first.series())
            .with("from", first.number())
            .with("to", receipts.getLast().number())
            .with("last", ReceiptText.hash(lines.getLast()))
            .with("dropped", dropped)
            .with("sentAt", now.toString())
            .with("key", key.publicHex());
    Json.Obj head =
        Json.object()
            .with("signed", signed)
            .with("signature", key.sign(JsonText.canonical(signed)));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(JsonText.write(head));
      out.write('\n');
      for (String line : lines) {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /// Unpacks and verifies.
  ///
  /// @throws ReportException where anything of it is not as it must be; nothing of it is to be kept
  public static ReceiptBatch open(byte[] packed, ReportLimits limits) throws ReportException {
    List<String> all = lines(unpacked(packed, limits), limits);
    try {
      Json.Obj head = JsonText.read(all.getFirst().getBytes(StandardCharsets.UTF_8));
      Json.Obj signed = head.object("signed");
      if (signed.number("receipts") != FORMAT) {
        throw new ReportException("REPORT-FORM", "format " + signed.number("receipts"));
      }
      requireSignature(signed, head.text("signature"));
      List<String> lines = all.subList(1, all.size());
      ReceiptBatch batch =
          new ReceiptBatch(
              signed.text("terminal"),
              signed.text("series"),
              signed.number("from"),
              signed.number("to"),
              signed.number("dropped"),
              Instant.parse(signed.text("sentAt")),
              signed.text("key"),
              chained(lines),
              lines);
      batch.requireSameAs(signed.text("last"));
      return batch;
    } catch (ReleaseException | DateTimeException e) {
      throw new ReportException("REPORT-FORM", "the head: " + ReceiptText.firstLine(e), e);
    }
  }

  /// The key that a batch says it is signed with, from its head alone and unproven: good enough to
  /// turn away what comes too often before it costs more, and for nothing else.
  public static Optional<String> findClaimedKey(byte[] packed) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      String text = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
      int end = text.indexOf('\n');
      if (end < 0) {
        return Optional.empty();
      }
      byte[] head = text.substring(0, end).getBytes(StandardCharsets.UTF_8);
      return Optional.of(JsonText.read(head).object("signed").text("key"));
    } catch (IOException | ReleaseException e) {
      return Optional.empty();
    }
  }

  private static void requireSignature(Json.Obj signed, String signature)
      throws ReportException, ReleaseException {
    Json.Obj form =
        Json.object()
            .with("keytype", "ed25519")
            .with("scheme", "ed25519")
            .with("keyval", Json.object().with("public", signed.text("key")));
    boolean right =
        TufKey.of(form).filter(k -> k.verifies(JsonText.canonical(signed), signature)).isPresent();
    if (!right) {
      throw new ReportException("REPORT-SIGNATURE", "expected one by the key in the head");
    }
  }

  /// Reads lines that must follow one another.
  private static List<Receipt> chained(List<String> lines) throws ReportException {
    if (lines.isEmpty()) {
      throw new ReportException("REPORT-FORM", "no receipts");
    }
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Receipt receipt = ReceiptText.read(lines.get(i));
      if (i > 0) {
        Receipt before = receipts.getLast();
        boolean follows =
            receipt.terminal().equals(before.terminal())
                && receipt.series().equals(before.series())
                && receipt.number() == before.number() + 1
                && receipt.previous().equals(ReceiptText.hash(lines.get(i - 1)));
        if (!follows) {
          throw new ReportException(
              "REPORT-CHAIN",
              "number " + receipt.number() + " does not follow number " + before.number());
        }
      }
      receipts.add(receipt);
    }
    return receipts;
  }

  private void requireSameAs(String last) throws ReportException {
    boolean same =
        receipts.getFirst().terminal().equals(terminal)
            && receipts.getFirst().series().equals(series)
            && receipts.getFirst().number() == from
            && receipts.getLast().number() == to
            && ReceiptText.hash(lines.getLast()).equals(last);
    if (!same) {
      throw new ReportException(
          "REPORT-CHAIN", "the receipts are not those the head was signed for");
    }
  }

  private static byte[] unpacked(byte[] packed, ReportLimits limits) throws ReportException {
    if (packed.length > limits.packedBytes()) {
      throw new ReportException("REPORT-LIMIT", packed.length + " bytes packed");
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = in.readNBytes(limits.batchBytes() + 1);
      if (bytes.length > limits.batchBytes()) {
        throw new ReportException("REPORT-LIMIT", "more than " + limits.batchBytes() + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new ReportException("REPORT-FORM", "not a whole gzip file", e);
    }
  }

  private static List<String> lines(byte[] bytes, ReportLimits limits) throws ReportException {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ReportException("REPORT-FORM", "not UTF-8", e);
    }
    if (!text.endsWith("\n")) {
      throw new ReportException("REPORT-FORM", "the last line is cut");
    }
    List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
    if (lines.size() > limits.batchLines() + 1) {
      throw new ReportException("REPORT-LIMIT", lines.size() + " lines");
    }
    return lines;
  }
}
