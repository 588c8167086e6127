package cn.gongkai.content.release;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.DisclosureLevel;
import cn.gongkai.content.model.DisclosureMode;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.Presentation;
import cn.gongkai.content.model.Run;
import cn.gongkai.content.model.Site;
import cn.gongkai.content.model.Validity;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// Small valid entities for tests: a site, columns, and items of the county or of a township.
public final class SampleEntities {

  public static final String COUNTY = "370323";
  public static final String TOWN = "370323104";
  public static final Channel TOWN_CHANNEL = Channel.ofTown(new DivisionCode(TOWN));

  private SampleEntities() {}

  public static Site site() {
    return new Site(
        "沂源县政务公开",
        URI.create("http://127.0.0.1/"),
        new DivisionCode(COUNTY),
        List.of(new ColumnId("zcwj")),
        List.of(),
        48,
        List.of(),
        Optional.empty());
  }

  public static Column column(String id, String name) {
    return new Column(
        new ColumnId(id),
        Optional.empty(),
        name,
        Presentation.DOCUMENTS,
        1,
        "document",
        Optional.empty(),
        Optional.empty());
  }

  /// An item of the county with one paragraph.
  public static Item item(String id, String title, String text) {
    return item(id, COUNTY, title, text);
  }

  /// An item of a township; the id gets its code in front.
  public static Item townItem(String town, String name, String title, String text) {
    return item(town + "-" + name, town, title, text);
  }

  public static Item item(String id, String division, String title, String text) {
    return new Item(
        new ItemId(id),
        new ColumnId("zcwj"),
        title,
        Optional.empty(),
        metadata(new DivisionCode(division)),
        List.of(),
        new Details.Plain(),
        List.of(),
        List.of(),
        List.of(new Block.Paragraph(Block.Align.JUSTIFIED, List.of(Run.of(text)))),
        1);
  }

  public static NumberedChange put(long sequence, Entity entity) {
    return new NumberedChange(sequence, new Change.Put(entity, EntityJson.write(entity)));
  }

  public static NumberedChange delete(long sequence, EntityRef ref) {
    return new NumberedChange(
        sequence, new Change.Delete(ref, "含个人信息", Instant.parse("2024-01-02T03:04:05Z")));
  }

  private static OfficialMetadata metadata(DivisionCode division) {
    return new OfficialMetadata(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "沂源县人民政府",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OffsetDateTime.parse("2023-05-04T09:00:00+08:00"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Validity.UNSTATED,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        DisclosureMode.PROACTIVE,
        List.of(),
        division.isCounty() ? DisclosureLevel.COUNTY : DisclosureLevel.TOWNSHIP,
        division,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
