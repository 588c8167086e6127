package cn.gongkai.desk.cli;

import cn.gongkai.content.meaning.OnnxEmbedder;
import cn.gongkai.content.search.SearchQuery;
import cn.gongkai.content.search.SearchResult;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.content.store.ListQuery;
import cn.gongkai.content.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Searches a terminal's content as its own search screen does.")
final class SearchCommand implements Callable<Integer> {

  /// A terminal makes meanings in the background; here they are waited for, 15 ms an item.
  private static final int ITEMS_AT_ONCE = 2_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--terminal", required = true, description = "Folder of the terminal.")
  private Path terminal = Path.of("");

  @Option(names = "--json", description = "Tell the results as JSON.")
  private boolean json;

  @Option(names = "--explain", description = "Tell why each result is where it is.")
  private boolean explain;

  @Parameters(paramLabel = "WORDS", arity = "1..*", description = "What a resident would type.")
  private List<String> words = List.of();

  @Override
  public Integer call() throws StoreException {
    Report report = new Report(spec.commandLine(), json);
    report.requireFolder(terminal);
    LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.ofHours(8));
    try (ContentReader reader = ContentReader.open(terminal)) {
      understand(reader, today);
      SearchResult result = reader.search(SearchQuery.of(String.join(" ", words), today));
      if (json) {
        report.say("total", result.total());
        report.say("hits", result.hits().stream().map(this::form).toList());
        report.say("understood", result.understood().stream().map(Object::toString).toList());
        report.say("suggestions", result.suggestions());
        report.finish();
      } else {
        print(result, spec.commandLine().getOut());
      }
    }
    return Desk.DONE;
  }

  /// Where the launcher found the network that finds by meaning, and where it makes no one wait.
  private void understand(ContentReader reader, LocalDate today) throws StoreException {
    String network = System.getProperty("gongkai.meaning");
    String runtime = System.getProperty("gongkai.ink");
    if (network == null || runtime == null) {
      return;
    }
    if (reader.facets(ListQuery.all(today)).total() > ITEMS_AT_ONCE) {
      spec.commandLine()
          .getErr()
          .println("by words and sounds alone: too many items to ask at once");
      return;
    }
    try {
      reader.understandAllBy(OnnxEmbedder.open(Path.of(network), Path.of(runtime)));
    } catch (IOException e) {
      spec.commandLine().getErr().println("by words and sounds alone: " + e.getMessage());
    }
  }

  private Map<String, Object> form(SearchResult.Hit hit) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("id", hit.item().id().value());
    form.put("title", hit.item().title());
    form.put("publisher", hit.item().metadata().publisher());
    form.put("publishedOn", hit.item().metadata().publishedOn().toString());
    form.put("snippet", marked(hit.snippet()));
    if (explain) {
      form.put("score", hit.score());
      form.put("reasons", hit.reasons());
    }
    return form;
  }

  private void print(SearchResult result, PrintWriter out) {
    result.understood().forEach(r -> out.println(r.typed() + " -> " + r.readAs()));
    String by = result.isMeantOnly() ? " found by meaning, none by words" : " found";
    out.println((result.total() > 1000 ? "1000+" : result.total()) + by);
    int place = 0;
    for (SearchResult.Hit hit : result.hits()) {
      place++;
      out.println(place + ". " + marked(hit.title()));
      out.println("   " + hit.item().id() + " · " + hit.item().metadata().publisher());
      out.println("   " + marked(hit.snippet()).replace('\n', ' '));
      if (explain) {
        out.println("   %.3f: %s".formatted(hit.score(), String.join("; ", hit.reasons())));
      }
    }
    if (result.hits().isEmpty()) {
      out.println("try: " + String.join(", ", result.suggestions()));
    }
    out.flush();
  }

  /// Marks as brackets.
  private static String marked(SearchResult.Marked text) {
    StringBuilder out = new StringBuilder(text.text());
    for (SearchResult.Span span : text.marks().reversed()) {
      out.insert(span.end(), '】').insert(span.start(), '【');
    }
    return out.toString();
  }
}
