package cn.gongkai.sync.stick;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.release.sign.SigningKey;
import cn.gongkai.content.report.Acknowledgement;
import cn.gongkai.content.report.Acknowledgement.Held;
import cn.gongkai.content.report.ReceiptBatch;
import cn.gongkai.content.report.ReportLimits;
import cn.gongkai.content.report.TerminalKey;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.sync.config.ReceiptLimits;
import cn.gongkai.sync.receipt.Arrived;
import cn.gongkai.sync.receipt.ReceiptBook;
import cn.gongkai.sync.receipt.StickReceipts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Receipts leave a queue only for what the county really has, whatever lies on a stick.
class StickAnswerTest {

  @TempDir Path folder;
  private SiteSimulator site;
  private Path terminal;
  private Path stick;
  private StickAnswer answer;
  private ReceiptBook book;
  private StickReceipts carried;

  @BeforeEach
  void aTerminalWithReceipts() throws Exception {
    site = SiteSimulator.small(folder);
    terminal = Files.createDirectories(folder.resolve("terminal"));
    stick = Files.createDirectories(folder.resolve("stick"));
    site.terminal(terminal.resolve("trusted"));
    answer = new StickAnswer(terminal, "t-1", site.clock());
    ReceiptLimits limits = ReceiptLimits.DEFAULT;
    book = new ReceiptBook(terminal, "t-1", Optional.empty(), site.clock(), limits);
    carried = new StickReceipts(terminal, TerminalKey.open(terminal), site.clock(), limits);
    tell(6);
  }

  private void tell(int receipts) throws Exception {
    for (int i = 0; i < receipts; i++) {
      book.started(Optional.empty());
    }
  }

  private String series() throws Exception {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      return file.receipts().next().series();
    }
  }

  private Held held(long from, long to) throws Exception {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      return new Held(from, to, file.receipts().findHash(to).orElseThrow());
    }
  }

  private void acknowledge(String name, Held... held) throws Exception {
    sign(site.release().keys().of("timestamp"), name, held);
  }

  private void sign(List<SigningKey> keys, String name, Held... held) throws Exception {
    Acknowledgement made =
        new Acknowledgement(site.clock().instant(), Map.of(name, Map.of(series(), List.of(held))));
    Files.write(stick.resolve(Acknowledgement.NAME), made.sign(keys));
  }

  private long waiting() throws Exception {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      return file.receipts().size();
    }
  }

  private List<String> faults() throws Exception {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      return file.faults().stream().map(TerminalFile.Fault::code).toList();
    }
  }

  @Test
  void whatTheCountyHasLeavesTheQueueAndTheRestStays() throws Exception {
    acknowledge("t-1", held(1, 4));
    assertThat(answer.take(stick).orElseThrow().held().to()).isEqualTo(4);
    assertThat(waiting()).isEqualTo(2);
    assertThat(answer.take(stick)).as("the same stick again").isPresent();
    assertThat(waiting()).isEqualTo(2);
    acknowledge("t-1", held(1, 6));
    answer.take(stick);
    assertThat(waiting()).isZero();
    assertThat(answer.take(stick)).as("an empty queue").isPresent();
    assertThat(faults()).isEmpty();
  }

  @Test
  void whatLiesBeyondAGapStaysUntilTheGapIsFilled() throws Exception {
    acknowledge("t-1", held(1, 2), held(5, 6));
    answer.take(stick);
    assertThat(waiting()).isEqualTo(4);
    acknowledge("t-1", held(1, 6));
    answer.take(stick);
    assertThat(waiting()).isZero();
  }

  @Test
  void anotherKeyMakesNothingVanishAndStaffAreTold() throws Exception {
    sign(List.of(SigningKey.generate()), "t-1", held(1, 6));
    assertThat(answer.take(stick)).isEmpty();
    sign(site.release().keys().of("targets"), "t-1", held(1, 6));
    assertThat(answer.take(stick)).isEmpty();
    Files.writeString(stick.resolve(Acknowledgement.NAME), "{}");
    assertThat(answer.take(stick)).isEmpty();
    assertThat(waiting()).isEqualTo(6);
    assertThat(faults()).containsOnly("SYNC-ACK-REFUSED");
  }

  @Test
  void anAcknowledgementForAnotherTerminalOrOfAnotherStoryMakesNothingVanish() throws Exception {
    acknowledge("t-2", held(1, 6));
    assertThat(answer.take(stick)).isEmpty();
    assertThat(faults()).isEmpty();
    acknowledge("t-1", new Held(1, 6, "ab".repeat(32)));
    assertThat(answer.take(stick)).isEmpty();
    acknowledge("t-1", new Held(1, 60, "ab".repeat(32)));
    assertThat(answer.take(stick)).isEmpty();
    assertThat(waiting()).isEqualTo(6);
    assertThat(faults()).containsExactly("SYNC-ACK-OTHER", "SYNC-ACK-OTHER");
  }

  @Test
  void aLinkOrAHugeFileOrATerminalWithoutTrustIsNoAnswer() throws Exception {
    acknowledge("t-1", held(1, 6));
    Path file = stick.resolve(Acknowledgement.NAME);
    Files.move(file, folder.resolve("elsewhere.json"));
    Files.createSymbolicLink(file, folder.resolve("elsewhere.json"));
    assertThat(answer.take(stick)).isEmpty();
    Files.delete(file);
    Files.write(file, new byte[Acknowledgement.BYTES_MAX + 9]);
    assertThat(answer.take(stick)).isEmpty();
    acknowledge("t-1", held(1, 6));
    Files.delete(terminal.resolve("trusted/root.json"));
    assertThat(answer.take(stick)).isEmpty();
    assertThat(waiting()).isEqualTo(6);
  }

  @Test
  void filesOfTheStickThatHaveArrivedAreTakenAwayAndNothingElse() throws Exception {
    carried.writeTo(stick);
    tell(2);
    carried.writeTo(stick);
    Path mine = stick.resolve("receipts/t-1");
    Files.writeString(mine.resolve("notes.txt"), "theirs");
    Path other = Files.createDirectories(stick.resolve("receipts/t-2"));
    Files.writeString(other.resolve(series() + "-1-6.jsonl.gz"), "theirs");
    acknowledge("t-1", held(1, 6));
    Arrived arrived = answer.take(stick).orElseThrow();
    assertThat(carried.clear(stick, arrived)).isOne();
    assertThat(names(mine)).containsExactly(series() + "-7-8.jsonl.gz", "notes.txt");
    assertThat(names(other)).hasSize(1);
  }

  @Test
  void whatTheStickHasDamagedIsWrittenAnew() throws Exception {
    assertThat(carried.writeTo(stick)).isEqualTo(6);
    assertThat(carried.writeTo(stick)).isZero();
    Path file = stick.resolve("receipts/t-1/" + series() + "-1-6.jsonl.gz");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    tell(1);
    assertThat(carried.writeTo(stick)).isEqualTo(7);
    Path whole = stick.resolve("receipts/t-1/" + series() + "-1-7.jsonl.gz");
    assertThat(ReceiptBatch.open(Files.readAllBytes(whole), ReportLimits.STANDARD).receipts())
        .hasSize(7);
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
