package cn.gongkai.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.search.SoundPattern.Element;
import cn.gongkai.content.search.SoundPattern.How;
import cn.gongkai.content.search.TitleIndex.Match;
import cn.gongkai.content.search.TitleIndex.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What makes titles fast must not change what is found: compared with looking at every character.
class TitleSummariesTest {

  private static final String CHARACTERS = "沂源县关于印发养老保险补贴的通知《》（2021）a银行长重庆单县b，。";

  private final SplittableRandom random = new SplittableRandom(20231120);
  private final List<String> titles =
      IntStream.range(0, 400).mapToObj(n -> Terms.normalise(text(2 + random.nextInt(18)))).toList();
  private final List<short[]> said = titles.stream().map(Pinyin::ids).toList();
  private final TitleIndex plain = index();
  private final TitleIndex fast = index().withSounds(Optional.empty());

  private TitleIndex index() {
    List<Title> rows = new ArrayList<>();
    for (int n = 0; n < titles.size(); n++) {
      rows.add(new Title(10_000 - n, titles.get(n)));
    }
    return TitleIndex.of(rows.iterator());
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }

  private String piece(int longest) {
    String title = titles.get(random.nextInt(titles.size()));
    int from = random.nextInt(title.length());
    return title.substring(from, Math.min(title.length(), from + 1 + random.nextInt(longest)));
  }

  private static List<Long> rows(List<Match> matches) {
    return matches.stream().map(Match::row).toList();
  }

  @Test
  void wordsAreFoundInTheSameTitles() {
    for (int n = 0; n < 600; n++) {
      List<String> words =
          random.nextBoolean() ? List.of(piece(4)) : List.of(piece(3), text(1 + n % 3));
      int limit = 1 + random.nextInt(50);
      assertThat(rows(fast.containing(words, limit, () -> false)))
          .as("%s", words)
          .isEqualTo(rows(plain.containing(words, limit, () -> false)));
      assertThat(fast.alike(words, limit, () -> false))
          .as("%s", words)
          .isEqualTo(plain.alike(words, limit, () -> false));
    }
  }

  @Test
  void soundsAreHeardInTheSameTitles() {
    int heard = 0;
    for (int n = 0; n < 40; n++) {
      String piece = piece(6);
      List<SoundPattern> patterns = new ArrayList<>();
      patterns.addAll(SoundReader.readings(Pinyin.initials(piece)));
      patterns.addAll(SoundReader.readings(String.join("", Pinyin.syllables(piece))));
      patterns.addAll(SoundReader.readings(piece));
      patterns.add(SoundReader.sameSound(piece));
      for (SoundPattern pattern : List.copyOf(patterns)) {
        patterns.add(pattern.inTwo());
      }
      for (SoundPattern pattern : patterns) {
        List<Long> found = rows(fast.sounding(pattern, titles.size(), () -> false));
        assertThat(found).as("%s: %s", piece, pattern).isEqualTo(looked(pattern));
        heard += found.size();
      }
    }
    assertThat(heard).isGreaterThan(1_000);
  }

  private List<Long> looked(SoundPattern pattern) {
    List<Long> found = new ArrayList<>();
    for (int n = 0; n < titles.size(); n++) {
      if (!pattern.elements().isEmpty() && sounds(titles.get(n), said.get(n), pattern)) {
        found.add(10_000L - n);
      }
    }
    return found;
  }

  private static boolean sounds(String title, short[] said, SoundPattern pattern) {
    return IntStream.range(0, title.length()).anyMatch(from -> matches(title, said, pattern, from));
  }

  private static boolean matches(String title, short[] said, SoundPattern pattern, int from) {
    int all = pattern.elements().size();
    int[] first = reach(title, said, pattern.elements(), 0, from);
    if (first[0] == all) {
      return true;
    }
    if (pattern.how() != How.IN_TWO_PLACES || first[0] < 2 || all - first[0] < 2) {
      return false;
    }
    return IntStream.range(first[1], title.length())
        .anyMatch(at -> reach(title, said, pattern.elements(), first[0], at)[0] == all);
  }

  /// The next element and the next place.
  private static int[] reach(
      String title, short[] said, List<Element> elements, int element, int from) {
    int k = element;
    int at = from;
    while (k < elements.size() && at < title.length()) {
      char c = title.charAt(at);
      boolean answers =
          said[at] != 0 && elements.get(k).syllables().get(said[at])
              || elements.get(k).literal() == c;
      if (answers) {
        k++;
      } else if (k == element || said[at] != 0 || Character.isLetterOrDigit(c)) {
        break;
      }
      at++;
    }
    return new int[] {k, at};
  }
}
