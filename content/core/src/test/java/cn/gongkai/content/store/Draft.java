package cn.gongkai.content.store;

import cn.gongkai.content.model.Attachment;
import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.DisclosureLevel;
import cn.gongkai.content.model.DisclosureMode;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.DocumentNumber;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.Presentation;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.model.Run;
import cn.gongkai.content.model.Validity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// An item in the making, for tests: only what a test cares about is said. Each word changes the
/// draft and gives it back.
final class Draft {

  private final String id;
  private String column = "zcwj";
  private String title;
  private String published = "2023-05-30T09:12:00+08:00";
  private String publisher = "沂源县人民政府办公室";
  private String division = "370323";
  private Optional<String> number = Optional.empty();
  private Optional<LocalDate> effective = Optional.empty();
  private Optional<LocalDate> expires = Optional.empty();
  private Optional<LocalDate> invalidated = Optional.empty();
  private Validity stated = Validity.UNSTATED;
  private Optional<OffsetDateTime> until = Optional.empty();
  private List<String> themes = List.of();
  private List<String> topics = List.of();
  private List<Relation> relations = List.of();
  private List<BlobRef> blobs = List.of();
  private String text = "正文";
  private Details details = new Details.Plain();

  private Draft(String id) {
    this.id = id;
    this.title = "示例：" + id + "的标题";
  }

  static Draft item(String id) {
    return new Draft(id);
  }

  static Column column(String id, String parent) {
    return new Column(
        new ColumnId(id),
        parent.isEmpty() ? Optional.empty() : Optional.of(new ColumnId(parent)),
        "栏目" + id,
        Presentation.DOCUMENTS,
        1,
        "mdi2f-file",
        Optional.empty(),
        Optional.empty());
  }

  Draft in(String column) {
    this.column = column;
    return this;
  }

  Draft titled(String title) {
    this.title = title;
    return this;
  }

  Draft at(String published) {
    this.published = published;
    return this;
  }

  Draft by(String publisher) {
    this.publisher = publisher;
    return this;
  }

  Draft of(String division) {
    this.division = division;
    return this;
  }

  Draft saying(String text) {
    this.text = text;
    return this;
  }

  Draft numbered(String number) {
    this.number = Optional.of(number);
    return this;
  }

  Draft valid(
      Validity stated,
      Optional<LocalDate> effective,
      Optional<LocalDate> expires,
      Optional<LocalDate> invalidated) {
    this.stated = stated;
    this.effective = effective;
    this.expires = expires;
    this.invalidated = invalidated;
    return this;
  }

  Draft until(String until) {
    this.until = Optional.of(OffsetDateTime.parse(until));
    return this;
  }

  Draft about(List<String> themes, List<String> topics) {
    this.themes = themes;
    this.topics = topics;
    return this;
  }

  Draft relating(Relation.Kind kind, String target) {
    this.relations = List.of(new Relation(kind, new ItemId(target)));
    return this;
  }

  Draft with(BlobRef... blobs) {
    this.blobs = List.of(blobs);
    return this;
  }

  Draft being(Details details) {
    this.details = details;
    return this;
  }

  Item make() {
    return new Item(
        new ItemId(id),
        new ColumnId(column),
        title,
        Optional.empty(),
        metadata(),
        topics,
        details,
        relations,
        blobs.stream().map(b -> new Attachment("附件.pdf", b, Optional.empty())).toList(),
        List.of(new Block.Paragraph(Block.Align.JUSTIFIED, List.of(Run.of(text)))),
        1);
  }

  private OfficialMetadata metadata() {
    return new OfficialMetadata(
        Optional.empty(),
        number.flatMap(DocumentNumber::parse),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        publisher,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OffsetDateTime.parse(published),
        effective,
        expires,
        invalidated,
        stated,
        Optional.empty(),
        themes,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        DisclosureMode.PROACTIVE,
        List.of(),
        division.length() == 9 ? DisclosureLevel.TOWNSHIP : DisclosureLevel.COUNTY,
        new DivisionCode(division),
        Optional.empty(),
        Optional.empty(),
        until);
  }
}
