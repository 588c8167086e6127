package cn.gongkai.sync.cli;

import cn.gongkai.content.release.DurableFile;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.tuf.MetadataSource.Fetched;
import cn.gongkai.content.release.tuf.TargetFile;
import cn.gongkai.content.release.tuf.TrustedFolder;
import cn.gongkai.content.release.tuf.TufClient;
import cn.gongkai.content.release.tuf.TufLimits;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.PlainHttp;
import cn.gongkai.sync.site.WebRepository;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The TUF client as a command line of the public conformance protocol (`sync-agent/tuf-client`):
/// the same client as the agent's, over any repository on the web.
///
/// Exit codes: 0 done, 1 anything else.
public final class TufTool {

  private static final String USAGE =
      """
      usage: tuf-client --metadata-dir D init ROOT
             tuf-client --metadata-dir D --metadata-url U refresh
             tuf-client --metadata-dir D --metadata-url U --target-name T [--target-name T2]
                        --target-base-url B --target-dir OUT download""";

  private static final int TARGET_BYTES_MAX = 256 << 20;

  private final Clock clock;
  private final PlainHttp http;
  private final PrintStream err;

  TufTool(Clock clock, PrintStream err) {
    this.clock = clock;
    this.http = new PlainHttp(SyncLimits.DEFAULT, clock);
    this.err = err;
  }

  public static void main(String[] args) {
    System.exit(new TufTool(Clock.systemUTC(), System.err).run(args));
  }

  int run(String... args) {
    try {
      TufArguments arguments = TufArguments.read(args);
      switch (arguments.command()) {
        case "init" -> init(arguments);
        case "refresh" -> refresh(arguments);
        case "download" -> download(arguments);
        default -> throw new TufArguments.Wrong("unknown command " + arguments.command());
      }
      return 0;
    } catch (TufArguments.Wrong e) {
      err.println("tuf-client: " + e.getMessage() + "\n" + USAGE);
    } catch (ReleaseException e) {
      err.println("tuf-client: " + e.getMessage());
    } catch (IOException | IllegalArgumentException e) {
      err.println("tuf-client: " + e);
    }
    return 1;
  }

  private void init(TufArguments arguments)
      throws TufArguments.Wrong, ReleaseException, IOException {
    if (arguments.words().size() != 2) {
      throw new TufArguments.Wrong("init needs the file of a trusted root");
    }
    byte[] root = Files.readAllBytes(Path.of(arguments.words().get(1)));
    new TrustedFolder(arguments.folder("--metadata-dir")).init(root, TufLimits.STANDARD);
  }

  private TufClient refresh(TufArguments arguments) throws TufArguments.Wrong, ReleaseException {
    TufClient client =
        new TufClient(
            new WebRepository(http, arguments.need("--metadata-url")),
            new TrustedFolder(arguments.folder("--metadata-dir")),
            clock,
            TufLimits.STANDARD);
    client.refresh();
    return client;
  }

  private void download(TufArguments arguments)
      throws TufArguments.Wrong, ReleaseException, IOException {
    WebRepository targets = new WebRepository(http, arguments.need("--target-base-url"));
    Path folder = arguments.folder("--target-dir");
    if (arguments.targets().isEmpty()) {
      throw new TufArguments.Wrong("--target-name is missing");
    }
    TufClient client = refresh(arguments);
    for (String name : arguments.targets()) {
      TargetFile target =
          client
              .find(name)
              .orElseThrow(() -> ReleaseException.refused("RELEASE-TUF-ABSENT", name, "nothing"));
      download(target, targets, folder.resolve(encoded(name)));
    }
  }

  private static void download(TargetFile target, WebRepository targets, Path file)
      throws ReleaseException, IOException {
    if (isHere(target, file)) {
      return;
    }
    if (target.length() > TARGET_BYTES_MAX) {
      throw ReleaseException.refused(
          "RELEASE-TUF-TOO-LONG", "at most " + TARGET_BYTES_MAX + " bytes", target.length());
    }
    String path =
        Stream.of(target.servedPath().split("/"))
            .map(TufTool::encoded)
            .collect(Collectors.joining("/"));
    switch (targets.fetch(path, (int) target.length())) {
      case Fetched.Found found -> {
        target.check(found.bytes());
        DurableFile.write(file, found.bytes());
      }
      case Fetched.Absent ignored ->
          throw ReleaseException.refused("RELEASE-TUF-ABSENT", target.path(), "nothing");
      case Fetched.Failed failed ->
          throw ReleaseException.unreachable(failed.code(), target.path(), failed.why());
    }
  }

  private static boolean isHere(TargetFile target, Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) != target.length()) {
      return false;
    }
    try {
      target.check(Files.readAllBytes(file));
      return true;
    } catch (ReleaseException e) {
      return false;
    }
  }

  /// One segment of a path, and one name in a folder: whatever a target is called it stays in it.
  private static String encoded(String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return encoded.equals(".") || encoded.equals("..") ? encoded.replace(".", "%2E") : encoded;
  }
}
