package cn.gongkai.desk.fleet;

import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.store.AgentReason;
import cn.gongkai.content.store.ReasonWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// All terminals as one page for a browser, in plain Chinese, without scripts or anything from
/// elsewhere: what is wrong stands on top, with what to do.
public final class FleetPage {

  private final Expected expected;
  private final FleetLimits limits;
  private final Clock clock;

  public FleetPage(Expected expected, FleetLimits limits, Clock clock) {
    this.expected = expected;
    this.limits = limits;
    this.clock = clock;
  }

  /// All rows on one page, for a file.
  public String whole(List<FleetRow> rows) {
    return made(rows, 0, Integer.MAX_VALUE);
  }

  /// @param from how many rows are left out: a page shows so many at a time as the limits say
  public String of(List<FleetRow> rows, int from) {
    return made(rows, from, limits.pageRows());
  }

  private String made(List<FleetRow> rows, int from, int most) {
    Document page = Document.createShell("");
    page.outputSettings().charset(StandardCharsets.UTF_8).prettyPrint(false);
    head(page);
    Element header = page.body().appendElement("header");
    header.appendElement("h1").text(expected.site() + " · " + FleetText.of("heading"));
    long proven = count(rows, State.PROVEN);
    header
        .appendElement("p")
        .text(
            FleetText.of("summary.all", rows.size() - count(rows, State.NEVER), proven)
                + "。"
                + FleetText.of("made", FleetText.moment(clock.instant())));
    Element main = page.body().appendElement("main");
    counts(main, rows);
    if (from == 0) {
      new ErrandList(rows, clock).addTo(main);
    }
    int first = Math.clamp(from, 0, rows.size());
    int end = first + Math.min(rows.size() - first, most);
    table(main, rows.subList(first, end));
    pages(main, first, end, rows.size());
    page.body().appendElement("footer").text(FleetText.of("explain.proven"));
    return "<!DOCTYPE html>\n" + page.outerHtml();
  }

  private void pages(Element main, int first, int end, int all) {
    if (first == 0 && end == all) {
      return;
    }
    Element line = main.appendElement("nav");
    line.appendText(FleetText.of("pages", first + 1, end, all) + " ");
    if (first > 0) {
      link(line, Math.max(0, first - limits.pageRows()), "pages.before");
    }
    if (end < all) {
      link(line, end, "pages.next");
    }
  }

  private static void link(Element line, int from, String words) {
    line.appendElement("a").attr("href", "/?from=" + from).text(FleetText.of(words));
    line.appendText(" ");
  }

  private static void head(Document page) {
    page.child(0).attr("lang", "zh-CN");
    page.head().appendElement("meta").attr("charset", "utf-8");
    page.head()
        .appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width,initial-scale=1");
    page.head()
        .appendElement("meta")
        .attr("http-equiv", "Content-Security-Policy")
        .attr("content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'");
    page.title(FleetText.of("heading"));
    page.head().appendElement("style").appendChild(new DataNode(css()));
  }

  private static void counts(Element main, List<FleetRow> rows) {
    Element list = main.appendElement("ul").addClass("counts");
    for (State state : State.values()) {
      long count = count(rows, state);
      if (count > 0) {
        Element item = list.appendElement("li").addClass(name(state));
        item.appendText(FleetText.of(state.key()));
        item.appendElement("b").text(FleetText.of("count", count));
      }
    }
  }

  private static long count(List<FleetRow> rows, State state) {
    return rows.stream().filter(row -> row.state() == state).count();
  }

  private void table(Element main, List<FleetRow> rows) {
    Element table = main.appendElement("div").addClass("scroll").appendElement("table");
    Element head = table.appendElement("thead").appendElement("tr");
    for (String column : List.of("terminal", "state", "content", "heard", "trouble")) {
      head.appendElement("th").attr("scope", "col").text(FleetText.of("column." + column));
    }
    Element body = table.appendElement("tbody");
    for (FleetRow row : rows) {
      Element line = body.appendElement("tr").addClass(name(row.state()));
      where(line.appendElement("td").addClass("where"), row);
      line.appendElement("td")
          .appendElement("span")
          .addClass("state")
          .attr("data-mark", mark(row.state()))
          .text(FleetText.of(state(row)));
      content(line.appendElement("td"), row);
      heard(line.appendElement("td"), row);
      trouble(line.appendElement("td"), row);
    }
  }

