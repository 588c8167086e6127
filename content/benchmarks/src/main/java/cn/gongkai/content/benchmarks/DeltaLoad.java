package cn.gongkai.content.benchmarks;

import cn.gongkai.desk.publish.Progress;
import cn.gongkai.desk.publish.PublishOptions;
import cn.gongkai.desk.publish.PublishOutcome;
import cn.gongkai.desk.publish.Publisher;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a day costs a terminal: requests and bytes of the real agent for 75 new texts and 5 PDFs,
/// beside OSTree (objects, and a static delta) and casync, which get the same texts and PDFs as a
/// folder and are asked for the same day over the same counting server.
///
/// Arguments: items before that day (300000), folder (a new one in the temporary directory), built
/// agent (that of the current directory). OSTree and casync are left out where the machine does not
/// have them. Goes on with the folder of [PublishLoad].
public final class DeltaLoad {

  private static final String AGENT = "sync-agent/target/quarkus-app/quarkus-run.jar";

  private final Path folder;
  private final Path agent;
  private final PrintWriter out;

  /// @param folder with what is built already, or empty
  /// @param agent the built `quarkus-run.jar`
  /// @param out takes the table
  public DeltaLoad(Path folder, Path agent, PrintWriter out) {
    this.folder = folder;
    this.agent = agent;
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    int items = args.length > 0 ? Integer.parseInt(args[0]) : 300_000;
    Path folder = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("delta-load");
    Path agent = Path.of(args.length > 2 ? args[2] : AGENT);
    try (PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8)) {
      new DeltaLoad(folder, agent.toAbsolutePath(), out).run(items);
    }
  }

  /// Publishes so many items, then a day, and prints what the day cost each scheme.
  public void run(int items) throws Exception {
    Path authored = folder.resolve("authored");
    AuthoredCorpus corpus = new AuthoredCorpus(authored, 43);
    if (!Files.exists(authored)) {
      corpus.write(items, 42);
      corpus.addDay(1);
    }
    int day = 1;
    while (Files.exists(authored.resolve("items/day-%03d".formatted(day)))) {
      day++;
    }
    out.printf("A day's change on %d items%n%n", items);
    out.println("| scheme | requests | bytes |");
    out.println("|---|---|---|");
    publish();
    List<Scheme> schemes = schemes();
    for (Scheme scheme : schemes) {
      scheme.before();
    }
    corpus.addDay(day);
    publish();
    for (Scheme scheme : schemes) {
      Count count = scheme.after();
      print(scheme.name(), count);
    }
    Scheme ours = new Ours();
    ours.before();
    corpus.withdraw(items / 2);
    publish();
    print(ours.name() + ", an item of the base withdrawn", ours.after());
  }

  private void print(String what, Count count) {
    out.printf("| %s | %d | %d |%n", what, count.requests(), count.bytes());
  }

  private void publish() throws Exception {
    Path site = folder.resolve("site");
    Publisher publisher =
        new Publisher(site, folder.resolve("site.keys"), Clock.systemUTC(), Progress.SILENT);
    PublishOutcome outcome = publisher.publish(folder.resolve("authored"), PublishOptions.STANDARD);
    if (outcome instanceof PublishOutcome.Refused refused) {
      throw new IOException("refused: " + refused.problems().getFirst());
    }
  }

  /// Requests, and bytes of answers without their heads: the same meter for every scheme.
  private record Count(long requests, long bytes) {

    /// What was asked since the last time.
    static Count of(CountingServer server) {
      List<CountingServer.Asked> asked = server.take();
      return new Count(asked.size(), asked.stream().mapToLong(CountingServer.Asked::bytes).sum());
    }
  }

  /// A way to bring a day to a terminal.
  private interface Scheme {
    String name();

    /// Brings the terminal to the evening before.
    void before() throws Exception;

    /// Brings it the day, and counts.
    Count after() throws Exception;
  }

  private List<Scheme> schemes() throws IOException {
    List<Scheme> schemes = new ArrayList<>();
    schemes.add(new Ours());
    if (Commands.has("ostree")) {
      Path repository = folder.resolve("ostree");
      Commands.run("ostree", "init", "--mode=archive", "--repo=" + repository);
      schemes.add(new OsTree(repository, false));
      schemes.add(new OsTree(repository, true));
    }
    if (Commands.has("casync")) {
      schemes.add(new Casync());
    }
    return schemes;
  }

  private final class Ours implements Scheme {
    private Optional<CountingServer> server = Optional.empty();

    @Override
    public String name() {
      return "this agent";
    }

    @Override
    public void before() throws IOException {
      server = Optional.of(new CountingServer(folder.resolve("site")));
      sync();
    }

    private void sync() throws IOException {
      Commands.run(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "--enable-native-access=ALL-UNNAMED",
          "-XX:+UseSerialGC",
          "-jar",
          agent.toString(),
          "--site",
          server.orElseThrow().base(),
          "--terminal",
          folder.resolve("terminal").toString(),
          "--once");
    }

    @Override
    public Count after() throws IOException {
      try (CountingServer counting = server.orElseThrow()) {
        counting.take();
        sync();
        return Count.of(counting);
      }
    }
  }

  /// @param delta a static delta from the day before is generated and required
  private final class OsTree implements Scheme {
    private final Path repository;
    private final boolean delta;
    private final Path client;
    private Optional<CountingServer> server = Optional.empty();

    OsTree(Path repository, boolean delta) {
      this.repository = repository;
      this.delta = delta;
      this.client = folder.resolve(delta ? "ostree-client-delta" : "ostree-client");
    }

    @Override
    public String name() {
      return delta ? "OSTree, static delta" : "OSTree, objects";
    }

    private void commit() throws IOException {
      Commands.run(
          "ostree",
          "commit",
          "--repo=" + repository,
          "--branch=site",
          "--tree=dir=" + folder.resolve("authored"));
    }

    @Override
    public void before() throws IOException {
      if (!delta) {
        commit();
      }
      server = Optional.of(new CountingServer(repository));
      String url = server.get().base();
      Commands.run("ostree", "init", "--mode=bare-user", "--repo=" + client);
      Commands.run("ostree", "remote", "add", "--repo=" + client, "--no-gpg-verify", "site", url);
      Commands.run("ostree", "pull", "--repo=" + client, "site", "site");
    }

    @Override
    public Count after() throws IOException {
      if (delta) {
        Commands.run("ostree", "static-delta", "generate", "--repo=" + repository, "site");
        Commands.run("ostree", "summary", "-u", "--repo=" + repository);
      } else {
        commit();
      }
      try (CountingServer counting = server.orElseThrow()) {
        counting.take();
        Commands.run("ostree", "pull", "--repo=" + client, "site", "site");
        return Count.of(counting);
      }
    }
  }

  private final class Casync implements Scheme {
    private final Path store = folder.resolve("casync");

    @Override
    public String name() {
      return "casync";
    }

    private void make(String name) throws IOException {
      Files.createDirectories(store);
      Commands.run(
          "casync",
          "make",
          "--store=" + store.resolve("default.castr"),
          store.resolve(name).toString(),
          folder.resolve("authored").toString());
    }

    private void extract(CountingServer counting, String name, String to, List<String> options)
        throws IOException {
      List<String> command = new ArrayList<>(List.of("casync", "extract"));
      command.addAll(options);
      command.add("--store=" + counting.base() + "default.castr");
      command.add(counting.base() + name);
      command.add(folder.resolve(to).toString());
      Commands.run(command.toArray(String[]::new));
    }

    @Override
    public void before() throws IOException {
      make("1.caidx");
      try (CountingServer counting = new CountingServer(store)) {
        extract(counting, "1.caidx", "casync-1", List.of());
      }
    }

    @Override
    public Count after() throws IOException {
      make("2.caidx");
      try (CountingServer counting = new CountingServer(store)) {
        extract(counting, "2.caidx", "casync-2", List.of("--seed=" + folder.resolve("casync-1")));
        return Count.of(counting);
      }
    }
  }
}
