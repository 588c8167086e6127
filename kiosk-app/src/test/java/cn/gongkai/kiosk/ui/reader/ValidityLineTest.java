package cn.gongkai.kiosk.ui.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.model.Validity;
import cn.gongkai.kiosk.reading.Samples;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidityLineTest {

  private static Item item(Samples.Facts facts) {
    return Samples.item("zc-1", "某办法", facts, new Details.Plain(), List.of(), List.of(), List.of());
  }

  private static Optional<ValidityLine> line(Item item, LocalDate today, Item... successors) {
    List<Dossier.Related> related =
        java.util.Arrays.stream(successors)
            .map(next -> new Dossier.Related(Relation.Kind.REPEALS, true, next))
            .toList();
    return ValidityLine.find(new Dossier(item, Samples.site(), "政策文件", related, List.of(), today));
  }

  @Test
  void aDocumentHoldsUntilItsLastDay() {
    Item item = item(Samples.Facts.IN_FORCE);
    assertThat(line(item, LocalDate.of(2028, 5, 31)).orElseThrow().tone())
        .isEqualTo(ValidityLine.Tone.HOLDS);
    ValidityLine over = line(item, LocalDate.of(2028, 6, 1)).orElseThrow();
    assertThat(over.tone()).isEqualTo(ValidityLine.Tone.OVER);
    assertThat(over.words()).isEqualTo("已失效");
    assertThat(over.detail()).contains("有效期至 2028年5月31日");
  }

  @Test
  void beforeItsFirstDayItWaits() {
    ValidityLine line = line(item(Samples.Facts.IN_FORCE), LocalDate.of(2023, 5, 31)).orElseThrow();
    assertThat(line.tone()).isEqualTo(ValidityLine.Tone.WAITS);
    assertThat(line.detail()).contains("自 2023年6月1日 起施行");
  }

  @Test
  void aRepealedDocumentLeadsToItsSuccessor() {
    ValidityLine line =
        line(item(Samples.Facts.REPEALED), Samples.TODAY, Samples.document()).orElseThrow();
    assertThat(line.tone()).isEqualTo(ValidityLine.Tone.OVER);
    assertThat(line.detail()).contains("自 2023年6月1日 起废止");
    assertThat(line.successors()).containsExactly(Samples.document());
  }

  @Test
  void aSuccessorAnnouncedBeforeItsDayIsShownAsCare() {
    ValidityLine line =
        line(item(Samples.Facts.IN_FORCE), Samples.TODAY, Samples.document()).orElseThrow();
    assertThat(line.tone()).isEqualTo(ValidityLine.Tone.CARE);
  }

  @Test
  void newsHasNoValidity() {
    assertThat(line(item(Samples.Facts.NEWS), Samples.TODAY)).isEmpty();
  }

  @Test
  void everyStatedValidityButUnstatedIsSaid() {
    for (Validity validity : Validity.values()) {
      Samples.Facts facts =
          new Samples.Facts(
              Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), validity);
      boolean said = line(item(facts), Samples.TODAY).isPresent();
      assertThat(said).as(validity.name()).isEqualTo(validity != Validity.UNSTATED);
    }
  }

  @Test
  void fieldsOfADocumentComeInTheOrderOfThePlatform() {
    assertThat(MetadataRows.ofDocument(Samples.document()))
        .extracting(MetadataRows.Row::label)
        .containsExactly(
            "发文机关", "发文字号", "索引号", "成文日期", "发文日期", "发布日期", "施行日期", "有效期至", "主题分类", "文种", "发布机构",
            "咨询电话");
  }

  @Test
  void themesAreNamedInBothLevels() {
    assertThat(MetadataRows.ofDocument(Samples.document()))
        .contains(new MetadataRows.Row("主题分类", "文化、广电、新闻出版 - 文物"));
  }
}
