package cn.gongkai.sync.cli;

import cn.gongkai.content.store.StoreException;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.content.store.TerminalSettings;
import cn.gongkai.sync.config.ReceiptLimits;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.cycle.SyncCycle;
import cn.gongkai.sync.cycle.SyncLoop;
import cn.gongkai.sync.cycle.SyncOutcome;
import cn.gongkai.sync.duty.Duty;
import cn.gongkai.sync.share.BlobShare;
import cn.gongkai.sync.share.ShareLimits;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.site.HttpSite;
import cn.gongkai.sync.site.SiteSource;
import cn.gongkai.sync.site.Sources;
import cn.gongkai.sync.transfer.Ceiling;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./gongkai sync`: brings a terminal up to date, once or for ever.
@Command(
    name = "sync",
    mixinStandardHelpOptions = true,
    description = "Brings a terminal up to date with a published site.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:up to date, or what a stick carried is applied",
      "1:the site's release was refused, or is not complete yet",
      "2:wrong usage",
      "3:the site or the terminal's disk could not be used",
      "5:another agent is at work on this terminal"
    })
final class SyncCommand implements Callable<Integer> {

  private static final int USAGE = 2;

  @Option(
      names = "--site",
      required = true,
      paramLabel = "URL_OR_DIR",
      description = "the published site; more than once for mirrors, asked in this order")
  private List<String> sites = new ArrayList<>();

  @Option(names = "--terminal", required = true, paramLabel = "DIR", description = "its folder")
  private Path terminal = Path.of("");

  @Option(names = "--once", description = "one cycle instead of going on")
  private boolean once;

  @Option(
      names = "--root",
      paramLabel = "FILE",
      description = "root metadata to trust from the first sync on")
  private @Nullable Path root;

  @Option(names = "--hall", paramLabel = "ID", description = "the hall the terminal stands in")
  private @Nullable String hall;

  @Option(
      names = "--usb",
      description =
          "the site came on a stick: expired metadata is taken as authentic, not as newest")
  private boolean usb;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      description = "pause between two cycles (default: ${DEFAULT-VALUE})",
      defaultValue = "300")
  private long intervalSeconds;

  @Option(
      names = "--reports-to",
      paramLabel = "URL",
      description = "the desk that is told; else the one of terminal.json, else none")
  private @Nullable URI desk;

  @Mixin private LineOptions line = new LineOptions();

  private final PrintWriter out;
  private final PrintWriter err;
  private final Clock clock;

  SyncCommand(PrintWriter out, PrintWriter err, Clock clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  @Override
  public Integer call() throws StoreException, IOException {
    Optional<String> fault = line.findFault();
    if (fault.isPresent()) {
      err.println("gongkai sync: " + fault.get());
      return USAGE;
    }
    SyncLimits polling =
        SyncLimits.DEFAULT.withPollInterval(
            Duration.ofSeconds(Math.clamp(intervalSeconds, 1, 86_400)));
    SyncLimits limits = usb ? polling.forStick() : line.applyTo(polling);
    if (usb && sites.stream().anyMatch(SyncCommand::isWebAddress)) {
      err.println("gongkai sync: --usb is for folders");
      return USAGE;
    }
    rememberHall();
    try (Sources sources = sources(limits)) {
      SyncCycle cycle =
          new SyncCycle(
              terminal,
              sources,
              Optional.ofNullable(root),
              limits,
              clock,
              new PrintedProgress(err, clock));
      try (Reporting reporting =
          new Reporting(terminal, cycle::run, this::fromStick, Optional.ofNullable(desk), clock)) {
        Duty duty = reporting.duty();
        return once || usb
            ? report(usb ? duty.cycleFrom(Path.of(sites.getFirst())) : duty.cycle())
            : loop(duty, limits);
      }
    }
  }

  private SyncOutcome fromStick(Path stick) {
    SyncLimits limits = SyncLimits.DEFAULT.forStick();
    try (Sources sources = new Sources(List.of(new FolderSite(stick)), List.of())) {
      return new SyncCycle(
              terminal,
              sources,
              Optional.ofNullable(root),
              limits,
              clock,
              new PrintedProgress(err, clock))
          .run();
    }
  }

  private Sources sources(SyncLimits limits) {
    return new Sources(
        line.metered(opened(sites, limits), clock), opened(line.neighbours(), limits));
  }

  private List<SiteSource> opened(List<String> places, SyncLimits limits) {
    return places.stream().map(place -> source(place, limits, clock)).toList();
  }

  private int loop(Duty duty, SyncLimits limits) throws IOException {
    if (line.share().isEmpty()) {
      return loopFor(duty, limits);
    }
    ShareLimits sharing = ShareLimits.DEFAULT;
    Ceiling ceiling = new Ceiling(sharing.bytesPerSecond(), clock, LineOptions::pause);
    try (BlobShare share = new BlobShare(terminal, line.share().get(), sharing, ceiling)) {
      out.println("sharing with neighbours on port " + share.port());
      return loopFor(duty, limits);
    }
  }

  private int loopFor(Duty duty, SyncLimits limits) {
    SyncLoop loop =
        new SyncLoop(
            duty::cycle,
            this::report,
            limits.pollInterval(),
            limits.pollJitter(),
            new Random(),
            new SyncLoop.LookAround(ReceiptLimits.DEFAULT.lookEvery(), duty::lookAround));
    duty.begin();
    loop.run();
    return 0;
  }

  private static boolean isWebAddress(String site) {
    return site.startsWith("http://") || site.startsWith("https://");
  }

  static SiteSource source(String site, SyncLimits limits, Clock clock) {
    if (isWebAddress(site)) {
      String base = site.endsWith("/") ? site : site + "/";
      return new HttpSite(URI.create(base), limits, clock);
    }
    return new FolderSite(Path.of(site));
  }

  /// Settings that cannot be read are said and left as they are; content comes all the same.
  private void rememberHall() {
    if (hall != null) {
      String id = hall;
      try {
        TerminalJson.settings(terminal)
            .change(TerminalSettings.UNSET, settings -> settings.withHall(id));
      } catch (StoreException e) {
        err.println("gongkai sync: the hall is not remembered: " + e.getMessage());
      }
    }
  }

  private int report(SyncOutcome outcome) {
    int code =
        switch (outcome) {
          case SyncOutcome.UpToDate ignored -> 0;
          case SyncOutcome.Applied ignored -> 0;
          case SyncOutcome.Carried ignored -> 0;
          case SyncOutcome.Interrupted ignored -> 1;
          case SyncOutcome.Refused ignored -> 1;
          case SyncOutcome.Unreachable ignored -> 3;
          case SyncOutcome.Failed ignored -> 3;
          case SyncOutcome.Busy ignored -> 5;
        };
    if (code == 0) {
      out.println(terminal + ": " + outcome.describe());
    } else {
      err.println("gongkai sync: " + outcome.describe());
    }
    return code;
  }
}
