package cn.gongkai.content.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One piece of disclosed information: a document, an interpretation, a gazette issue, a code.
///
/// @param topics ids of the life topics it belongs to
/// @param details what only its kind of content has
/// @param revision 1 for the first publication, one more for every change
public record Item(
    ItemId id,
    ColumnId column,
    String title,
    Optional<String> subtitle,
    OfficialMetadata metadata,
    List<String> topics,
    Details details,
    List<Relation> relations,
    List<Attachment> attachments,
    List<Block> body,
    int revision)
    implements Entity {

  public static final int TITLE_CHARACTERS_MAX = 200;

  public Item {
    topics = List.copyOf(topics == null ? List.of() : topics);
    relations = List.copyOf(relations == null ? List.of() : relations);
    attachments = List.copyOf(attachments == null ? List.of() : attachments);
    body = List.copyOf(body == null ? List.of() : body);
    details = details == null ? new Details.Plain() : details;
    InvalidValue.require(!title.isBlank(), "MODEL-TITLE", "item %s needs a title", id);
    InvalidValue.require(
        title.length() <= TITLE_CHARACTERS_MAX,
        "MODEL-TITLE",
        "the title of %s has %d characters, at most %d are allowed",
        id,
        title.length(),
        TITLE_CHARACTERS_MAX);
    InvalidValue.require(
        revision >= 1, "MODEL-REVISION", "revision of %s must be 1 or more, not %d", id, revision);
  }

  @Override
  public String key() {
    return id.value();
  }

  /// The same item without body and attachments: enough for a row of a list.
  public Item summary() {
    return new Item(
        id, column, title, subtitle, metadata, topics, details, relations, List.of(), List.of(),
        revision);
  }

  /// Every blob without which the item cannot be shown whole, in reading order.
  @JsonIgnore
  public List<BlobRef> blobs() {
    return Stream.of(
            details.blobs().stream(),
            attachments.stream().map(Attachment::blob),
            body.stream().flatMap(Item::blobsOf))
        .flatMap(s -> s)
        .distinct()
        .toList();
  }

  private static Stream<BlobRef> blobsOf(Block block) {
    return switch (block) {
      case Block.Image image -> Stream.of(image.blob());
      case Block.Video video ->
          Stream.of(Stream.of(video.blob()), video.poster().stream(), video.captions().stream())
              .flatMap(s -> s);
      case Block.Audio audio -> Stream.of(audio.blob());
      case Block.Note note -> note.blocks().stream().flatMap(Item::blobsOf);
      case Block.Question question -> question.answer().stream().flatMap(Item::blobsOf);
      case Block.Listing list ->
          list.entries().stream().flatMap(List::stream).flatMap(Item::blobsOf);
      case Block.Heading ignored -> Stream.empty();
      case Block.Paragraph ignored -> Stream.empty();
      case Block.Table ignored -> Stream.empty();
      case Block.PageMark ignored -> Stream.empty();
    };
  }
}
