package cn.gongkai.kiosk.input.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.kiosk.work.FaultException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InkModelFileTest {

  private static final long SEED = 20_261_123;
  private static final int ROUNDS = 400;
  private static InkModel written;

  @TempDir Path folder;

  private Path file;
  private byte[] bytes;

  @BeforeAll
  static void train() {
    written = TinyInk.model();
  }

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve(InkModelFile.NAME);
    InkModelFile.write(written, file);
    bytes = Files.readAllBytes(file);
  }

  @Test
  void aModelReadsAsTheOneThatWasWritten() throws FaultException {
    InkModel read = InkModelFile.read(file);
    assertThat(read.characters()).isEqualTo(written.characters());
    TinyInk.glyphs()
        .forEach(
            glyph -> {
              float[] before = written.distances(glyph.ink());
              float[] after = read.distances(glyph.ink());
              assertThat(InkModel.nearest(after, 1)).isEqualTo(InkModel.nearest(before, 1));
            });
  }

  @Test
  void aFlippedByteIsRefused() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] flipped = bytes.clone();
      int at = round < 64 ? round : random.nextInt(bytes.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      refused(flipped);
    }
  }

  @Test
  void aFileCutAnywhereIsRefused() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      refused(Arrays.copyOf(bytes, round < 64 ? round : random.nextInt(bytes.length)));
    }
  }

  /// What a checksum cannot refuse because it is right: numbers that make no sense.
  @Test
  void nonsenseWithARightChecksumIsAModelOrIsRefused() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] nonsense = bytes.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        int at = 8 + random.nextInt(random.nextBoolean() ? 56 : bytes.length - 12);
        nonsense[at] = (byte) random.nextInt(256);
      }
      CRC32 sum = new CRC32();
      sum.update(nonsense, 0, nonsense.length - 4);
      ByteBuffer.wrap(nonsense).putInt(nonsense.length - 4, (int) sum.getValue());
      try {
        InkModel model = InkModelFile.parse(nonsense);
        InkRecogniser.of(model, InkLimits.DEFAULT).read(TinyInk.ink('养'));
      } catch (FaultException e) {
        assertThat(e.code()).as("seed " + SEED).isEqualTo(InkModelFile.UNUSABLE);
      }
    }
  }

  @Test
  void aMissingFileIsRefused() {
    assertThatThrownBy(() -> InkModelFile.read(folder.resolve("missing")))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.code()).isEqualTo("KIOSK-INK-MODEL"));
  }

  private static void refused(byte[] bytes) {
    assertThatThrownBy(() -> InkModelFile.parse(bytes))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.code()).isEqualTo("KIOSK-INK-MODEL"));
  }
}
