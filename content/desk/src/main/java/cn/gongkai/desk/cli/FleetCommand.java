package cn.gongkai.desk.cli;

import cn.gongkai.content.release.DurableFile;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.report.ReportException;
import cn.gongkai.desk.fleet.Acknowledging;
import cn.gongkai.desk.fleet.FleetLimits;
import cn.gongkai.desk.fleet.FleetRow;
import cn.gongkai.desk.fleet.Intake;
import cn.gongkai.desk.fleet.ReportsFolder;
import cn.gongkai.desk.fleet.State;
import cn.gongkai.desk.fleet.StickCollection;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "fleet",
    mixinStandardHelpOptions = true,
    description = "Says of every terminal what it shows and what is wrong.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every terminal is proven to be up to date",
      "1:at least one is not, or something was refused",
      "2:wrong usage",
      "3:disk or site could not be read"
    })
final class FleetCommand implements Callable<Integer> {

  private static final int HASH_CHARACTERS = 16;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--reports", paramLabel = "DIR", description = "Where receipts are kept.")
  private @Nullable Path reports;

  @Option(names = "--site", paramLabel = "DIR", description = "The published site.")
  private @Nullable Path site;

  @Option(names = "--json", description = "Tell everything as JSON.")
  private boolean json;

  @Option(names = "--html", paramLabel = "FILE", description = "Write the page for the browser.")
  private @Nullable Path html;

  @Option(names = "--full", description = "Read and prove every receipt, however many there are.")
  private boolean full;

  private final Clock clock = Clock.systemDefaultZone();

  @Override
  public Integer call() throws IOException, ReleaseException {
    if (reports == null || site == null) {
      throw new ParameterException(spec.commandLine(), "give --reports and --site");
    }
    FleetReport.Made made =
        new FleetReport(open(reports), site, FleetLimits.STANDARD, clock).make(full);
    List<FleetRow> rows = made.rows();
    if (html != null) {
      DurableFile.write(html, made.page().whole(rows).getBytes(StandardCharsets.UTF_8));
    }
    if (json) {
      spec.commandLine().getOut().println(json(rows));
    } else {
      rows.forEach(row -> spec.commandLine().getOut().println(line(row)));
    }
    spec.commandLine().getOut().flush();
    return rows.stream().allMatch(row -> row.state() == State.PROVEN) ? Desk.DONE : Desk.REFUSED;
  }

  private ReportsFolder open(Path folder) throws IOException {
    return ReportsFolder.open(folder, clock, FleetLimits.STANDARD);
  }

  private static String line(FleetRow row) {
    StringBuilder line = new StringBuilder();
    line.append("%-9s %-20s %s".formatted(row.state(), row.terminal().orElse("-"), row.hall()));
    if (row.behindChanges() > 0) {
      line.append(", %d changes behind".formatted(row.behindChanges()));
    }
    row.code().ifPresent(code -> line.append(", ").append(code));
    line.append(row.heardAt().map(at -> ", heard " + at).orElse(", never heard of"));
    row.flags().forEach(flag -> line.append(", ").append(flag.code()));
    return line.toString();
  }

