package cn.gongkai.content.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// What only one kind of content has, beside the fields every item has.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Details.Plain.class, name = "plain"),
  @JsonSubTypes.Type(value = Details.GazetteIssue.class, name = "gazette-issue"),
  @JsonSubTypes.Type(value = Details.Interpretation.class, name = "interpretation"),
  @JsonSubTypes.Type(value = Details.Code.class, name = "code"),
  @JsonSubTypes.Type(value = Details.AnnualReport.class, name = "annual-report"),
  @JsonSubTypes.Type(value = Details.Answer.class, name = "answer"),
  @JsonSubTypes.Type(value = Details.Campaign.class, name = "campaign"),
  @JsonSubTypes.Type(value = Details.Event.class, name = "event"),
  @JsonSubTypes.Type(value = Details.CreditEntry.class, name = "credit-entry"),
  @JsonSubTypes.Type(value = Details.Service.class, name = "service"),
  @JsonSubTypes.Type(value = Details.Proposal.class, name = "proposal"),
  @JsonSubTypes.Type(value = Details.Office.class, name = "office")
})
public sealed interface Details {

  /// Blobs the details refer to.
  @JsonIgnore
  default List<BlobRef> blobs() {
    return List.of();
  }

  /// Nothing beyond the common fields.
  record Plain() implements Details {}

  /// An issue of the government gazette (政府公报). Its body is the reflowed text with page marks.
  ///
  /// @param number issue within the year (期)
  /// @param total issue since the first (总期号)
  record GazetteIssue(
      int year,
      int number,
      Optional<Integer> total,
      BlobRef pdf,
      int pages,
      Optional<BlobRef> cover,
      List<Article> contents)
      implements Details {
    public GazetteIssue {
      contents = List.copyOf(contents);
      InvalidValue.require(pages >= 1, "MODEL-GAZETTE", "an issue needs pages, not %d", pages);
      for (Article article : contents) {
        InvalidValue.require(
            article.firstPage <= article.lastPage && article.lastPage <= pages,
            "MODEL-GAZETTE",
            "'%s' is on pages %d to %d of %d",
            article.title,
            article.firstPage,
            article.lastPage,
            pages);
      }
    }

    @Override
    public List<BlobRef> blobs() {
      return cover.map(c -> List.of(pdf, c)).orElse(List.of(pdf));
    }
  }

  /// A line of an issue's contents.
  ///
  /// @param section 栏目 within the issue, for example `县政府文件`
  /// @param item the same text as an item of its own, where there is one
  record Article(String section, String title, int firstPage, int lastPage, Optional<ItemId> item) {
    public Article {
      InvalidValue.require(firstPage >= 1, "MODEL-GAZETTE", "pages start at 1, not %d", firstPage);
    }
  }

  /// An interpretation (政策解读). What it interprets are relations of kind `INTERPRETS`.
  ///
  /// @param oneSentence what the policy means for a resident, in one sentence
  record Interpretation(InterpretationForm form, String oneSentence, Optional<String> interpreter)
      implements Details {}

  /// A 码上见 code that leads off the terminal.
  ///
  /// @param opens what the resident will see, in words
  /// @param expiresOn last day it is shown
  record Code(URI target, String subject, String owner, String opens, Optional<LocalDate> expiresOn)
      implements Details {
    public Code {
      new Link.Outside(target);
    }
  }

  /// The annual report of a year; the figures stand in the body as tables.
  record AnnualReport(int year, AnnualFigures figures) implements Details {}

  /// An answer to the public (热点回应, 民生连线). The question is the item's title or text.
  record Answer(String question, Optional<String> askedVia, String office, LocalDate repliedOn)
      implements Details {}

  /// A campaign (征集调查, 你点我检).
  ///
  /// @param closesOn last day to take part
  /// @param feedback what came of it
  record Campaign(
      LocalDate opensOn, LocalDate closesOn, Optional<URI> takePart, Optional<String> feedback)
      implements Details {
    public Campaign {
      InvalidValue.require(
          !closesOn.isBefore(opensOn),
          "MODEL-DATES",
          "closes %s before it opens %s",
          closesOn,
          opensOn);
    }
  }

  /// An event (新闻发布会, 政府开放日).
  record Event(
      LocalDateTime startsAt, String place, Optional<String> host, Optional<String> registration)
      implements Details {}

  /// An entry of a credit list (红黑榜).
  ///
  /// @param removeOn day on which it must be taken down
  record CreditEntry(
      boolean commended,
      String subject,
      Optional<CreditCode> creditCode,
      String reason,
      String legalBasis,
      Optional<LocalDate> removeOn)
      implements Details {}

  /// Something offered: a public enterprise's service or an enterprise policy.
  record Service(
      String provider,
      String field,
      Optional<String> audience,
      List<String> conditions,
      List<String> materials,
      Optional<String> telephone,
      Optional<String> address,
      Optional<String> hours,
      Optional<LocalDate> opensOn,
      Optional<LocalDate> closesOn,
      Optional<URI> apply)
      implements Details {
    public Service {
      conditions = List.copyOf(conditions == null ? List.of() : conditions);
      materials = List.copyOf(materials == null ? List.of() : materials);
    }
  }

  /// A proposal of a deputy or of a committee member (建议, 提案) with its answer.
  ///
  /// @param motion true for 政协提案, false for 人大建议
  record Proposal(boolean motion, String number, String office, Optional<LocalDate> repliedOn)
      implements Details {}

  /// An office and what it holds (谁来管).
  record Office(
      String office,
      List<String> holds,
      Optional<String> address,
      Optional<String> telephone,
      Optional<String> hours)
      implements Details {
    public Office {
      holds = List.copyOf(holds);
    }
  }
}
