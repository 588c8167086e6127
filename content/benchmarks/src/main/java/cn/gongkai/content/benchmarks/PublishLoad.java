package cn.gongkai.content.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What publishing costs: the first time, with nothing changed, for a day's change on a large site,
/// and where one item of its base is withdrawn. Runs the desk's command in a process of its own, as
/// the desk does, and prints its wall and processor time as Markdown.
///
/// Arguments: number of items (300000), folder (a new one in the temporary directory), seed (42). A
/// folder that holds a site already is gone on with.
public final class PublishLoad {

  private final Path folder;
  private final PrintWriter out;

  PublishLoad(Path folder, PrintWriter out) {
    this.folder = folder;
    this.out = out;
  }

  /// Seconds of one run.
  record Cost(double wall, double processor) {}

  public static void main(String[] args) throws Exception {
    int items = args.length > 0 ? Integer.parseInt(args[0]) : 300_000;
    Path folder = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("publish-load");
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 42;
    try (PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8)) {
      new PublishLoad(folder, out).run(items, seed);
    }
  }

  void run(int items, long seed) throws IOException, InterruptedException {
    Path authored = folder.resolve("authored");
    AuthoredCorpus corpus = new AuthoredCorpus(authored, seed);
    int day = 1;
    out.printf("Publish load: %d items, seed %d, in %s%n%n", items, seed, folder);
    out.println("| publication | wall s | processor s |");
    out.println("|---|---|---|");
    if (!Files.exists(authored)) {
      corpus.write(items, seed);
      print("everything, the first time", publish());
    }
    while (Files.exists(authored.resolve("items/day-%03d".formatted(day)))) {
      day++;
    }
    archiveClasses();
    print("nothing changed", publish());
    for (int n = 0; n < 3; n++) {
      corpus.addDay(day + n);
      print("a day: 75 texts, 5 PDFs", publish());
    }
    corpus.withdraw(items / 2);
    print("one item of the base withdrawn", publish());
    print("nothing changed", publish());
  }

  /// As the front door does; without it, and from folders of classes, Java only starts later.
  private void archiveClasses() throws InterruptedException {
    try {
      publish("-XX:AOTCacheOutput=" + archive());
    } catch (IOException e) {
      out.println("| (without a class archive) | | |");
    }
  }

  /// What Java learnt of the desk, as the front door keeps it.
  private Path archive() {
    return folder.resolve("desk.aot");
  }

  private void print(String what, Cost cost) {
    out.printf("| %s | %.2f | %.2f |%n", what, cost.wall(), cost.processor());
  }

  private Cost publish() throws IOException, InterruptedException {
    return publish("-XX:AOTCache=" + archive());
  }

  private Cost publish(String archive) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                "TIMEFORMAT='%R %U %S'; time \"$@\" >\"$0\" 2>&1",
                folder.resolve("publish.log").toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(
        List.of(System.getProperty("gongkai.desk.options", OPTIONS).strip().split(" +")));
    command.add(archive);
    command.addAll(List.of("-Xlog:aot=off", "-Xlog:cds=off"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("cn.gongkai.desk.cli.Desk", "publish"));
    command.add(folder.resolve("authored").toString());
    command.addAll(List.of("--site", folder.resolve("site").toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(told + Files.readString(folder.resolve("publish.log")));
    }
    String[] seconds = told.strip().split(" ");
    return new Cost(
        Double.parseDouble(seconds[0]),
        Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2]));
  }

  /// As the front door starts the desk.
  private static final String OPTIONS =
      "--enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -Djava.awt.headless=true"
          + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
}
