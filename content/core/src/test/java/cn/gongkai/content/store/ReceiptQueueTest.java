package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.content.release.Sha256;
import cn.gongkai.content.store.ReceiptQueue.Place;
import cn.gongkai.content.store.TerminalFile.Told;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptQueueTest {

  @TempDir Path terminal;
  private final List<Place> places = new ArrayList<>();

  private void append(TerminalFile file, String line) throws StoreException {
    file.receipts()
        .append(
            place -> {
              places.add(place);
              return line;
            },
            Told.NOTHING);
  }

  @Test
  void numbersHaveNoGapAndEveryPlaceKnowsTheLineBefore() throws StoreException {
    for (String line : List.of("a", "b", "c")) {
      try (TerminalFile file = TerminalFile.open(terminal)) {
        append(file, line);
      }
    }
    assertThat(places).extracting(Place::number).containsExactly(1L, 2L, 3L);
    assertThat(places).extracting(Place::series).containsOnly(places.getFirst().series());
    assertThat(places.get(0).previous()).isEqualTo("0".repeat(64));
    assertThat(places.get(2).previous())
        .isEqualTo(Sha256.hex("b".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void anAppendThatFailsLeavesNoGap() throws StoreException {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      append(file, "a");
      assertThatThrownBy(
              () ->
                  file.receipts()
                      .append(
                          place -> {
                            throw new IllegalStateException("no");
                          },
                          Told.NOTHING))
          .isInstanceOf(IllegalStateException.class);
      append(file, "b");
      assertThat(places.getLast().number()).isEqualTo(2);
    }
  }

  @Test
  void whatIsAcknowledgedLeavesAndTheNumberingGoesOn() throws StoreException {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      append(file, "a");
      append(file, "b");
      append(file, "c");
      file.receipts().acknowledge(places.getFirst().series(), 2);
      assertThat(file.receipts().waiting(0, 10).lines()).containsExactly("c");
      append(file, "d");
      assertThat(places.getLast().number()).isEqualTo(4);
    }
  }

  @Test
  void anAcknowledgementOfAnotherSeriesTakesNothing() throws StoreException {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      append(file, "a");
      file.receipts().acknowledge("0000000000000000", 9);
      assertThat(file.receipts().size()).isOne();
    }
  }

  @Test
  void aFullQueueGivesUpTheOldestAndSaysHowMany() throws StoreException {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      for (int i = 1; i <= ReceiptQueue.RECEIPTS_MAX + 3; i++) {
        append(file, "r" + i);
      }
      assertThat(file.receipts().size()).isEqualTo(ReceiptQueue.RECEIPTS_MAX);
      assertThat(file.receipts().dropped()).isEqualTo(3);
      assertThat(file.receipts().waiting(0, 2).lines()).containsExactly("r4", "r5");
      assertThat(file.receipts().waiting(5, 2).lines()).containsExactly("r6", "r7");
    }
  }

  @Test
  void aDamagedFileBeginsAnotherSeries() throws Exception {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      append(file, "a");
    }
    Files.writeString(terminal.resolve("terminal.sqlite"), "not a database ".repeat(100));
    try (TerminalFile file = TerminalFile.open(terminal)) {
      append(file, "b");
    }
    assertThat(places.get(1).number()).isOne();
    assertThat(places.get(1).series()).isNotEqualTo(places.get(0).series());
  }
}
