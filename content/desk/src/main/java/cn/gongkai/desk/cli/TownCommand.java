package cn.gongkai.desk.cli;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.sign.SigningKey;
import cn.gongkai.content.release.sign.SigningKeys;
import cn.gongkai.desk.publish.PublishException;
import cn.gongkai.desk.publish.Publisher;
import cn.gongkai.desk.publish.TownSigning;
import cn.gongkai.desk.publish.TownTaken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "town",
    mixinStandardHelpOptions = true,
    description = {
      "A township signs its own channel on its own machine, and the county takes it in.",
      "key and sign are run in the township, take in the county."
    })
final class TownCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: key, sign or take");
  }

  @Command(
      name = "key",
      mixinStandardHelpOptions = true,
      description = {
        "In the township: makes its key, or a new one, and writes the public half to hand over.",
        "The private half stays in the folder of the keys."
      })
  int key(
      @Option(names = "--keys", required = true, description = "Folder of the township's key.")
          Path folder,
      @Option(
              names = "--town",
              required = true,
              description = "Channel of the township: town- and 9 digits.")
          String town,
      @Option(
              names = "--public",
              required = true,
              description = "File to write the public half to.")
          Path publicFile,
      @Option(names = "--new", description = "Make a new key in the place of the one there is.")
          boolean fresh)
      throws IOException, ReleaseException {
    Channel channel = channel(town);
    SigningKeys keys = SigningKeys.open(folder);
    if (fresh) {
      keys.rotate(channel.name());
    } else {
      keys.createMissing(List.of(channel.name()));
    }
    SigningKey key = keys.of(channel.name()).getLast();
    Files.writeString(publicFile, key.publicPem(), StandardCharsets.US_ASCII);
    spec.commandLine().getOut().println(channel + " " + key.id());
    spec.commandLine()
        .getOut()
        .println("hand over " + publicFile + " and tell the county the number above in person");
    return Desk.DONE;
  }

  @Command(
      name = "sign",
      mixinStandardHelpOptions = true,
      description = {
        "In the township: checks the township's items, signs them and makes the folder to hand",
        "over. Sources must lie in items/towns/<code>/ and files/towns/<code>/."
      })
  int sign(
      @Parameters(paramLabel = "AUTHORED_DIR", description = "The township's authored folder.")
          Path authored,
      @Option(
              names = "--town",
              required = true,
              description = "Channel of the township: town- and 9 digits.")
          String town,
      @Option(names = "--keys", required = true, description = "Folder of the township's key.")
          Path keys,
      @Option(
              names = "--to",
              required = true,
              description = "Folder to hand over; the same one every time.")
          Path to,
      @Option(
              names = "--from",
              description = "A copy of the published site or a stick, to go on from.")
          @Nullable Path from,
      @Option(
              names = "--allow-withdrawals",
              description = "Go on where a large part of the items would vanish.")
          boolean allowWithdrawals)
      throws IOException, PublishException, ReleaseException {
    Report report = new Report(spec.commandLine(), false);
    report.requireFolder(authored);
    report.requireFolder(keys);
    TownSigning signing = new TownSigning(channel(town), keys, Clock.systemUTC());
    TownSigning.Outcome outcome =
        signing.sign(authored, to, Optional.ofNullable(from), allowWithdrawals);
    int code =
        switch (outcome) {
          case TownSigning.Outcome.Refused refused -> {
            report.problems(refused.problems(), 0);
            report.say("refused", refused.problems().size() + " problems, nothing was signed");
            yield Desk.REFUSED;
          }
          case TownSigning.Outcome.Stands stands -> {
            report.problems(stands.warnings(), 0);
            report.say("unchanged", "what was signed last stands");
            yield Desk.DONE;
          }
          case TownSigning.Outcome.Signed signed -> {
            report.problems(signed.warnings(), 0);
            report.say("signed", signed.file());
            report.say(town, PublishCommand.change(signed.change()));
            report.say("hand-over", to.toAbsolutePath().normalize());
            yield Desk.DONE;
          }
        };
    report.finish();
    return code;
  }

  @Command(
      name = "take",
      mixinStandardHelpOptions = true,
      description = {
        "In the county: checks what a township has signed and puts it beside the site and into the",
        "authored folder. The next 'publish' carries it. Refused whole where anything is wrong."
      })
  int take(
      @Parameters(index = "0", paramLabel = "HANDED_OVER", description = "The township's folder.")
          Path handedOver,
      @Parameters(index = "1", paramLabel = "AUTHORED_DIR", description = "The county's folder.")
          Path authored,
      @Option(names = "--site", required = true, description = "Folder of the published site.")
          Path site,
      @Option(
              names = "--keys",
              description = "Folder of the county's keys; by default SITE.keys beside it.")
          @Nullable Path keys)
      throws IOException, PublishException, ReleaseException {
    Report report = new Report(spec.commandLine(), false);
    List.of(handedOver, authored, site).forEach(report::requireFolder);
    Path keyFolder = keys == null ? KeysCommand.besideSite(site) : keys;
    report.requireFolder(keyFolder);
    ProgressLines lines = new ProgressLines(spec.commandLine().getErr());
    TownTaken taken =
        new Publisher(site, keyFolder, Clock.systemUTC(), lines).take(handedOver, authored);
    report.problems(taken.problems(), 0);
    report.say(
        taken.taken() ? "taken" : "refused",
        "%s at %d, %d items".formatted(taken.town(), taken.sequence(), taken.items()));
    if (taken.taken()) {
      report.say("now", "publish " + authored + " --site " + site);
    }
    report.finish();
    return taken.taken() ? Desk.DONE : Desk.REFUSED;
  }

  private Channel channel(String town) {
    if (!town.matches("town-[1-9]\\d{8}")) {
      throw new ParameterException(spec.commandLine(), "not a township's channel: " + town);
    }
    return new Channel(town);
  }
}
