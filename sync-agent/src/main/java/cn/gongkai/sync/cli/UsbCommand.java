package cn.gongkai.sync.cli;

import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.SiteSource;
import cn.gongkai.sync.stick.Exported;
import cn.gongkai.sync.stick.StickExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./gongkai usb`: a published site on a stick. The way back is `./gongkai sync --usb`.
@Command(
    name = "usb",
    mixinStandardHelpOptions = true,
    description = "Carries a published site on a stick.")
final class UsbCommand implements Runnable {

  private static final int REFUSED = 1;
  private static final int TROUBLE = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final PrintWriter out;
  private final PrintWriter err;
  private final Clock clock;

  UsbCommand(PrintWriter out, PrintWriter err, Clock clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: export");
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Copies the newest release onto a stick, verified, and nothing else.",
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {
        "0:the stick holds the newest release",
        "1:the site's release was refused",
        "2:wrong usage",
        "3:the site or the stick could not be used"
      })
  int export(
      @Option(
              names = "--site",
              required = true,
              paramLabel = "URL_OR_DIR",
              description = "the published site")
          String site,
      @Option(names = "--to", required = true, paramLabel = "DIR", description = "the stick")
          Path stick) {
    try (SiteSource source = SyncCommand.source(site, SyncLimits.DEFAULT, clock)) {
      return switch (new StickExport(source, stick, SyncLimits.DEFAULT, clock).run()) {
        case Exported.Done done -> {
          out.printf(
              "%s: %d files, %,d bytes, proves to be the newest until %s%n",
              stick, done.files(), done.bytes(), done.validUntil());
          if (done.acknowledged() > 0) {
            out.printf("acknowledges receipts of %d terminals%n", done.acknowledged());
          }
          yield 0;
        }
        case Exported.Failed failed -> {
          err.println("gongkai usb: " + failed.code() + ": " + failed.why());
          yield failed.code().startsWith("RELEASE-") ? REFUSED : TROUBLE;
        }
      };
    } catch (IOException e) {
      err.println("gongkai usb: SYNC-IO: " + e.getMessage());
      return TROUBLE;
    }
  }
}
