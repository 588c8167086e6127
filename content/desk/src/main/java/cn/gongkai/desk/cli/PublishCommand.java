package cn.gongkai.desk.cli;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.desk.publish.PublishException;
import cn.gongkai.desk.publish.PublishOptions;
import cn.gongkai.desk.publish.PublishOutcome;
import cn.gongkai.desk.publish.Publisher;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
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
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Checks an authored folder and publishes it to a site.",
      "Where anything is wrong, every problem is told and the site stays as it is."
    })
final class PublishCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "AUTHORED_DIR", description = "Folder with site.yaml and items.")
  private Path authored = Path.of("");

  @Option(names = "--site", required = true, description = "Folder of the published site.")
  private Path site = Path.of("");

  @Option(names = "--keys", description = "Folder of the keys; by default SITE.keys beside it.")
  private @Nullable Path keys;

  @Option(names = "--base-url", description = "Where the site is served, ending in '/'.")
  private @Nullable URI baseUrl;

  @Option(names = "--resign", description = "Sign anew even where nothing has changed.")
  private boolean resign;

  @Option(names = "--purge", description = "Leave nothing of earlier text on the site.")
  private boolean purge;

  @Option(
      names = "--allow-withdrawals",
      description = "Go on where a large part of the items would vanish.")
  private boolean allowWithdrawals;

  @Option(names = "--full", description = "Read and check everything, not only what has changed.")
  private boolean full;

  @Option(names = "--json", description = "Tell the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, PublishException, ReleaseException {
    Report report = new Report(spec.commandLine(), json);
    report.requireFolder(authored);
    requireBaseUrl();
    Path keyFolder = keys == null ? KeysCommand.besideSite(site) : keys;
    Clock clock = Clock.systemUTC();
    ProgressLines lines = new ProgressLines(spec.commandLine().getErr());
    Publisher publisher = new Publisher(site, keyFolder, clock, lines);
    PublishOptions options =
        new PublishOptions(Optional.ofNullable(baseUrl), resign, purge, allowWithdrawals, full);
    PublishOutcome outcome = publisher.publish(authored, options);
    int code = tell(outcome, report, keyFolder);
    report.finish();
    return code;
  }

  static String change(PublishOutcome.ChannelChange change) {
    return "now at %d: %d added, %d changed, %d withdrawn"
        .formatted(change.sequence(), change.added(), change.changed(), change.withdrawn());
  }

  private void requireBaseUrl() {
    if (baseUrl != null
        && (baseUrl.getHost() == null || !String.valueOf(baseUrl.getPath()).endsWith("/"))) {
      throw new ParameterException(
          spec.commandLine(), "--base-url must be absolute and end in '/': " + baseUrl);
    }
  }

  private int tell(PublishOutcome outcome, Report report, Path keyFolder) {
    return switch (outcome) {
      case PublishOutcome.Refused refused -> {
        report.problems(refused.problems(), refused.unlisted());
        report.say("refused", refused.problems().size() + " problems, nothing was published");
        yield Desk.REFUSED;
      }
      case PublishOutcome.Released released -> {
        report.problems(released.warnings(), 0);
        report.overridden(released.overridden());
        if (released.firstKeys()) {
          report.say("keys", "new keys were made in " + keyFolder + "; keep them safe and apart");
        }
        for (PublishOutcome.ChannelChange change : released.channels()) {
          report.say(change.channel().name(), change(change));
        }
        report.say("site", site.toAbsolutePath().normalize());
        report.say("files", released.blobs());
        report.say("pages", released.pages());
        report.say("removed", released.removed());
        report.say("as-of", released.asOf().toString());
        report.say("fresh-until", released.freshUntil().toString());
        yield Desk.DONE;
      }
      case PublishOutcome.Unchanged unchanged -> {
        report.problems(unchanged.warnings(), 0);
        report.say("unchanged", unchanged.renewed() ? "signed anew" : "nothing to publish");
        report.say("pages", unchanged.pages());
        report.say("removed", unchanged.removed());
        yield Desk.DONE;
      }
    };
  }
}
