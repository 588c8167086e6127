package cn.gongkai.kiosk.screen;

import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Validity;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.text.Wording;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a row says of an item under its title; each kind of content has its own.
///
/// @param lead one sentence that tells more than the title; empty where there is none
/// @param validity computed for today, where it is stated
/// @param state a word of status such as 进行中; empty where there is none
/// @param facts short words in order: number, office, date
record RowFacts(String lead, Validity validity, State state, List<String> facts) {

  /// A word of status and how it looks.
  record State(String words, Tone tone) {
    static final State NONE = new State("", Tone.PLAIN);
  }

  /// How a status looks.
  enum Tone {
    GOOD,
    SOON,
    OVER,
    PLAIN
  }

  RowFacts {
    facts = List.copyOf(facts);
  }

  static RowFacts of(Item item, LocalDate today) {
    String lead =
        switch (item.details()) {
          case Details.Interpretation told -> told.oneSentence();
          case Details.CreditEntry entry -> entry.reason();
          case Details.Service service -> service.audience().orElse("");
          case Details.Office office -> String.join("、", office.holds());
          case Details.Plain ignored -> item.subtitle().orElse("");
          case Details.Code code -> code.opens();
          case Details.GazetteIssue ignored -> "";
          case Details.AnnualReport ignored -> "";
          case Details.Answer ignored -> "";
          case Details.Campaign ignored -> "";
          case Details.Event ignored -> "";
          case Details.Proposal ignored -> "";
        };
    return new RowFacts(
        lead, item.metadata().validityOn(today), state(item.details(), today), facts(item));
  }

  private static State state(Details details, LocalDate today) {
    return switch (details) {
      case Details.Campaign campaign -> campaign(campaign, today);
      case Details.CreditEntry entry ->
          entry.commended()
              ? new State(Messages.of("row.commended"), Tone.GOOD)
              : new State(Messages.of("row.listed"), Tone.OVER);
      case Details.Event event -> event(event.startsAt(), today);
      case Details.Interpretation told -> new State(told.form().term(), Tone.PLAIN);
      case Details.Proposal proposal ->
          new State(Messages.of(proposal.motion() ? "row.motion" : "row.suggestion"), Tone.PLAIN);
      case Details.Service service ->
          service.closesOn().filter(day -> day.isBefore(today)).isPresent()
              ? new State(Messages.of("row.closed"), Tone.OVER)
              : State.NONE;
      case Details.Plain ignored -> State.NONE;
      case Details.GazetteIssue ignored -> State.NONE;
      case Details.Code ignored -> State.NONE;
      case Details.AnnualReport ignored -> State.NONE;
      case Details.Answer ignored -> State.NONE;
      case Details.Office ignored -> State.NONE;
    };
  }

  private static State campaign(Details.Campaign campaign, LocalDate today) {
    if (today.isBefore(campaign.opensOn())) {
      return new State(Messages.of("row.soon"), Tone.SOON);
    }
    if (!today.isAfter(campaign.closesOn())) {
      return new State(
          Messages.of("row.open", Wording.dayNear(campaign.closesOn(), today)), Tone.GOOD);
    }
    return campaign.feedback().isPresent()
        ? new State(Messages.of("row.feedback"), Tone.PLAIN)
        : new State(Messages.of("row.closed"), Tone.OVER);
  }

  private static State event(LocalDateTime startsAt, LocalDate today) {
    return startsAt.toLocalDate().isBefore(today)
        ? new State(Messages.of("row.held"), Tone.PLAIN)
        : new State(Messages.of("row.coming"), Tone.GOOD);
  }

  private static List<String> facts(Item item) {
    List<String> facts = new ArrayList<>();
    item.metadata().documentNumber().ifPresent(number -> facts.add(number.toString()));
    switch (item.details()) {
      case Details.Answer answer -> facts.add(Messages.of("row.answered", answer.office()));
      case Details.Event event -> {
        facts.add(
            Wording.day(event.startsAt().toLocalDate())
                + " "
                + Wording.time(event.startsAt().toLocalTime()));
        facts.add(event.place());
      }
      case Details.Service service -> service(service, facts);
      case Details.Proposal proposal -> {
        facts.add(proposal.number());
        facts.add(Messages.of("row.handled", proposal.office()));
      }
      case Details.Office office -> phone(office.telephone(), facts);
      case Details.CreditEntry entry -> facts.add(entry.subject());
      case Details.Plain ignored -> facts.add(item.metadata().publisher());
      case Details.GazetteIssue ignored -> facts.add(item.metadata().publisher());
      case Details.Interpretation ignored -> facts.add(item.metadata().publisher());
      case Details.Code code -> facts.add(code.owner());
      case Details.AnnualReport ignored -> facts.add(item.metadata().publisher());
      case Details.Campaign ignored -> facts.add(item.metadata().publisher());
    }
    if (!(item.details() instanceof Details.Event)) {
      facts.add(Wording.shortDay(item.metadata().publishedOn()));
    }
    return facts;
  }

  private static void service(Details.Service service, List<String> facts) {
    facts.add(service.provider());
    phone(service.telephone(), facts);
  }

  private static void phone(Optional<String> telephone, List<String> facts) {
    telephone.ifPresent(number -> facts.add(Messages.of("row.phone", number)));
  }
}
