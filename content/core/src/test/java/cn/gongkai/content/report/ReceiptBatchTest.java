package cn.gongkai.content.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptBatchTest {

  private static final Instant AT = Instant.parse("2026-11-22T23:20:31Z");
  private static final String SERIES = "0123456789abcdef";

  @TempDir Path folder;
  private TerminalKey key;

  @BeforeEach
  void aKey() throws Exception {
    key = TerminalKey.open(folder);
  }

  static Receipt receipt(String terminal, long number, String previous) {
    return new Receipt(
        terminal,
        SERIES,
        number,
        previous,
        AT.plusSeconds(number),
        Receipt.Kind.APPLIED,
        Optional.empty(),
        Optional.of("370323104"),
        "0.1.0",
        new Receipt.Times(Optional.of(AT), Optional.of(AT), Optional.of(AT), Optional.of(AT)),
        List.of(new ChannelHead(Channel.COUNTY, number, AT, "ab".repeat(32), 5)),
        List.of(new Receipt.DayCount(LocalDate.of(2026, 11, 21), "open:GAZETTE", 12)),
        List.of(new Receipt.FaultCount("KIOSK-PDF", AT, 2)));
  }

  static List<String> chain(String terminal, int count) {
    List<String> lines = new ArrayList<>();
    String previous = Receipt.BEGINNING;
    for (int i = 1; i <= count; i++) {
      String line = ReceiptText.write(receipt(terminal, i, previous));
      lines.add(line);
      previous = ReceiptText.hash(line);
    }
    return lines;
  }

  private ReceiptBatch opened(byte[] packed) throws ReportException {
    return ReceiptBatch.open(packed, ReportLimits.STANDARD);
  }

  @Test
  void aBatchComesBackAsItWasSealed() throws Exception {
    List<String> lines = chain("desk-1", 3);
    ReceiptBatch batch = opened(ReceiptBatch.seal(key, lines, 0, AT));
    assertThat(batch.lines()).isEqualTo(lines);
    assertThat(batch.receipts()).extracting(Receipt::number).containsExactly(1L, 2L, 3L);
    assertThat(batch.receipts().getFirst()).isEqualTo(receipt("desk-1", 1, Receipt.BEGINNING));
    assertThat(batch.key()).isEqualTo(key.publicHex());
    assertThat(batch.previous()).isEqualTo(Receipt.BEGINNING);
  }

  @Test
  void theKeyIsTheSameAtTheNextStartAndNobodyElsesToRead() throws Exception {
    assertThat(TerminalKey.open(folder).publicHex()).isEqualTo(key.publicHex());
    assertThat(Files.getPosixFilePermissions(folder.resolve("terminal.key")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    assertThat(Receipt.isTerminal(key.defaultName())).isTrue();
  }

  @Test
  void linesThatDoNotFollowOneAnotherAreNotSealed() {
    List<String> lines = new ArrayList<>(chain("desk-1", 3));
    lines.remove(1);
    assertThatThrownBy(() -> ReceiptBatch.seal(key, lines, 0, AT))
        .hasMessageStartingWith("REPORT-CHAIN");
  }

  /// Every receipt is signed for: one changed, left out or added is refused.
  @Test
  void aBatchThatWasTamperedWithIsRefused() throws Exception {
    String text = unpacked(ReceiptBatch.seal(key, chain("desk-1", 3), 0, AT));
    List<String> lines = new ArrayList<>(text.lines().toList());
    assertRefused(text.replace("APPLIED", "CURRENT"), "REPORT-CHAIN");
    assertRefused(text.replaceFirst("\"dropped\":0", "\"dropped\":9"), "REPORT-SIGNATURE");
    assertRefused(
        text.replaceFirst("\"terminal\":\"desk-1", "\"terminal\":\"desk-2"), "REPORT-SIG");
    lines.removeLast();
    assertRefused(String.join("\n", lines) + "\n", "REPORT-CHAIN");
    String other = unpacked(ReceiptBatch.seal(key, chain("desk-2", 3), 0, AT));
    String head = text.lines().findFirst().orElseThrow();
    assertRefused(head + other.substring(other.indexOf('\n')), "REPORT-CHAIN");
    assertRefused(text.stripTrailing(), "REPORT-FORM");
    assertRefused("", "REPORT-FORM");
  }

  @Test
  void aBatchThatUnpacksWithoutEndIsRefused() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 64; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    assertThatThrownBy(() -> opened(packed.toByteArray())).hasMessageStartingWith("REPORT-LIMIT");
    assertThatThrownBy(() -> opened(new byte[2 << 20])).hasMessageStartingWith("REPORT-LIMIT");
  }

  @Test
  void nothingThatAPersonTypedFitsIntoAReceipt() {
    String line = ReceiptText.write(receipt("desk-1", 1, Receipt.BEGINNING));
    for (String changed :
        List.of(
            line.replace("open:GAZETTE", "低保怎么办"),
            line.replace("KIOSK-PDF", "张三"),
            line.replace("370323104", "13800138000 张三"),
            line.replace("desk-1", "../../etc"),
            line.replace("\"number\":1", "\"number\":1,\"number\":2"),
            line.replace("\"number\":1", "\"number\":null"),
            line + "{}",
            "null",
            "[]")) {
      assertThatThrownBy(() -> ReceiptText.read(changed))
          .as(changed)
          .isInstanceOf(ReportException.class)
          .hasMessageStartingWith("REPORT-FORM");
    }
  }

  /// Whatever arrives, the reader says what it thinks of it with one of its codes.
  @Test
  void whateverArrivesIsReadOrRefusedWithACode() throws Exception {
    byte[] good =
        unpacked(ReceiptBatch.seal(key, chain("desk-1", 2), 0, AT))
            .getBytes(StandardCharsets.UTF_8);
    long seed = 20261123;
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      byte[] bytes = good.clone();
      for (int i = 0; i <= random.nextInt(3); i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - random.nextInt(2) * 40);
      try {
        assertThat(opened(packed(cut)).lines())
            .as("seed %d round %d", seed, round)
            .isEqualTo(chain("desk-1", 2));
      } catch (ReportException e) {
        assertThat(e.code()).startsWith("REPORT-");
      }
    }
  }

  private void assertRefused(String text, String code) throws IOException {
    byte[] packed = packed(text.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> opened(packed)).hasMessageStartingWith(code);
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static String unpacked(byte[] packed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theClaimedKeyIsTheHeadsOrNothingWhateverItIsReadFrom() throws Exception {
    byte[] good = ReceiptBatch.seal(key, chain("t-1", 3), 0, AT);
    assertThat(ReceiptBatch.findClaimedKey(good)).contains(key.publicHex());
    assertThat(ReceiptBatch.findClaimedKey(new byte[0])).isEmpty();
    long seed = 20_261_124;
    Random random = new Random(seed);
    for (int n = 0; n < 3_000; n++) {
      byte[] bad = good.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      }
      int length = random.nextInt(bad.length + 1);
      byte[] cut = random.nextBoolean() ? bad : java.util.Arrays.copyOf(bad, length);
      assertThat(ReceiptBatch.findClaimedKey(cut)).as("seed %d, %d", seed, n).isNotNull();
    }
  }
}
