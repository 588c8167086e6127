package cn.gongkai.desk.phone;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.Item;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The pages that lead to the items: the index of columns, the pages of each column, the page that
/// stands where an item was withdrawn.
public final class IndexPages {

  static final int ITEMS_PER_PAGE = 50;
  private static final int NEWEST = 10;

  private final PhoneSite site;

  public IndexPages(PhoneSite site) {
    this.site = site;
  }

  /// A version of all pages' looks; pages written by another one are out of date.
  public static String version() {
    return PageFrame.VERSION;
  }

  /// `m/index.html`.
  public String index(OffsetDateTime updated) {
    Map<String, String> tags = tags();
    tags.put("ColumnType", "首页");
    tags.put("gongkai-pages", PageFrame.VERSION);
    return PageFrame.page(
        PhoneText.of("index.title"), tags, site, "index.html", html -> index(updated, html));
  }

  private void index(OffsetDateTime updated, Html html) {
    html.element("h1", site.site().name()).element("p", PhoneText.of("index.lead"));
    for (Column column : site.columns()) {
      if (column.parent().isEmpty()) {
        family(column, html);
      }
    }
    ItemPage.links(html, "index.newest", site.newest(NEWEST));
    html.close("main")
        .open("footer")
        .element("div", PhoneText.of("footer.updated", MetadataHtml.MINUTES.format(updated)))
        .close("footer")
        .open("main");
  }

  /// A column at the top of the tree with those below it.
  private void family(Column top, Html html) {
    List<Column> members =
        site.family(top).stream().filter(c -> !site.itemsOf(c.id()).isEmpty()).toList();
    if (members.isEmpty()) {
      return;
    }
    if (members.size() > 1 || !members.getFirst().equals(top)) {
      html.element("h2", top.name());
    }
    html.open("ul", "class", "links");
    for (Column column : members) {
      html.open("li")
          .open("a", "href", pageName(column, 1))
          .text(column.name())
          .element("small", PhoneText.of("index.count", site.itemsOf(column.id()).size()))
          .close("a")
          .close("li");
    }
    html.close("ul");
  }

  /// The pages of a column by file name.
  public Map<String, String> column(Column column) {
    List<Item> items = site.itemsOf(column.id());
    int pages = Math.max(1, Math.ceilDiv(items.size(), ITEMS_PER_PAGE));
    Map<String, String> rendered = new LinkedHashMap<>();
    for (int page = 1; page <= pages; page++) {
      int number = page;
      List<Item> part =
          items.subList((page - 1) * ITEMS_PER_PAGE, Math.min(items.size(), page * ITEMS_PER_PAGE));
      Map<String, String> tags = tags();
      tags.put("ColumnName", column.name());
      column.abstractText().ifPresent(text -> tags.put("ColumnDescription", text));
      tags.put("ColumnType", ColumnTypes.of(column.presentation()));
      String text =
          PageFrame.page(
              column.name(),
              tags,
              site,
              "index.html",
              html -> columnPage(column, part, number, pages, html));
      rendered.put(pageName(column, page), text);
    }
    return rendered;
  }

  private static void columnPage(Column column, List<Item> items, int page, int pages, Html html) {
    html.element("h1", column.name());
    column.abstractText().ifPresent(text -> html.element("p", text, "class", "soft"));
    if (items.isEmpty()) {
      html.element("p", PhoneText.of("index.empty"));
    }
    list(html, items);
    if (pages > 1) {
      html.open("nav", "class", "pages");
      html.raw(page > 1 ? "" : "<span></span>");
      if (page > 1) {
        html.link(pageName(column, page - 1), PhoneText.of("page.previous"));
      }
      html.element("span", PhoneText.of("page.of", page, pages));
      if (page < pages) {
        html.link(pageName(column, page + 1), PhoneText.of("page.next"));
      }
      html.close("nav");
    }
    html.open("p").link("index.html", PhoneText.of("back")).close("p");
  }

  static String pageName(Column column, int page) {
    return "c-" + column.id() + (page == 1 ? "" : "." + page) + ".html";
  }

  static void list(Html html, List<Item> items) {
    html.open("ul", "class", "links");
    for (Item item : items) {
      html.open("li")
          .open("a", "href", PhoneSite.href(item))
          .text(item.title())
          .element("small", item.metadata().publisher() + " · " + item.metadata().publishedOn())
          .close("a")
          .close("li");
    }
    html.close("ul").line();
  }

  /// The page in the place of a withdrawn item. It does not say what the item was.
  public String withdrawn(OffsetDateTime at) {
    return PageFrame.page(
        PhoneText.of("withdrawn.title"),
        tags(),
        site,
        "index.html",
        html ->
            html.element("h1", PhoneText.of("withdrawn.title"))
                .element("p", PhoneText.of("withdrawn.text"))
                .element(
                    "p", PhoneText.of("gone.at", MetadataHtml.MINUTES.format(at)), "class", "soft")
                .open("p")
                .link("index.html", PhoneText.of("back"))
                .close("p"));
  }

  /// `index.html` at the top of the site: leads on to the phone index.
  public String top() {
    Map<String, String> tags = tags();
    tags.put("ColumnType", "首页");
    return PageFrame.page(
            PhoneText.of("index.title"),
            tags,
            site,
            "m/index.html",
            html ->
                html.element("h1", site.site().name())
                    .element("p", PhoneText.of("index.lead"))
                    .element(
                        "a",
                        PhoneText.of("index.title"),
                        "class",
                        "button",
                        "href",
                        "m/index.html"))
        .replaceFirst(
            "<title>", "<meta http-equiv=\"refresh\" content=\"0;url=m/index.html\">\n<title>");
  }

  private Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("SiteName", site.site().name());
    tags.put("SiteDomain", String.valueOf(site.site().baseUrl().getHost()));
    return tags;
  }
}
