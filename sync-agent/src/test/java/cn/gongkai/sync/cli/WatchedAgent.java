package cn.gongkai.sync.cli;

import cn.gongkai.sync.disk.DiskWatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import picocli.CommandLine;

/// The agent's command as a process that does many runs, one for each line it is told, with the
/// disk watched and failing as the line says. Receipts and the terminal's key are written as on a
/// terminal.
///
/// A line: site, terminal, time, file for what is recorded, then first failing request, how many,
/// error, kinds, with tabs between. The answer: exit code, requests seen, requests failed, and what
/// the command has said last.
public final class WatchedAgent {

  private WatchedAgent() {}

  public static void main(String[] args) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split("\t");
      DiskWatch.watch(Path.of(words[1]), Path.of(words[3]));
      DiskWatch.fail(number(words[4]), number(words[5]), number(words[6]), number(words[7]));
      StringWriter said = new StringWriter();
      int code = sync(words[0], words[1], Instant.parse(words[2]), new PrintWriter(said));
      int count = DiskWatch.count();
      int failures = DiskWatch.failures();
      DiskWatch.end();
      String last = said.toString().strip().replaceAll("(?s).*\n", "").replace('\t', ' ');
      System.out.println("done\t" + code + "\t" + count + "\t" + failures + "\t" + last);
    }
  }

  private static int number(String word) {
    return Integer.parseInt(word);
  }

  private static int sync(String site, String terminal, Instant now, PrintWriter out) {
    SyncCommand command = new SyncCommand(out, out, Clock.fixed(now, ZoneOffset.UTC));
    return new CommandLine(command)
        .setOut(out)
        .setErr(out)
        .execute("--site", site, "--terminal", terminal, "--once");
  }
}
