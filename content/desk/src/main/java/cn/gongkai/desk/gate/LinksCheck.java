package cn.gongkai.desk.gate;

import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.InvalidValue;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Link;
import cn.gongkai.content.model.Site;
import cn.gongkai.content.qr.QrCode;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.authoring.Source;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where codes and links lead: to the site's own hosts and to the government's, in the open,
/// without personal data, and as a code that a phone can read.
final class LinksCheck implements Check {

  private static final Set<String> SHORTENERS =
      Set.of(
          "t.cn",
          "dwz.cn",
          "url.cn",
          "suo.im",
          "bit.ly",
          "tinyurl.com",
          "t.co",
          "goo.gl",
          "dwz.win",
          "w.url.cn",
          "is.gd",
          "mrw.so",
          "3.cn",
          "sourl.cn",
          "suo.nz",
          "ow.ly");
  private static final List<String> GOVERNMENT = List.of("gov.cn", "xn--zfr164b");
  private static final Pattern PERSONAL =
      Pattern.compile("(?i)[?&](?:token|openid|phone|mobile|idcard|sfzh|session|password)=");

  @Override
  public void check(Authored.Content content, Findings findings) {
    Site site = content.site().entity();
    for (Entry<Item> entry : content.items()) {
      Item item = entry.entity();
      Stream.concat(details(item), Texts.links(item.body()).flatMap(LinksCheck::outside))
          .distinct()
          .forEach(url -> check(url, site, entry.source(), findings));
      if (item.details() instanceof Details.Code code) {
        readable(code.target(), entry.source(), findings);
      }
    }
  }

  private static Stream<URI> outside(Link link) {
    return switch (link) {
      case Link.Outside outside -> Stream.of(outside.url());
      case Link.ToItem ignored -> Stream.empty();
    };
  }

  private static Stream<URI> details(Item item) {
    Optional<URI> address =
        switch (item.details()) {
          case Details.Code code -> Optional.of(code.target());
          case Details.Campaign campaign -> campaign.takePart();
          case Details.Service service -> service.apply();
          case Details.Plain ignored -> Optional.empty();
          case Details.GazetteIssue ignored -> Optional.empty();
          case Details.Interpretation ignored -> Optional.empty();
          case Details.AnnualReport ignored -> Optional.empty();
          case Details.Answer ignored -> Optional.empty();
          case Details.Event ignored -> Optional.empty();
          case Details.CreditEntry ignored -> Optional.empty();
          case Details.Proposal ignored -> Optional.empty();
          case Details.Office ignored -> Optional.empty();
        };
    return address.stream();
  }

  private static void check(URI url, Site site, Source source, Findings findings) {
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    int line = source.lineWith(url.toString());
    if (SHORTENERS.contains(host)) {
      findings.add(Rule.LINK_SHORTENED, source, line, url);
    } else if (!allowed(host, site)) {
      findings.add(Rule.LINK_HOST, source, line, host, url);
    }
    if (url.getUserInfo() != null || PERSONAL.matcher(url.toString()).find()) {
      findings.add(Rule.LINK_PERSONAL, source, line, host);
    }
  }

  private static boolean allowed(String host, Site site) {
    Stream<String> own = Stream.of(String.valueOf(site.baseUrl().getHost()));
    return Stream.of(own, site.hosts().stream(), GOVERNMENT.stream())
        .flatMap(s -> s)
        .map(known -> known.toLowerCase(Locale.ROOT))
        .anyMatch(known -> host.equals(known) || host.endsWith("." + known));
  }

  private static void readable(URI target, Source source, Findings findings) {
    String text = target.toString();
    try {
      QrCode.encode(text);
    } catch (InvalidValue e) {
      findings.add(Rule.CODE_UNREADABLE, source, source.lineWith(text), text);
    }
  }
}
