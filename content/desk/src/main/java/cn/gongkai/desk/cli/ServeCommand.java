package cn.gongkai.desk.cli;

import cn.gongkai.desk.fleet.FleetLimits;
import cn.gongkai.desk.fleet.ReportsFolder;
import cn.gongkai.desk.web.Proxies;
import cn.gongkai.desk.web.SiteServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves a published site until it is stopped. Any web server does as well.")
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--site", required = true, description = "Folder of the published site.")
  private Path site = Path.of("");

  @Option(names = "--port", description = "Port; 0 for any free one. Default: ${DEFAULT-VALUE}")
  private int port = 8080;

  @Option(
      names = "--bind",
      description = "Address to listen on; 0.0.0.0 for all. Default: ${DEFAULT-VALUE}")
  private String bind = "127.0.0.1";

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      description = "Also take receipts of terminals at /receipts and keep them there.")
  private @Nullable Path reports;

  @Option(
      names = "--fleet-port",
      paramLabel = "N",
      description = "Also show the page of all terminals, to this machine only; 0 for any port.")
  private @Nullable Integer fleetPort;

  @Option(
      names = "--proxy",
      paramLabel = "ADDRESS",
      description = {
        "Address of a web server that passes receipts on; what it says in X-Forwarded-For of who",
        "sent them is believed, from it alone. May be given several times."
      })
  private List<String> proxies = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    new Report(spec.commandLine(), false).requireFolder(site);
    if (fleetPort != null && reports == null) {
      throw new ParameterException(spec.commandLine(), "--fleet-port needs --reports");
    }
    Proxies trusted = trusted();
    // A client that never ends its request must not hold a place for ever, nor many clients all.
    System.setProperty("sun.net.httpserver.maxReqTime", "60");
    System.setProperty("jdk.httpserver.maxConnections", "2048");
    Clock clock = Clock.systemDefaultZone();
    InetAddress address = InetAddress.getByName(bind);
    if (reports == null) {
      try (SiteServer server = SiteServer.start(site, address, port)) {
        wait(server);
      }
      return Desk.DONE;
    }
    FleetLimits limits = FleetLimits.STANDARD;
    ReportsFolder folder = ReportsFolder.open(reports, clock, limits);
    try (SiteServer server =
        SiteServer.start(site, address, port, folder, limits, clock, trusted)) {
      say("receipts of terminals at " + server.url() + "receipts, kept in " + reports);
      if (fleetPort == null) {
        wait(server);
      } else {
        FleetReport fleet = new FleetReport(folder, site, limits, clock);
        try (SiteServer page = SiteServer.startFleet(fleetPort, fleet::html)) {
          say("all terminals at " + page.url());
          wait(server);
        }
      }
    }
    return Desk.DONE;
  }

  private Proxies trusted() {
    Set<InetAddress> addresses = new HashSet<>();
    for (String each : proxies) {
      addresses.add(
          Proxies.literal(each)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(), "--proxy takes an address of IP, not " + each)));
    }
    return new Proxies(addresses);
  }

  private void wait(SiteServer server) throws InterruptedException {
    say("serving " + site + " at " + server.url());
    new CountDownLatch(1).await();
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
