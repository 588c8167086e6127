package cn.gongkai.content.benchmarks;

import cn.gongkai.content.release.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// The packaged agent over real HTTP, killed at random moments of its work ([KilledAgent]), and the
/// terminal looked at after each ([TerminalTruth]). Once in a while its store is damaged before, so
/// that a run which mends it is killed as well; every thirty releases it begins with nothing.
public final class KillRun implements AutoCloseable {

  private static final int RELEASES_OF_A_SITE = 30;
  private static final int RUNS_OF_A_DAMAGE = 20;

  private final Path folder;
  private final Path terminal;
  private final Random random;
  private final KilledAgent agent;
  private GrowingSite site;
  private CountingServer server;
  private TerminalTruth truth;
  private int sites;
  private int finished;
  private int damages;

  /// @param agent the built `quarkus-run.jar`
  /// @param folder to work in, made and emptied
  public KillRun(Path agent, Path folder, long seed)
      throws IOException, InterruptedException, ReleaseException {
    this.folder = folder;
    this.terminal = folder.resolve("terminal");
    this.random = new Random(seed);
    Folders.delete(folder);
    Files.createDirectories(folder);
    this.site = new GrowingSite(folder.resolve("site-0"), random);
    this.server = new CountingServer(site.folder());
    this.truth = new TerminalTruth(terminal);
    this.agent = new KilledAgent(agent, folder, random);
    this.agent.rehearse(server.base(), folder.resolve("rehearsal"));
    Folders.delete(folder.resolve("rehearsal"));
  }

  /// Runs that ended before their kill came.
  public int finished() {
    return finished;
  }

  /// How often the store was damaged on purpose.
  public int damages() {
    return damages;
  }

  /// Runs the agent until one is killed.
  ///
  /// @return what is wrong with the terminal, empty where nothing is
  public List<String> kill() throws IOException, InterruptedException, ReleaseException {
    while (true) {
      if (random.nextInt(RUNS_OF_A_DAMAGE) == 0 && StoreDamage.inflict(terminal, random)) {
        truth.damaged();
        damages++;
      }
      truth.before();
      server.take();
      KilledAgent.End end = agent.run(server.base(), terminal, server::isAsked);
      boolean ended = end == KilledAgent.End.BY_ITSELF;
      List<String> faults = truth.after(ended, server.take(), site);
      if (end == KilledAgent.End.KILLED || !faults.isEmpty()) {
        return faults;
      }
      if (ended) {
        finished++;
        goOn();
      }
    }
  }

  /// Lets the agent come to its end once, so that the terminal is whole and shows the release.
  ///
  /// @return what is wrong with the terminal, empty where nothing is
  public List<String> finish() throws IOException, InterruptedException, ReleaseException {
    truth.before();
    server.take();
    agent.finish(server.base(), terminal);
    return truth.after(true, server.take(), site);
  }

  /// What is wrong with the terminal as it is now, empty where nothing is. A store that was damaged
  /// on purpose and is not yet mended counts as nothing.
  public List<String> look() throws IOException, ReleaseException {
    return truth.after(false, List.of(), site);
  }

  private void goOn() throws IOException, ReleaseException {
    if (site.releases() < RELEASES_OF_A_SITE) {
      site.publish();
      return;
    }
    server.close();
    site.delete();
    Folders.delete(terminal);
    truth = new TerminalTruth(terminal);
    site = new GrowingSite(folder.resolve("site-" + ++sites), random);
    server = new CountingServer(site.folder());
  }

  @Override
  public void close() {
    server.close();
  }
}
