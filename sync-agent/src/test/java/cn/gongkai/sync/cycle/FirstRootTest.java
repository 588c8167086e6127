package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.site.SiteSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstRootTest {

  @TempDir Path folder;
  private SiteSimulator site;
  private SiteSource source;
  private TestTerminal terminal;
  private Path root;

  @BeforeEach
  void aSite() throws Exception {
    site = SiteSimulator.small(folder);
    source = new FolderSite(site.site());
    terminal = new TestTerminal(folder.resolve("terminal"), site.clock());
    root = site.site().resolve("metadata/1.root.json");
  }

  @Test
  void aRootTakenOnFirstUseIsSaidSoUntilSomebodyBringsTheSame() {
    terminal.sync(source);
    assertThat(terminal.report().rootOnFirstUse()).isTrue();
    terminal.sync(source);
    assertThat(terminal.report().rootOnFirstUse()).isTrue();
    terminal.sync(Optional.of(root), source);
    assertThat(terminal.report().rootOnFirstUse()).isFalse();
    terminal.sync(source);
    assertThat(terminal.report().rootOnFirstUse()).isFalse();
  }

  @Test
  void anotherRootBroughtLaterShowsThatTheFirstWasSomebodyElses() throws Exception {
    SiteSimulator other = SiteSimulator.small(folder.resolve("other"));
    terminal.sync(source);
    Path given = other.site().resolve("metadata/1.root.json");
    SyncOutcome outcome = terminal.sync(Optional.of(given), source);
    assertThat(outcome.findCode()).contains("SYNC-ROOT-OTHER");
    assertThat(terminal.report().rootOnFirstUse()).isTrue();
  }

  /// Killed after the mark and before the root: the root that comes later is still doubted.
  @Test
  void aMarkWithoutARootDoesNoHarm() throws Exception {
    Path trusted = Files.createDirectories(terminal.folder.resolve("trusted"));
    Files.createFile(trusted.resolve("root-on-first-use"));
    terminal.sync(source);
    assertThat(terminal.report().rootOnFirstUse()).isTrue();
  }

  @Test
  void aRootBroughtAtOnceIsNotDoubtedWhateverWasLeft() throws Exception {
    Path trusted = Files.createDirectories(terminal.folder.resolve("trusted"));
    Files.createFile(trusted.resolve("root-on-first-use"));
    terminal.sync(Optional.of(root), source);
    assertThat(terminal.report().rootOnFirstUse()).isFalse();
  }
}
