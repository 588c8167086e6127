package cn.gongkai.content.search;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.DocumentNumber;
import cn.gongkai.content.model.IndexNumber;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What an item is ranked and filtered by, besides its words: small enough to be read for every
/// candidate, where the item itself is decoded for the results only.
///
/// @param division whose item it is
/// @param office its publisher
/// @param year of publication, as the publisher dates it
/// @param validity on the day of the query
/// @param topics ids of life topics
public record Profile(
    String title,
    ColumnId column,
    DivisionCode division,
    String office,
    int year,
    LocalDate published,
    Validity validity,
    Optional<DocumentNumber> documentNumber,
    Optional<IndexNumber> indexNumber,
    List<String> topics,
    Kind kind) {

  /// Kinds of content that ranking tells apart.
  public enum Kind {
    OFFICE,
    SERVICE,
    GAZETTE,
    OTHER;

    public static Kind of(Details details) {
      return switch (details) {
        case Details.Office ignored -> OFFICE;
        case Details.Service ignored -> SERVICE;
        case Details.GazetteIssue ignored -> GAZETTE;
        case Details.Plain ignored -> OTHER;
        case Details.Interpretation ignored -> OTHER;
        case Details.Code ignored -> OTHER;
        case Details.AnnualReport ignored -> OTHER;
        case Details.Answer ignored -> OTHER;
        case Details.Campaign ignored -> OTHER;
        case Details.Event ignored -> OTHER;
        case Details.CreditEntry ignored -> OTHER;
        case Details.Proposal ignored -> OTHER;
      };
    }
  }

  public Profile {
    topics = List.copyOf(topics);
  }

  /// The profile of an item on a day.
  public static Profile of(Item item, LocalDate today) {
    OfficialMetadata metadata = item.metadata();
    return new Profile(
        item.title(),
        item.column(),
        metadata.division(),
        metadata.publisher(),
        metadata.publishedOn().getYear(),
        metadata.publishedOn(),
        metadata.validityOn(today),
        metadata.documentNumber(),
        metadata.indexNumber(),
        item.topics(),
        Kind.of(item.details()));
  }
}
