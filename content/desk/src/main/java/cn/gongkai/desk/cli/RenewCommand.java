package cn.gongkai.desk.cli;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.sign.Published;
import cn.gongkai.desk.publish.PublishException;
import cn.gongkai.desk.publish.Publisher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "renew",
    mixinStandardHelpOptions = true,
    description = {
      "Signs a site's timestamp anew, and whatever else nears its end; the content stays.",
      "Refused where the site is not as it was signed."
    })
final class RenewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--site", required = true, description = "Folder of the published site.")
  private Path site = Path.of("");

  @Option(names = "--keys", description = "Folder of the keys; by default SITE.keys beside it.")
  private @Nullable Path keys;

  @Option(names = "--json", description = "Tell the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, PublishException, ReleaseException {
    Report report = new Report(spec.commandLine(), json);
    report.requireFolder(site);
    Path keyFolder = keys == null ? KeysCommand.besideSite(site) : keys;
    report.requireFolder(keyFolder);
    ProgressLines lines = new ProgressLines(spec.commandLine().getErr());
    Published renewed = new Publisher(site, keyFolder, Clock.systemUTC(), lines).renew();
    report.say("signed", String.join(" ", renewed.written()));
    report.say("fresh-until", renewed.freshUntil().toString());
    report.finish();
    return Desk.DONE;
  }
}
