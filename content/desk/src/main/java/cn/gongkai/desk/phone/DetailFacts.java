package cn.gongkai.desk.phone;

import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Details.Article;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What only one kind of content has, as facts at the head of its page.
final class DetailFacts {

  private final Html html;
  private final PhoneSite site;

  DetailFacts(Html html, PhoneSite site) {
    this.html = html;
    this.site = site;
  }

  void write(Details details) {
    switch (details) {
      case Details.Plain ignored -> {}
      case Details.AnnualReport ignored -> {}
      case Details.GazetteIssue issue -> gazette(issue);
      case Details.Interpretation interpretation -> interpretation(interpretation);
      case Details.Code code -> code(code);
      case Details.Answer answer -> answer(answer);
      case Details.Campaign campaign -> campaign(campaign);
      case Details.Event event -> event(event);
      case Details.CreditEntry credit -> credit(credit);
      case Details.Service service -> service(service);
      case Details.Proposal proposal -> proposal(proposal);
      case Details.Office office -> office(office);
    }
  }

  private static String label(String key) {
    return PhoneText.of(key);
  }

  private void gazette(Details.GazetteIssue issue) {
    html.open("p", "class", "soft")
        .text(PhoneText.of("gazette.issue", issue.year(), issue.number()));
    issue.total().ifPresent(total -> html.text(" " + PhoneText.of("gazette.total", total)));
    html.close("p");
    String size = PhoneText.size(issue.pdf().length());
    html.element(
        "a",
        PhoneText.of("gazette.pdf", issue.pages(), size),
        "class",
        "button",
        "href",
        PhoneFiles.href(issue.pdf()));
    html.element("h2", label("gazette.contents")).open("ul", "class", "links");
    for (Article article : issue.contents()) {
      String href =
          article
              .item()
              .flatMap(site::findItem)
              .map(PhoneSite::href)
              .orElse("#p" + article.firstPage());
      String pages =
          article.firstPage() == article.lastPage()
              ? String.valueOf(article.firstPage())
              : article.firstPage() + "–" + article.lastPage();
      html.open("li")
          .open("a", "href", href)
          .text(article.title())
          .element("small", article.section() + " · " + PhoneText.of("gazette.pages", pages))
          .close("a")
          .close("li");
    }
    html.close("ul").element("h2", label("gazette.text")).line();
  }

  private void interpretation(Details.Interpretation interpretation) {
    html.open("div", "class", "lead")
        .element("div", label("oneSentence"), "class", "soft")
        .text(interpretation.oneSentence())
        .close("div")
        .open("dl")
        .fact(label("interpretation.form"), Optional.of(interpretation.form().term()))
        .fact(label("interpretation.interpreter"), interpretation.interpreter())
        .close("dl");
  }

  private void code(Details.Code code) {
    html.element("p", code.opens(), "class", "lead");
    button(code.target(), "code.open");
    html.open("dl")
        .fact(label("code.address"), Optional.of(code.target()))
        .fact(label("code.owner"), Optional.of(code.owner()))
        .fact(label("code.subject"), Optional.of(code.subject()))
        .fact(label("code.expires"), code.expiresOn())
        .close("dl");
  }

  private void button(URI target, String key) {
    html.element("a", label(key), "class", "button", "href", target.toString(), "rel", "noopener");
  }

  private void answer(Details.Answer answer) {
    html.open("div", "class", "qa")
        .element("h3", label("question") + "：" + answer.question())
        .close("div")
        .open("dl")
        .fact(label("answer.office"), Optional.of(answer.office()))
        .fact(label("answer.repliedOn"), Optional.of(answer.repliedOn()))
        .fact(label("answer.via"), answer.askedVia())
        .close("dl");
  }

  private void campaign(Details.Campaign campaign) {
    html.open("dl")
        .fact(label("campaign.open"), Optional.of(campaign.opensOn()))
        .fact(label("campaign.close"), Optional.of(campaign.closesOn()))
        .fact(label("campaign.feedback"), campaign.feedback())
        .close("dl");
    campaign.takePart().ifPresent(target -> button(target, "campaign.takePart"));
  }

  private void event(Details.Event event) {
    html.open("dl")
        .fact(label("event.starts"), Optional.of(event.startsAt().toString().replace('T', ' ')))
        .fact(label("event.place"), Optional.of(event.place()))
        .fact(label("event.host"), event.host())
        .fact(label("event.registration"), event.registration())
        .close("dl");
  }

  private void credit(Details.CreditEntry credit) {
    String list = label(credit.commended() ? "credit.red" : "credit.black");
    html.open("dl")
        .fact(label("credit.list"), Optional.of(list))
        .fact(label("credit.subject"), Optional.of(credit.subject()))
        .fact(label("credit.code"), credit.creditCode())
        .fact(label("credit.reason"), Optional.of(credit.reason()))
        .fact(label("credit.basis"), Optional.of(credit.legalBasis()))
        .fact(label("credit.removeOn"), credit.removeOn())
        .close("dl");
  }

  private void service(Details.Service service) {
    html.open("dl")
        .fact(label("service.provider"), Optional.of(service.provider()))
        .fact(label("service.field"), Optional.of(service.field()))
        .fact(label("service.audience"), service.audience())
        .fact(label("service.conditions"), service.conditions())
        .fact(label("service.materials"), service.materials());
    telephone("service.telephone", service.telephone());
    html.fact(label("service.address"), service.address())
        .fact(label("service.hours"), service.hours())
        .fact(label("service.opensOn"), service.opensOn())
        .fact(label("service.closesOn"), service.closesOn())
        .close("dl");
    service.apply().ifPresent(target -> button(target, "service.apply"));
  }

  private void proposal(Details.Proposal proposal) {
    String kind = label(proposal.motion() ? "proposal.motion" : "proposal.suggestion");
    html.open("dl")
        .fact(label("proposal.kind"), Optional.of(kind))
        .fact(label("proposal.number"), Optional.of(proposal.number()))
        .fact(label("proposal.office"), Optional.of(proposal.office()))
        .fact(label("proposal.repliedOn"), proposal.repliedOn())
        .close("dl");
  }

  private void office(Details.Office office) {
    html.open("dl").fact(label("office.office"), Optional.of(office.office()));
    telephone("office.telephone", office.telephone());
    html.fact(label("office.address"), office.address())
        .fact(label("office.hours"), office.hours())
        .close("dl")
        .element("h2", label("office.holds"))
        .open("ul");
    List<String> holds = office.holds();
    holds.forEach(thing -> html.element("li", thing));
    html.close("ul");
  }

  private void telephone(String key, Optional<String> number) {
    number.ifPresent(n -> Telephone.write(html.element("dt", label(key)), n));
  }
}
