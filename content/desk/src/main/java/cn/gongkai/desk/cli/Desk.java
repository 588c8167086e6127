package cn.gongkai.desk.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The desk: checks, publishes and serves authored folders.
///
/// Exit codes: 0 done, 1 refused because of problems, 2 wrong usage, 3 trouble with disk or
/// network.
@Command(
    name = "desk",
    mixinStandardHelpOptions = true,
    description = "Checks, publishes and serves authored folders.",
    subcommands = {
      PublishCommand.class,
      RenewCommand.class,
      CheckCommand.class,
      ServeCommand.class,
      FleetCommand.class,
      KeysCommand.class,
      TownCommand.class,
      SearchCommand.class,
      VerifyCommand.class
    })
public final class Desk {

  static final int DONE = 0;
  static final int REFUSED = 1;
  static final int USAGE = 2;
  static final int TROUBLE = 3;

  private Desk() {}

  public static void main(String[] args) {
    CommandLine line = commandLine(writer(System.out), writer(System.err));
    System.exit(line.execute(args));
  }

  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Desk())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(new FailureReport());
  }

  private static PrintWriter writer(java.io.PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