  private static String json(List<FleetRow> rows) {
    try {
      return new ObjectMapper().writeValueAsString(rows.stream().map(FleetCommand::map).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values can be written", e);
    }
  }

  private static Map<String, Object> map(FleetRow row) {
    Map<String, Object> map = new LinkedHashMap<>();
    row.terminal().ifPresent(it -> map.put("terminal", it));
    map.put("hall", row.hall());
    map.put("state", row.state().name());
    map.put("behindChanges", row.behindChanges());
    row.behindBy().map(Duration::toSeconds).ifPresent(it -> map.put("behindSeconds", it));
    row.heardAt().ifPresent(it -> map.put("heardAt", it.toString()));
    row.code().ifPresent(it -> map.put("code", it));
    row.last().ifPresent(it -> addLast(map, it));
    row.clockOff().map(Duration::toSeconds).ifPresent(it -> map.put("clockOffSeconds", it));
    map.put("missing", row.missing());
    map.put("dropped", row.dropped());
    map.put(
        "flags",
        row.flags().stream().map(f -> Map.of("code", f.code(), "detail", f.detail())).toList());
    map.put(
        "faults",
        row.faults().stream()
            .map(f -> Map.of("code", f.code(), "times", f.times(), "last", f.last().toString()))
            .toList());
    return map;
  }

  private static void addLast(Map<String, Object> map, FleetRow.Last last) {
    map.put("version", last.version());
    map.put("number", last.number());
    last.provenAt().ifPresent(it -> map.put("provenAt", it.toString()));
    last.asOf().ifPresent(it -> map.put("contentAsOf", it.toString()));
  }

  @Command(
      name = "collect",
      mixinStandardHelpOptions = true,
      description = "Takes the receipts that terminals have put on a stick.")
  int collect(
      @Parameters(paramLabel = "STICK", description = "The stick.") Path stick,
      @Option(names = "--reports", required = true, description = "Where receipts are kept.")
          Path folder,
      @Option(
              names = "--site",
              paramLabel = "DIR",
              description = "The published site: also sign there what has come, as 'acknowledge'.")
          @Nullable Path published,
      @Option(
              names = "--keys",
              paramLabel = "DIR",
              description = "Folder of the keys; by default SITE.keys beside it.")
          @Nullable Path keys)
      throws IOException, ReleaseException {
    new Report(spec.commandLine(), false).requireFolder(stick);
    boolean good = true;
    for (var each : new StickCollection(open(folder), FleetLimits.STANDARD).run(stick)) {
      switch (each.intake()) {
        case Intake.Taken taken ->
            spec.commandLine()
                .getOut()
                .println(
                    each.file() + ": " + taken.added() + " new, up to number " + taken.number());
        case Intake.Refused refused -> {
          good = false;
          spec.commandLine().getErr().println(each.file() + ": " + refused.why());
        }
      }
    }
    spec.commandLine().getOut().flush();
    if (published != null) {
      acknowledge(folder, published, keys);
    }
    return good ? Desk.DONE : Desk.REFUSED;
  }

  @Command(
      name = "acknowledge",
      mixinStandardHelpOptions = true,
      description = {
        "Signs which receipts have come by stick; the next 'usb export' takes it to the terminals,",
        "which then keep them no longer. Needs the key of the timestamp."
      })
  int acknowledge(
      @Option(names = "--reports", required = true, description = "Where receipts are kept.")
          Path folder,
      @Option(
              names = "--site",
              required = true,
              paramLabel = "DIR",
              description = "The published site.")
          Path published,
      @Option(
              names = "--keys",
              paramLabel = "DIR",
              description = "Folder of the keys; by default SITE.keys beside it.")
          @Nullable Path keys)
      throws IOException, ReleaseException {
    Report report = new Report(spec.commandLine(), false);
    report.requireFolder(published);
    Path signing = keys == null ? KeysCommand.besideSite(published) : keys;
    report.requireFolder(signing);
    int named =
        new Acknowledging(open(folder), FleetLimits.STANDARD, clock).write(published, signing);
    spec.commandLine()
        .getOut()
        .println("acknowledged receipts of " + named + " terminals that are heard of by stick");
    spec.commandLine().getOut().flush();
    return Desk.DONE;
  }

  @Command(
      name = "accept",
      mixinStandardHelpOptions = true,
      description = "Takes another key for a terminal's, because somebody has compared it there.")
  int accept(
      @Parameters(paramLabel = "TERMINAL", description = "Its name.") String terminal,
      @Option(names = "--key", required = true, description = "64 hex digits.") String key,
      @Option(names = "--reports", required = true, description = "Where receipts are kept.")
          Path folder)
      throws IOException {
    try {
      ReportsFolder opened = open(folder);
      Optional<String> before = opened.findKey(terminal);
      opened.accept(terminal, key);
      spec.commandLine()
          .getOut()
          .println(
              terminal
                  + ": "
                  + before.map(it -> it.substring(0, HASH_CHARACTERS) + "…").orElse("no key")
                  + " is now "
                  + key.substring(0, HASH_CHARACTERS)
                  + "…");
      return Desk.DONE;
    } catch (ReportException | IllegalArgumentException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Desk.REFUSED;
    }
  }
}
