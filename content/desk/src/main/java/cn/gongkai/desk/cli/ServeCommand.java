package cn.gongkai.desk.cli;

import cn.gongkai.desk.web.SiteServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Override
  public Integer call() throws IOException, InterruptedException {
    new Report(spec.commandLine(), false).requireFolder(site);
    try (SiteServer server = SiteServer.start(site, InetAddress.getByName(bind), port)) {
      spec.commandLine().getOut().println("serving " + site + " at " + server.url());
      spec.commandLine().getOut().flush();
      new CountDownLatch(1).await();
    }
    return Desk.DONE;
  }
}
