package cn.gongkai.content.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntityJsonTest {

  static Item item() {
    return new Item(
        new ItemId("zc-2023-06"),
        new ColumnId("zcwj"),
        "示例：关于发放高龄津贴的通知",
        Optional.empty(),
        new OfficialMetadata(
            Optional.of(IndexNumber.parse("113703233130158447/2024-5428775")),
            DocumentNumber.parse("源政发[2023]6号"),
            Optional.empty(),
            Optional.of("沂源县人民政府"),
            List.of(),
            "沂源县人民政府",
            Optional.empty(),
            Optional.of(LocalDate.of(2023, 5, 1)),
            Optional.empty(),
            OffsetDateTime.parse("2023-05-04T09:00:00+08:00"),
            Optional.empty(),
            Optional.of(LocalDate.of(2028, 5, 1)),
            Optional.empty(),
            Validity.IN_FORCE,
            Optional.empty(),
            List.of("2104"),
            Optional.of(Genre.CIRCULAR),
            List.of("高龄津贴"),
            Optional.of("八十岁以上老人按月领取津贴。"),
            DisclosureMode.PROACTIVE,
            List.of("条例第二十条第（一）项"),
            DisclosureLevel.COUNTY,
            new DivisionCode("370323"),
            Optional.of("0533-0000000"),
            Optional.empty(),
            Optional.empty()),
        List.of("yanglao"),
        new Details.Plain(),
        List.of(new Relation(Relation.Kind.CITES, new ItemId("zc-2021-06"))),
        List.of(),
        List.of(
            new Block.Paragraph(
                Block.Align.JUSTIFIED,
                List.of(
                    Run.of("各镇人民政府："),
                    new Run(
                        "原文",
                        Set.of(Run.Style.BOLD),
                        Optional.of(new Link.Outside(URI.create("http://www.yiyuan.gov.cn/"))))))),
        1);
  }

  @Test
  void anItemComesBackAsItWas() {
    Item item = item();
    assertThat(EntityJson.read(EntityJson.write(item), Item.class)).isEqualTo(item);
  }

  @Test
  void writingTwiceGivesTheSameBytes() {
    assertThat(EntityJson.writeBytes(item())).isEqualTo(EntityJson.writeBytes(item()));
  }

  @Test
  void fieldsOfALaterVersionAreIgnored() {
    String json = EntityJson.write(item()).replaceFirst("\\{", "{\"addedLater\":[1,2],");
    assertThat(EntityJson.read(json)).isEqualTo(item());
  }

  @Test
  void aBrokenRuleKeepsItsCode() {
    String json = EntityJson.write(item()).replace("zc-2021-06", "ZC 2021");
    assertThatThrownBy(() -> EntityJson.read(json))
        .isInstanceOf(InvalidValue.class)
        .extracting(e -> ((InvalidValue) e).code())
        .isEqualTo("MODEL-ID");
  }

  @Test
  void duplicateKeysAreRefused() {
    String json = EntityJson.write(item()).replaceFirst("\\{", "{\"title\":\"other\",");
    assertThatThrownBy(() -> EntityJson.read(json))
        .isInstanceOf(InvalidValue.class)
        .extracting(e -> ((InvalidValue) e).code())
        .isEqualTo("MODEL-JSON");
  }
}
