package cn.gongkai.kiosk.input.pinyin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.kiosk.work.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconFileTest {

  @TempDir Path folder;

  private final Lexicon written = TinyLexicon.with("农村宅基地审批 nong cun zhai ji di shen pi 12");
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("tiny.lexicon");
    LexiconFile.write(written, file);
  }

  @Test
  void aLexiconComesBackAsItWas() throws FaultException {
    Lexicon read = LexiconFile.read(file);
    assertThat(read.words()).isEqualTo(written.words());
    assertThat(read.nodes()).isEqualTo(written.nodes());
    assertThat(read.syllables().names()).isEqualTo(written.syllables().names());
    for (int word = 0; word < written.words(); word++) {
      assertThat(read.text(word)).isEqualTo(written.text(word));
      assertThat(read.cost(word)).isEqualTo(written.cost(word));
      assertThat(read.reading(word)).isEqualTo(written.reading(word));
    }
  }

  @Test
  void everyWordStandsWhereItsSyllablesLead() {
    for (int word = 0; word < written.words(); word++) {
      int node = Lexicon.ROOT;
      for (short syllable : written.reading(word)) {
        node = written.child(node, syllable);
      }
      assertThat(word).isBetween(written.firstWord(node), written.endOfWords(node) - 1);
    }
  }

  @Test
  void aFlippedByteAnywhereIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at++) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= 0x20;
      Files.write(file, flipped);
      refused();
    }
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length++) {
      Files.write(file, Arrays.copyOf(bytes, length));
      refused();
    }
  }

  @Test
  void aMissingFileIsRefused() throws IOException {
    Files.delete(file);
    refused();
  }

  private void refused() {
    assertThatThrownBy(() -> LexiconFile.read(file))
        .isInstanceOf(FaultException.class)
        .extracting(e -> ((FaultException) e).code())
        .isEqualTo(LexiconFile.UNUSABLE);
  }
}
