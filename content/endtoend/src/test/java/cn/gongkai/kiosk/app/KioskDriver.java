package cn.gongkai.kiosk.app;

import cn.gongkai.content.model.ItemId;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.theme.Fonts;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Ticker;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.util.Duration;

/// A real kiosk without a panel, driven from a test's thread.
public final class KioskDriver implements AutoCloseable {

  private final Terminal terminal;

  private KioskDriver(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Opens the kiosk on a terminal directory, 43″ and upright.
  public static KioskDriver open(Path directory, Clock clock) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException e) {
      started.countDown();
    }
    started.await(30, TimeUnit.SECONDS);
    return onScreen(
        () -> {
          Fonts.prepare();
          Panel panel = new Panel(0.496, 1080, 1920, 700);
          Terminal.Setup setup =
              new Terminal.Setup(
                  directory, Optional.empty(), panel, TextSize.NORMAL, Theme.PAPER, clock);
          Terminal terminal = new Terminal(setup, Background.sameThread(), Ticker.ofPulse());
          new KioskWindow(terminal, panel, false).show();
          terminal.start();
          return new KioskDriver(terminal);
        });
  }

  /// Goes to an item and waits until its screen has settled.
  public void show(String item) throws Exception {
    onScreen(
        () -> {
          terminal.navigator().open(new Route.ItemView(new ItemId(item)));
          return true;
        });
    settle();
  }

  /// Presses the button with these words and waits until what it opens has settled.
  public void press(String words) throws Exception {
    onScreen(
        () -> {
          Button button =
              find(terminal.frame().node(), words)
                  .orElseThrow(() -> new AssertionError("no button says " + words));
          button.fire();
          return true;
        });
    settle();
  }

  private static Optional<Button> find(Node node, String words) {
    if (!node.isVisible()) {
      return Optional.empty();
    }
    if (node instanceof Button button && says(button, words)) {
      return Optional.of(button);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .map(child -> find(child, words))
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }

  private static boolean says(Button button, String words) {
    List<String> said = new ArrayList<>();
    collect(button, said);
    return said.contains(words);
  }

  /// What the kiosk does every few seconds: looks for a new release.
  public void lookForNews() throws Exception {
    onScreen(
        () -> {
          terminal.catalogue().check();
          return true;
        });
    settle();
  }

  /// All words on the screen.
  public String words() throws Exception {
    return onScreen(
        () -> {
          List<String> words = new ArrayList<>();
          collect(terminal.frame().node(), words);
          return String.join("\n", words);
        });
  }

  public BufferedImage picture() throws Exception {
    return onScreen(() -> SwingFXUtils.fromFXImage(terminal.canvas().snapshot(), null));
  }

  @Override
  public void close() throws Exception {
    onScreen(
        () -> {
          terminal.close();
          return true;
        });
  }

  private static void collect(Node node, List<String> words) {
    if (!node.isVisible()) {
      return;
    }
    switch (node) {
      case Text text -> words.add(text.getText());
      case Labeled labeled -> words.add(String.valueOf(labeled.getText()));
      default -> {}
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
    }
  }

  /// Lets pictures decode and layout end: some pulses of the real toolkit.
  private static void settle() throws Exception {
    CountDownLatch settled = new CountDownLatch(1);
    onScreen(
        () -> {
          PauseTransition pause = new PauseTransition(Duration.millis(800));
          pause.setOnFinished(event -> settled.countDown());
          pause.play();
          return true;
        });
    settled.await(30, TimeUnit.SECONDS);
  }

  private static <T> T onScreen(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(60, TimeUnit.SECONDS);
  }
}
