package cn.gongkai.desk.fleet;

import cn.gongkai.content.store.AgentReason;
import cn.gongkai.content.store.ReasonWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/// What is to be done today, on top of the page of all terminals: where to drive first and why,
/// whom to ring, who needs a stick, and what is to be mended at the desk. What has one cause for
/// many is said once.
final class ErrandList {

  private static final int LINES_MAX = 8;
  private static final int NAMES_MAX = 6;

  private final List<FleetRow> rows;
  private final Clock clock;

  ErrandList(List<FleetRow> rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  void addTo(Element main) {
    Element section = main.appendElement("section").addClass("errands");
    section.appendElement("h2").text(FleetText.of("errands"));
    boolean any = false;
    for (Errand errand : List.of(Errand.GO, Errand.CALL, Errand.STICK, Errand.DESK)) {
      Map<String, List<FleetRow>> byCause = byCause(errand);
      if (!byCause.isEmpty()) {
        any = true;
        add(section, errand, byCause);
      }
    }
    if (!any) {
      section.appendElement("p").addClass("well").text(FleetText.of("errands.none"));
    }
  }

  /// Rows of an errand by why, the one that has waited longest first. Who is to be driven to stands
  /// alone: each is a way of its own.
  private Map<String, List<FleetRow>> byCause(Errand errand) {
    Map<String, List<FleetRow>> byCause = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> Errand.of(row, clock) == errand)
        .sorted(Comparator.comparing(FleetRow::state).thenComparing(ErrandList::goodUntil))
        .forEach(
            row ->
                byCause
                    .computeIfAbsent(
                        errand == Errand.GO ? name(row) + row.terminal().orElse("") : why(row),
                        any -> new ArrayList<>())
                    .add(row));
    return byCause;
  }

  private static Instant goodUntil(FleetRow row) {
    return row.last().flatMap(FleetRow.Last::provenAt).orElse(Instant.MIN);
  }

  private void add(Element section, Errand errand, Map<String, List<FleetRow>> byCause) {
    Element part = section.appendElement("div").addClass(errand.name().toLowerCase(Locale.ROOT));
    part.appendElement("h3").text(FleetText.of(errand.key()));
    Element list = part.appendElement(errand == Errand.GO ? "ol" : "ul");
    byCause.values().stream().limit(LINES_MAX).forEach(same -> line(list, same));
    int more = byCause.size() - LINES_MAX;
    if (more > 0) {
      part.appendElement("p").addClass("more").text(FleetText.of("errands.more", more));
    }
  }

  private void line(Element list, List<FleetRow> same) {
    Element line = list.appendElement("li");
    line.appendElement("b").text(names(same));
    line.appendText(FleetText.of("errands.why", why(same.getFirst())));
    if (same.size() == 1) {
      line.appendText(since(same.getFirst()));
    }
  }

  private static String names(List<FleetRow> rows) {
    List<String> names = rows.stream().map(ErrandList::name).distinct().limit(NAMES_MAX).toList();
    String text = String.join("、", names);
    return rows.size() > NAMES_MAX ? FleetText.of("errands.and-others", text, rows.size()) : text;
  }

  static String name(FleetRow row) {
    return row.hall().isEmpty() ? row.terminal().orElse("") : row.hall();
  }

  /// Why, and what helps, in plain words.
  String why(FleetRow row) {
    if (row.state() == State.TROUBLE && row.code().isPresent()) {
      AgentReason reason = AgentReason.of(row.code().get());
      return ReasonWords.what(reason) + "。" + ReasonWords.advice(reason);
    }
    if (row.state() == State.PROVEN
        || row.state() == State.BEHIND
        || row.state() == State.DOUBTFUL) {
      for (FleetRow.Flag flag : row.flags().reversed()) {
        if (FleetText.has("flag." + flag.code())) {
          return flag(row, flag) + "。" + todo(row);
        }
      }
    }
    if (row.state() == State.DOUBTFUL) {
      return FleetText.of("doubt.digest") + todo(row);
    }
    boolean visit = row.state() == State.SILENT && Errand.of(row, clock) == Errand.GO;
    if (visit && !row.byStick() && row.heardAt().isPresent()) {
      Duration silence = Duration.between(row.heardAt().get(), clock.instant());
      return FleetText.of("todo.silent.visit", FleetText.length(silence));
    }
    return todo(row);
  }

  static String todo(FleetRow row) {
    String todo = "todo." + row.state().name().toLowerCase(Locale.ROOT);
    String way = row.byStick() && FleetText.has(todo + ".stick") ? todo + ".stick" : todo;
    return FleetText.has(way) ? FleetText.of(way) : "";
  }

  static String flag(FleetRow row, FleetRow.Flag flag) {
    String key = "flag." + flag.code();
    String off =
        row.clockOff()
            .map(
                by ->
                    FleetText.of(
                        by.isNegative() ? "clock.behind" : "clock.ahead",
                        FleetText.length(by.abs())))
            .orElse("");
    return FleetText.of(FleetText.has(key) ? key : "flag.other", row.missing(), off);
  }

  private String since(FleetRow row) {
    return row.last()
        .flatMap(FleetRow.Last::asOf)
        .map(at -> FleetText.of("errands.since", FleetText.moment(at)))
        .orElse("");
  }
}
