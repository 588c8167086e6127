package cn.gongkai.content.search;

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
import java.util.List;
import java.util.Optional;

/// Items for tests of search, made from a title and a text.
public record SampleItems(
    String id,
    String title,
    String text,
    LocalDate published,
    Optional<String> number,
    String column,
    String division,
    Validity stated,
    List<String> topics,
    Details details) {

  public static SampleItems of(String id, String title, String text) {
    return new SampleItems(
        id,
        title,
        text,
        LocalDate.of(2023, 5, 1),
        Optional.empty(),
        "zcwj",
        "370323",
        Validity.UNSTATED,
        List.of(),
        new Details.Plain());
  }

  public SampleItems on(LocalDate day) {
    return new SampleItems(id, title, text, day, number, column, division, stated, topics, details);
  }

  public SampleItems numbered(String documentNumber) {
    return new SampleItems(
        id,
        title,
        text,
        published,
        Optional.of(documentNumber),
        column,
        division,
        stated,
        topics,
        details);
  }

  public SampleItems in(String columnId, String divisionCode) {
    return new SampleItems(
        id, title, text, published, number, columnId, divisionCode, stated, topics, details);
  }

  public SampleItems stated(Validity validity) {
    return new SampleItems(
        id, title, text, published, number, column, division, validity, topics, details);
  }

  public SampleItems about(String... topicIds) {
    return new SampleItems(
        id, title, text, published, number, column, division, stated, List.of(topicIds), details);
  }

  public SampleItems with(Details others) {
    return new SampleItems(
        id, title, text, published, number, column, division, stated, topics, others);
  }

  public Item item() {
    return new Item(
        new ItemId(id),
        new ColumnId(column),
        title,
        Optional.empty(),
        new OfficialMetadata(
            Optional.empty(),
            number.flatMap(DocumentNumber::parse),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "沂源县人民政府",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OffsetDateTime.of(published.atTime(9, 0), ZoneOffset.ofHours(8)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            stated,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            DisclosureMode.PROACTIVE,
            List.of(),
            DisclosureLevel.COUNTY,
            new DivisionCode(division),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        topics,
        details,
        List.of(),
        List.of(),
        List.of(new Block.Paragraph(Block.Align.JUSTIFIED, List.of(Run.of(text)))),
        1);
  }
}
