package cn.gongkai.content.search;

import cn.gongkai.content.model.Attachment;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.PlainText;
import java.util.ArrayList;
import java.util.List;

/// The words by which an item is found: what its page shows, without its looks. The body comes
/// first, as snippets are cut from it; numbers, offices and names of files follow.
public final class ItemWords {

  private ItemWords() {}

  /// Everything but the title. Lines are separated by line feeds.
  public static String of(Item item) {
    List<String> lines = new ArrayList<>();
    item.subtitle().ifPresent(lines::add);
    details(item.details(), lines);
    item.metadata().abstractText().ifPresent(lines::add);
    lines.add(PlainText.of(item.body()));
    metadata(item.metadata(), lines);
    item.attachments().stream().map(Attachment::name).forEach(lines::add);
    lines.removeIf(String::isBlank);
    return String.join("\n", lines);
  }

  private static void metadata(OfficialMetadata metadata, List<String> lines) {
    metadata.documentNumber().ifPresent(number -> lines.add(number.toString()));
    metadata.indexNumber().ifPresent(number -> lines.add(number.toString()));
    metadata.registrationNumber().ifPresent(lines::add);
    metadata.issuingAuthority().ifPresent(lines::add);
    lines.addAll(metadata.jointAuthorities());
    lines.add(metadata.publisher());
    lines.addAll(metadata.keywords());
    metadata.telephone().ifPresent(lines::add);
  }

  private static void details(Details details, List<String> lines) {
    switch (details) {
      case Details.Plain ignored -> {}
      case Details.GazetteIssue issue ->
          issue.contents().forEach(article -> lines.add(article.title()));
      case Details.Interpretation interpretation -> {
        lines.add(interpretation.oneSentence());
        interpretation.interpreter().ifPresent(lines::add);
      }
      case Details.Code code -> lines.addAll(List.of(code.opens(), code.subject(), code.owner()));
      case Details.AnnualReport ignored -> {}
      case Details.Answer answer -> lines.addAll(List.of(answer.question(), answer.office()));
      case Details.Campaign campaign -> campaign.feedback().ifPresent(lines::add);
      case Details.Event event -> {
        lines.add(event.place());
        event.host().ifPresent(lines::add);
      }
      case Details.CreditEntry entry -> {
        lines.addAll(List.of(entry.subject(), entry.reason(), entry.legalBasis()));
        entry.creditCode().ifPresent(code -> lines.add(code.toString()));
      }
      case Details.Service service -> service(service, lines);
      case Details.Proposal proposal -> lines.addAll(List.of(proposal.number(), proposal.office()));
      case Details.Office office -> {
        lines.add(office.office());
        lines.addAll(office.holds());
        office.address().ifPresent(lines::add);
        office.telephone().ifPresent(lines::add);
      }
    }
  }

  private static void service(Details.Service service, List<String> lines) {
    lines.addAll(List.of(service.provider(), service.field()));
    service.audience().ifPresent(lines::add);
    lines.addAll(service.conditions());
    lines.addAll(service.materials());
    service.address().ifPresent(lines::add);
    service.telephone().ifPresent(lines::add);
  }
}
