package cn.gongkai.desk.phone;

import cn.gongkai.content.model.Column;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The pages that lead to the items: the index of columns, the pages of each column, the page that
/// stands where an item was withdrawn.
public final class IndexPages {

  static final int ITEMS_PER_PAGE = 50;
  private static final int NEWEST = 10;

  /// The number of a column's first page.
  private static final int FIRST = 0;

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
    List<Column> members = site.family(top).stream().filter(c -> site.count(c.id()) > 0).toList();
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
          .element("small", PhoneText.of("index.count", site.count(column.id())))
          .close("a")
          .close("li");
    }
    html.close("ul");
  }

  /// How many full pages of its older items a column has besides its first page. The first page
  /// holds the newest 50 to 99.
  public static int olderPages(int items) {
    return Math.max(0, items / ITEMS_PER_PAGE - 1);
  }

  /// The oldest of a column's pages that shows the item at this place.
  ///
  /// @param olderItems how many items of the column are older
  public static int pageOf(int olderItems) {
    return olderItems / ITEMS_PER_PAGE + 1;
  }

  /// The pages of a column by file name.
  public Map<String, String> column(Column column) {
    return column(column, 1);
  }

  /// The pages of a column by file name, without the older ones before the given number. Older
  /// pages are numbered from the oldest, so that what is added at the top leaves them as they are.
  public Map<String, String> column(Column column, int from) {
    List<Listed> items = site.itemsOf(column.id());
    int older = olderPages(items.size());
    Map<String, String> rendered = new LinkedHashMap<>();
    int end = items.size() - older * ITEMS_PER_PAGE;
    rendered.put(pageName(column, FIRST), page(column, items.subList(0, end), FIRST, older));
    for (int number = older; number >= Math.max(1, from); number--) {
      List<Listed> part = items.subList(end, end + ITEMS_PER_PAGE);
      end += ITEMS_PER_PAGE;
      rendered.put(pageName(column, number), page(column, part, number, older));
    }
    return rendered;
  }

  private String page(Column column, List<Listed> part, int number, int older) {
    Map<String, String> tags = tags();
    tags.put("ColumnName", column.name());
    column.abstractText().ifPresent(text -> tags.put("ColumnDescription", text));
    tags.put("ColumnType", ColumnTypes.of(column.presentation()));
    return PageFrame.page(
        column.name(),
        tags,
        site,
        "index.html",
        html -> columnPage(column, part, number, older, html));
  }

  /// @param number of an older page, or [#FIRST]
  /// @param older how many older pages there are
  private static void columnPage(
      Column column, List<Listed> items, int number, int older, Html html) {
    html.element("h1", column.name());
    column.abstractText().ifPresent(text -> html.element("p", text, "class", "soft"));
    if (items.isEmpty()) {
      html.element("p", PhoneText.of("index.empty"));
    }
    list(html, items);
    if (older > 0) {
      html.open("nav", "class", "pages");
      html.raw(number != FIRST ? "" : "<span></span>");
      if (number != FIRST) {
        html.link(
            pageName(column, number == older ? FIRST : number + 1), PhoneText.of("page.newer"));
      }
      html.element("span", PhoneText.of("page.days", day(items.getLast()), day(items.getFirst())));
      int next = number == FIRST ? older : number - 1;
      if (next >= 1) {
        html.link(pageName(column, next), PhoneText.of("page.older"));
      }
      html.close("nav");
    }
    html.open("p").link("index.html", PhoneText.of("back")).close("p");
  }

  private static String day(Listed item) {
    return item.publishedAt().toLocalDate().toString();
  }

  /// File name of a column's first page, or of one of its older pages.
  public static String pageName(Column column, int page) {
    return "c-" + column.id() + (page == FIRST ? "" : "." + page) + ".html";
  }

  static void list(Html html, List<Listed> items) {
    html.open("ul", "class", "links");
    for (Listed item : items) {
      html.open("li")
          .open("a", "href", PhoneSite.href(item))
          .text(item.title())
          .element("small", item.publisher() + " · " + day(item))
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
