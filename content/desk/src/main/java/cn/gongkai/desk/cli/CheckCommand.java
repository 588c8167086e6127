package cn.gongkai.desk.cli;

import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.AuthoredFolder;
import cn.gongkai.desk.gate.Gate;
import cn.gongkai.desk.gate.Verdict;
import cn.gongkai.desk.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Reads an authored folder and tells every problem; publishes nothing.")
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "AUTHORED_DIR", description = "Folder with site.yaml and items.")
  private Path folder = Path.of("");

  @Option(names = "--json", description = "Tell the problems as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Report report = new Report(spec.commandLine(), json);
    report.requireFolder(folder);
    return switch (AuthoredFolder.read(folder)) {
      case Authored.Content content -> {
        Verdict verdict = Gate.check(content);
        List<Problem> problems = new ArrayList<>(content.warnings());
        problems.addAll(verdict.problems());
        report.problems(problems, 0);
        report.overridden(verdict.overridden());
        report.say(
            verdict.passes() ? "ok" : "refused",
            "%d items, %d columns, %d files"
                .formatted(
                    content.items().size(), content.columns().size(), content.media().size()));
        report.finish();
        yield verdict.passes() ? Desk.DONE : Desk.REFUSED;
      }
      case Authored.Refused refused -> {
        report.problems(refused.problems(), refused.unlisted());
        report.say("refused", "%d problems".formatted(refused.problems().size()));
        report.finish();
        yield Desk.REFUSED;
      }
    };
  }
}
