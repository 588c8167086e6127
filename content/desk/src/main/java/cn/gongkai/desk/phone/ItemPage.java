package cn.gongkai.desk.phone;

import cn.gongkai.content.model.Attachment;
import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.model.Site;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The phone page of one item.
public final class ItemPage {

  private static final int DESCRIPTION_CHARACTERS = 120;

  private final PhoneSite site;

  public ItemPage(PhoneSite site) {
    this.site = site;
  }

  /// @param updated when the item was last changed, as shown on the page
  public String render(Item item, OffsetDateTime updated) {
    return PageFrame.page(
        item.title(), tags(item), site, "index.html", html -> body(item, updated, html));
  }

  private Map<String, String> tags(Item item) {
    OfficialMetadata metadata = item.metadata();
    Optional<Column> column = site.findColumn(item.column());
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("SiteName", site.site().name());
    tags.put("SiteDomain", String.valueOf(site.site().baseUrl().getHost()));
    column.ifPresent(c -> tags.put("ColumnName", c.name()));
    column.flatMap(Column::abstractText).ifPresent(t -> tags.put("ColumnDescription", t));
    column.ifPresent(c -> tags.put("ColumnType", ColumnTypes.of(c.presentation())));
    tags.put("ArticleTitle", item.title());
    tags.put("PubDate", MetadataHtml.MINUTES.format(metadata.publishedAt()));
    tags.put("ContentSource", metadata.source().orElse(metadata.publisher()));
    if (!metadata.keywords().isEmpty()) {
      tags.put("Keywords", String.join(",", metadata.keywords()));
    }
    metadata.abstractText().ifPresent(a -> tags.put("Description", shorten(a)));
    tags.put("Url", site.site().phonePage(item.id()).toString());
    return tags;
  }

  private static String shorten(String text) {
    int most = Math.min(text.length(), DESCRIPTION_CHARACTERS);
    return text.substring(0, most);
  }

  private void body(Item item, OffsetDateTime updated, Html html) {
    MetadataHtml metadata = new MetadataHtml(html, site, updated.toLocalDate());
    html.element("h1", item.title()).line();
    item.subtitle().ifPresent(subtitle -> html.element("p", subtitle, "class", "subtitle"));
    metadata.writeBar(item);
    metadata.write(item);
    new DetailFacts(html, site).write(item.details());
    html.open("div", "class", "body");
    new BodyHtml(html, site).write(item.body());
    html.close("div").line();
    attachments(item, html);
    related(item, html);
    footer(item, updated, html);
    html.raw("<script>").raw(PageFrame.SCRIPT).raw("</script>");
  }

  private static void attachments(Item item, Html html) {
    if (item.attachments().isEmpty()) {
      return;
    }
    html.element("h2", PhoneText.of("attachments")).open("ul", "class", "links");
    for (Attachment attachment : item.attachments()) {
      List<String> facts = new ArrayList<>();
      attachment.pages().ifPresent(p -> facts.add(PhoneText.of("attachment.pages", p)));
      facts.add(PhoneText.size(attachment.blob().length()));
      html.open("li")
          .open("a", "href", PhoneFiles.href(attachment.blob()))
          .text(attachment.name())
          .element("small", String.join(" · ", facts))
          .close("a")
          .close("li");
    }
    html.close("ul").line();
  }

  private void related(Item item, Html html) {
    links(html, "related.interprets", targets(item, Relation.Kind.INTERPRETS));
    links(html, "related.interpretations", site.pointingTo(item.id(), Relation.Kind.INTERPRETS));
    links(html, "related.repealedBy", site.pointingTo(item.id(), Relation.Kind.REPEALS));
    links(html, "related.amendedBy", site.pointingTo(item.id(), Relation.Kind.AMENDS));
    List<Listed> others = new ArrayList<>();
    for (Relation.Kind kind : Relation.Kind.values()) {
      if (kind != Relation.Kind.INTERPRETS) {
        others.addAll(targets(item, kind));
      }
    }
    others.addAll(site.pointingTo(item.id(), Relation.Kind.RELATED));
    links(html, "related.other", others.stream().distinct().toList());
  }

  private List<Listed> targets(Item item, Relation.Kind kind) {
    return item.relations().stream()
        .filter(relation -> relation.kind() == kind)
        .flatMap(relation -> site.findItem(relation.target()).stream())
        .toList();
  }

  static void links(Html html, String heading, List<Listed> items) {
    if (items.isEmpty()) {
      return;
    }
    html.element("h2", PhoneText.of(heading));
    IndexPages.list(html, items);
  }

  private void footer(Item item, OffsetDateTime updated, Html html) {
    OfficialMetadata metadata = item.metadata();
    html.close("main").open("footer");
    String source = metadata.source().orElse(metadata.publisher());
    html.element("div", PhoneText.of("footer.source", source));
    html.open("div")
        .element(
            "time",
            PhoneText.of("footer.updated", MetadataHtml.MINUTES.format(updated)),
            "id",
            "updated",
            "datetime",
            updated.toString())
        .close("div");
    metadata
        .sourceUrl()
        .ifPresent(
            url -> html.open("div").link(url.toString(), PhoneText.of("original")).close("div"));
    site.site().contact().ifPresent(contact -> contact(contact, html));
    html.close("footer").open("main");
  }

  private static void contact(Site.Contact contact, Html html) {
    String who = PhoneText.of("footer.contact", contact.office());
    html.open("div").text(who);
    contact.telephone().ifPresent(t -> html.text(" ").link("tel:" + t.replaceAll("\\D", ""), t));
    html.close("div");
  }
}
