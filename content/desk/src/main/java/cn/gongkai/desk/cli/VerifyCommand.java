package cn.gongkai.desk.cli;

import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.StoreCheck;
import cn.gongkai.content.store.TerminalJson;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks that a terminal holds what was signed.")
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--terminal", required = true, description = "Folder of the terminal.")
  private Path terminal = Path.of("");

  @Option(names = "--full", description = "Also every text and every file against its hash.")
  private boolean full;

  @Option(names = "--json", description = "Tell the result as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Report report = new Report(spec.commandLine(), json);
    report.requireFolder(terminal);
    StoreCheck check =
        StoreCheck.of(terminal, full ? StoreCheck.Depth.FULL : StoreCheck.Depth.QUICK);
    if (json) {
      report.say(
          "problems", check.problems().stream().map(p -> p.code() + " " + p.detail()).toList());
    } else {
      check
          .problems()
          .forEach(p -> spec.commandLine().getErr().println(p.code() + " " + p.detail()));
    }
    report.say(check.isSound() ? "ok" : "broken", terminal.toAbsolutePath().normalize());
    report.say("items", check.items());
    report.say("hidden", check.hidden());
    report.say("blobs", check.blobs());
    TerminalJson.agentReport(terminal).find().ifPresent(agent -> say(report, agent));
    report.finish();
    return check.isSound() ? Desk.DONE : Desk.REFUSED;
  }

  /// What the agent last knew, its four times kept apart.
  private static void say(Report report, AgentReport agent) {
    report.say("last attempt", agent.attemptedAt() + ", " + agent.outcome());
    report.say("site last seen", agent.seenAt().map(Object::toString).orElse("never"));
    report.say(
        "last proven to be the newest", agent.succeededAt().map(Object::toString).orElse("never"));
    agent
        .heads()
        .forEach(
            head ->
                report.say(
                    "content of " + head.channel(),
                    "as of "
                        + head.asOf()
                        + ", sequence "
                        + head.sequence()
                        + ", digest "
                        + head.digest()));
    agent.code().ifPresent(code -> report.say("code", code));
    agent.detail().ifPresent(detail -> report.say("detail", detail));
    agent.rootFingerprint().ifPresent(print -> report.say("root", print));
    if (agent.rootOnFirstUse()) {
      report.say(
          "note",
          "the root was taken from the site on first use and nobody has compared it;"
              + " confirm it with: gongkai sync --root FILE");
    }
  }
}