  /// What waits for a stick does not go on by itself.
  private static String state(FleetRow row) {
    String byStick = row.state().key() + ".stick";
    return row.byStick() && FleetText.has(byStick) ? byStick : row.state().key();
  }

  private static void where(Element cell, FleetRow row) {
    cell.appendText(row.hall().isEmpty() ? row.terminal().orElse("") : row.hall());
    row.terminal().ifPresent(name -> cell.appendElement("small").text(name));
    row.last()
        .ifPresent(it -> cell.appendElement("small").text(FleetText.of("version", it.version())));
  }

  private void content(Element cell, FleetRow row) {
    if (row.last().isEmpty()) {
      return;
    }
    FleetRow.Last last = row.last().get();
    cell.appendText(
        last.asOf()
            .map(at -> FleetText.of("content.asof", FleetText.moment(at)))
            .orElseGet(() -> FleetText.of("content.none")));
    last.provenAt()
        .ifPresent(
            at ->
                cell.appendElement("small")
                    .text(FleetText.of("content.proven", FleetText.ago(at, clock))));
    if (row.behindChanges() > 0) {
      String by = row.behindBy().map(FleetText::length).orElse("");
      cell.appendElement("small").text(FleetText.of("content.behind", row.behindChanges(), by));
    }
  }

  private void heard(Element cell, FleetRow row) {
    cell.appendText(
        row.heardAt()
            .map(at -> FleetText.ago(at, clock))
            .orElseGet(() -> FleetText.of("heard.never")));
    row.heardAt().ifPresent(at -> cell.appendElement("small").text(FleetText.moment(at)));
    if (row.byStick()) {
      cell.appendElement("small").text(FleetText.of("heard.stick"));
    }
  }

  private void trouble(Element cell, FleetRow row) {
    boolean plain = row.code().isEmpty() && row.flags().isEmpty();
    String todo = plain ? new ErrandList(List.of(row), clock).why(row) : ErrandList.todo(row);
    if (!todo.isEmpty()) {
      cell.appendElement("p").text(todo);
    }
    row.code().ifPresent(code -> reason(cell, code));
    for (FleetRow.Flag flag : row.flags()) {
      Element line = cell.appendElement("p").addClass("flag");
      line.appendText(ErrandList.flag(row, flag) + " ");
      line.appendElement("code").text(flag.code());
    }
    if (row.dropped() > 0) {
      cell.appendElement("small").text(FleetText.of("dropped", row.dropped()));
    }
    faults(cell, row.faults());
    if (cell.childNodeSize() == 0) {
      cell.text(FleetText.of("nothing"));
    }
  }

  private static void reason(Element cell, String code) {
    AgentReason reason = AgentReason.of(code);
    Element line = cell.appendElement("p");
    line.appendElement("b").text(ReasonWords.what(reason));
    line.appendText("。" + ReasonWords.advice(reason) + " ");
    line.appendElement("code").text(code);
  }

  private void faults(Element cell, List<Receipt.FaultCount> faults) {
    if (faults.isEmpty()) {
      return;
    }
    Element line = cell.appendElement("small");
    line.appendText(FleetText.of("faults"));
    for (Receipt.FaultCount fault : faults) {
      line.appendElement("span")
          .addClass("small")
          .text(
              FleetText.of(
                  "fault.times", fault.code(), fault.times(), FleetText.ago(fault.last(), clock)));
    }
  }

  /// A shape beside the word, so that colour is not the only carrier.
  private static String mark(State state) {
    return switch (state) {
      case PROVEN -> "✓";
      case BEHIND, AHEAD -> "↻";
      case TROUBLE, SILENT, NEVER -> "!";
      case DOUBTFUL -> "✗";
    };
  }

  private static String name(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String css() {
    try (InputStream in =
        Objects.requireNonNull(FleetPage.class.getResourceAsStream("fleet.css"), "fleet.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
