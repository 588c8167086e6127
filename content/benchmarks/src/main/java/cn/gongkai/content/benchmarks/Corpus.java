package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.DisclosureLevel;
import cn.gongkai.content.model.DisclosureMode;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.DocumentNumber;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.Run;
import cn.gongkai.content.model.Validity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;

/// A decade of a county's items, the oldest first: the same for the same size and seed. Texts have
/// 200 to 5,000 characters, about 900 on average.
final class Corpus implements Iterator<Item> {

  private static final int CHARACTERS_MIN = 200;
  private static final int CHARACTERS_MAX = 5_000;
  private static final double CHARACTERS_MEDIAN = 640;
  private static final double SPREAD = 0.8;
  static final int YEARS = 10;
  static final int COLUMNS = 20;
  static final LocalDate FIRST_DAY = LocalDate.of(2014, 1, 1);

  private final Vocabulary vocabulary;
  private final SplittableRandom random;
  private final int size;
  private int made;

  Corpus(Vocabulary vocabulary, int size, long seed) {
    this.vocabulary = vocabulary;
    this.random = new SplittableRandom(seed);
    this.size = size;
  }

  @Override
  public boolean hasNext() {
    return made < size;
  }

  @Override
  public Item next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int n = made++;
    LocalDate day = FIRST_DAY.plusDays((long) n * YEARS * 365 / size);
    Optional<DocumentNumber> number =
        random.nextInt(100) < 35 ? Optional.of(number(day.getYear())) : Optional.empty();
    return new Item(
        new ItemId("bench-%07d".formatted(n)),
        column(random.nextInt(COLUMNS)),
        title(day.getYear()),
        Optional.empty(),
        metadata(day, number),
        List.of(),
        new Details.Plain(),
        List.of(),
        List.of(),
        List.of(new Block.Paragraph(Block.Align.JUSTIFIED, List.of(Run.of(text(day.getYear()))))),
        1);
  }

  static ColumnId column(int n) {
    return new ColumnId("lm" + n);
  }

  private DocumentNumber number(int year) {
    String prefix = Vocabulary.any(Vocabulary.PREFIXES, random);
    return new DocumentNumber(prefix, year, 1 + random.nextInt(120));
  }

  private String title(int year) {
    StringBuilder title = new StringBuilder();
    switch (random.nextInt(4)) {
      case 0 ->
          title
              .append("沂源县")
              .append(Vocabulary.any(Vocabulary.OFFICES, random))
              .append("关于做好")
              .append(year)
              .append("年")
              .append(vocabulary.draw(random))
              .append(vocabulary.draw(random))
              .append("工作的");
      case 1 -> title.append(Vocabulary.any(Vocabulary.TOWNS, random)).append("：");
      case 2 -> title.append("关于印发《").append(vocabulary.draw(random)).append("》的");
      default -> title.append(vocabulary.draw(random)).append("和");
    }
    title.append(vocabulary.draw(random)).append(vocabulary.draw(random));
    return title.append(Vocabulary.any(Vocabulary.KINDS, random)).toString();
  }

  private String text(int year) {
    double wanted = Math.exp(Math.log(CHARACTERS_MEDIAN) + SPREAD * gauss());
    int length = (int) Math.clamp(wanted, CHARACTERS_MIN, CHARACTERS_MAX);
    StringBuilder text = new StringBuilder(length + 64);
    while (text.length() < length) {
      switch (random.nextInt(14)) {
        case 0 -> text.append("各镇人民政府、街道办事处，县政府各部门：");
        case 1 -> text.append("依据").append(number(year - random.nextInt(3))).append("，");
        case 2 -> text.append("由").append(Vocabulary.any(Vocabulary.OFFICES, random)).append("负责，");
        case 3 -> text.append(year).append("年").append(1 + random.nextInt(12)).append("月起，");
        default -> sentence(text);
      }
    }
    return text.toString();
  }

  private void sentence(StringBuilder text) {
    for (int n = 3 + random.nextInt(6); n > 0; n--) {
      text.append(vocabulary.draw(random));
      text.append(List.of("的", "和", "", "", "、", "在", "对").get(random.nextInt(7)));
    }
    text.append(random.nextInt(4) == 0 ? "。\n" : "，");
  }

  private double gauss() {
    double u = random.nextDouble();
    double v = random.nextDouble();
    return Math.sqrt(-2 * Math.log(u + 1e-12)) * Math.cos(2 * Math.PI * v);
  }

  private OfficialMetadata metadata(LocalDate day, Optional<DocumentNumber> number) {
    return new OfficialMetadata(
        Optional.empty(),
        number,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "沂源县" + Vocabulary.any(Vocabulary.OFFICES, random),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OffsetDateTime.of(day.atTime(9, random.nextInt(60)), ZoneOffset.ofHours(8)),
        Optional.empty(),
        Optional.empty(),
        random.nextInt(20) == 0 ? Optional.of(day.plusYears(1)) : Optional.empty(),
        Validity.UNSTATED,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        DisclosureMode.PROACTIVE,
        List.of(),
        DisclosureLevel.COUNTY,
        new DivisionCode("370323"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
