package cn.gongkai.kiosk.input.pinyin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.work.FaultException;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whatever is typed, an answer comes, and it is bounded.
class PinyinFuzzTest {

  private static final long SEED = 20_260_718;
  private static final int ROUNDS = 400;
  private static final List<String> ALPHABETS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "aeiounghzs",
          "23456789",
          "abz'239",
          "zhyjx",
          "9",
          "qwü'ÀZ 中🙂\u0000\u001b\"*%;--");

  private static PinyinEngine engine;

  @BeforeAll
  static void openTheLexicon() throws FaultException, IOException {
    Lexicon lexicon = Engines.packaged().orElseGet(TinyLexicon::with);
    engine = PinyinEngine.of(lexicon, Engines.ALL, DecoderLimits.DEFAULT);
    engine = engine.with(Engines.site(lexicon.syllables()));
  }

  @Test
  void noInputThrowsOrIsAnsweredWithoutBound() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      String alphabet = ALPHABETS.get(round % ALPHABETS.size());
      String input = input(random, alphabet, round % 50 == 0 ? 10_000 : 1 + random.nextInt(90));
      for (Layout layout : Layout.values()) {
        check(engine.decode(input, layout), "seed " + SEED + ": " + input);
      }
    }
  }

  @Test
  void theWorstInputsAreAnsweredToo() {
    for (String piece : List.of("9", "4", "x", "zs", "shi", "xian", "'", "a'")) {
      for (Layout layout : Layout.values()) {
        check(engine.decode(piece.repeat(5_000), layout), piece);
      }
    }
  }

  private static void check(Decoded decoded, String of) {
    DecoderLimits limits = DecoderLimits.DEFAULT;
    assertThat(decoded.input().length()).as(of).isLessThanOrEqualTo(limits.inputMax());
    assertThat(decoded.candidates()).as(of).hasSizeLessThanOrEqualTo(limits.candidatesMax());
    if (!decoded.input().isEmpty()) {
      assertThat(decoded.candidates()).as(of).isNotEmpty();
    }
    for (Candidate candidate : decoded.candidates()) {
      assertThat(candidate.text()).as(of).isNotEmpty();
      assertThat(candidate.consumed()).as(of).isBetween(1, decoded.input().length());
    }
  }

  private static String input(Random random, String alphabet, int length) {
    StringBuilder input = new StringBuilder();
    for (int k = 0; k < length; k++) {
      input.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return input.toString();
  }
}
