package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.search.Pinyin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Queries by kind: how long the words are and how common, two words, numbers, pinyin.
final class QueryClasses {

  private static final String NARROWED = "filters with counts";
  private static final String LISTED = "a column's list with counts";
  private static final int MID = 600;
  private static final int RARE = 20_000;

  private QueryClasses() {}

  /// @param items some of the corpus, for numbers and titles that exist
  static Map<String, List<Query>> of(
      Vocabulary vocabulary, Iterator<Item> items, int each, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Set<String>> numbered = new LinkedHashMap<>();
    List<String> titles = new ArrayList<>();
    while (items.hasNext()) {
      Item item = items.next();
      item.metadata()
          .documentNumber()
          .ifPresent(
              number ->
                  numbered
                      .computeIfAbsent(number.toString(), n -> new HashSet<>())
                      .add(item.title()));
      titles.add(item.title());
    }
    List<Map.Entry<String, Set<String>>> numbers = List.copyOf(numbered.entrySet());
    Map<String, List<Query>> classes = new LinkedHashMap<>();
    classes.put("1 character", make(each, () -> common(random, 2, 4).substring(0, 1)));
    classes.put("2 common", make(each, () -> common(random, 2, 2)));
    classes.put("2 mid", make(each, () -> ranked(vocabulary, random, MID, RARE / 10, 2)));
    classes.put("2 rare", make(each, () -> ranked(vocabulary, random, RARE, vocabulary.size(), 2)));
    classes.put("4 common", make(each, () -> common(random, 4, 4)));
    classes.put("4 rare", make(each, () -> ranked(vocabulary, random, RARE, vocabulary.size(), 4)));
    classes.put("two words", make(each, () -> common(random, 2, 4) + " " + common(random, 2, 4)));
    classes.put("words of residents", make(each, () -> Vocabulary.any(FOLK, random)));
    classes.put("whole questions", make(each, () -> Vocabulary.any(QUESTIONS, random)));
    classes.put(
        "document number",
        queries(each, () -> numbered(Vocabulary.any(numbers, random), UnaryOperator.identity())));
    classes.put(
        "title",
        queries(
            each,
            () -> {
              String title = Vocabulary.any(titles, random);
              return Query.titled(title, title::equals);
            }));
    classes.put(
        "pinyin",
        queries(
            each,
            () -> {
              String said = String.join("", Pinyin.syllables(ending(titles, random)));
              return Query.titled(
                  said, title -> String.join("", Pinyin.syllables(title)).contains(said));
            }));
    classes.put(
        "initials",
        queries(
            each,
            () -> {
              String initials = Pinyin.initials(ending(titles, random));
              return Query.titled(initials, title -> Pinyin.initials(title).contains(initials));
            }));
    classes.put(
        "bracket styles",
        queries(
            each,
            () -> numbered(Vocabulary.any(numbers, random), number -> restyled(number, random))));
    classes.put("not there", make(each, () -> nonsense(vocabulary, random)));
    classes.put("10,000 characters", make(each / 4 + 1, () -> longest(vocabulary, random)));
    classes.put(NARROWED, make(each, () -> common(random, 2, 4)));
    classes.put(LISTED, make(each, () -> common(random, 2, 4)));
    return classes;
  }

  static SearchEngine.Asking asking(String kind) {
    return switch (kind) {
      case NARROWED -> SearchEngine.Asking.NARROWED;
      case LISTED -> SearchEngine.Asking.LISTED;
      default -> SearchEngine.Asking.PLAIN;
    };
  }

  /// @param number with the titles of the documents that carry it
  private static Query numbered(
      Map.Entry<String, Set<String>> number, UnaryOperator<String> style) {
    String typed = style.apply(number.getKey());
    boolean withYear = typed.matches(".*20\\d\\d.*");
    return withYear ? Query.titled(typed, number.getValue()::contains) : Query.any(typed);
  }

  /// 源政发〔2021〕6号 as people type it.
  private static String restyled(String number, SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> number.replace('〔', '[').replace('〕', ']');
      case 1 -> number.replace('〔', '（').replace('〕', '）');
      case 2 -> number.replaceAll("〔\\d+〕", "");
      default -> number.replace("〔", "").replace("〕", "年第");
    };
  }

  /// A long title that does not exist.
  private static String nonsense(Vocabulary vocabulary, SplittableRandom random) {
    StringBuilder title = new StringBuilder();
    while (title.length() < 24) {
      title.append(vocabulary.draw(random));
    }
    return title.toString();
  }

  private static String longest(Vocabulary vocabulary, SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> vocabulary.draw(random).repeat(5_000);
      case 1 -> Pinyin.initials(nonsense(vocabulary, random)).repeat(500);
      default -> nonsense(vocabulary, random).repeat(400);
    };
  }

  private static final List<String> FOLK =
      List.of("低保", "老年钱", "征地赔偿", "新农合", "房本", "五保户", "找工作", "种地补贴", "危房", "停水了找谁");

  private static final List<String> QUESTIONS =
      List.of(
          "屋里不暖和交了钱能不能退",
          "俺爹八十多了国家给多少钱",
          "地让修路占了找谁要补偿",
          "孩子在外地上学医药费咋报",
          "房子漏雨政府给不给修",
          "果树冻了保险管不管",
          "老板不给工钱上哪说理",
          "村里的路坏了没人修",
          "想开个小店要办什么证",
          "老人一个人在家吃饭怎么办",
          "水管里的水发黄能不能喝",
          "腿脚不好出不了门谁来办");

  private static List<Query> make(int each, Supplier<String> one) {
    return queries(each, () -> Query.any(one.get()));
  }

  private static List<Query> queries(int each, Supplier<Query> one) {
    List<Query> made = new ArrayList<>();
    for (int n = 0; n < each; n++) {
      made.add(one.get());
    }
    return made;
  }

  private static String common(SplittableRandom random, int shortest, int longest) {
    List<String> fitting =
        Vocabulary.TOPICS.stream()
            .filter(word -> word.length() >= shortest && word.length() <= longest)
            .toList();
    return Vocabulary.any(fitting, random);
  }

  private static String ranked(
      Vocabulary vocabulary, SplittableRandom random, int from, int to, int length) {
    int rank = from + random.nextInt(to - from);
    while (vocabulary.ranked(rank).length() != length) {
      rank = rank + 1 < vocabulary.size() ? rank + 1 : from;
    }
    return vocabulary.ranked(rank);
  }

  /// The last four to seven characters of a title.
  private static String ending(List<String> titles, SplittableRandom random) {
    String title = Vocabulary.any(titles, random);
    int length = Math.min(title.length(), 4 + random.nextInt(4));
    return title.substring(title.length() - length);
  }
}
