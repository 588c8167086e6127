package cn.gongkai.kiosk.app;

import cn.gongkai.content.report.ProgramVersion;
import cn.gongkai.kiosk.pdf.PageFonts;
import cn.gongkai.kiosk.theme.Fonts;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Ticker;
import cn.gongkai.kiosk.work.WorkLimits;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The terminal's program.
@Command(
    name = "kiosk",
    mixinStandardHelpOptions = true,
    version = "Gongkai kiosk " + ProgramVersion.TEXT,
    description = "Shows a terminal's content on a touch panel.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:closed, or the tour made all its pictures",
      "1:a picture of the tour could not be made",
      "2:the command line is wrong",
      "3:the window could not be opened"
    })
public final class Kiosk implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(Kiosk.class);
  private static final int PICTURES_MISSING = 1;
  private static final int WRONG_USE = 2;
  private static final int NO_WINDOW = 3;
  private static final Duration STOPPING = Duration.ofSeconds(5);

  /// How JavaFX calls the thread that paints.
  private static final String PAINTING = "QuantumRenderer-";

  @Mixin private final KioskOptions options = new KioskOptions();

  private final PrintWriter out;

  Kiosk(PrintWriter out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(out, arguments));
  }

  static int run(PrintWriter out, String... arguments) {
    return new CommandLine(new Kiosk(out)).setOut(out).setErr(out).execute(arguments);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (options.setsPin()) {
      return PinDialogue.run(options.directory(), out);
    }
    Terminal.Setup setup;
    try {
      setup = options.setup();
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return WRONG_USE;
    }
    CompletableFuture<Integer> end = new CompletableFuture<>();
    AtomicReference<Thread> screen = new AtomicReference<>();
    try {
      Platform.startup(
          () -> {
            screen.set(Thread.currentThread());
            open(setup, end);
          });
      return end.get();
    } catch (ExecutionException | UnsupportedOperationException e) {
      LOG.error("KIOSK-WINDOW: the window could not be opened", e);
      out.println("KIOSK-WINDOW: the window could not be opened: " + e.getMessage());
      return NO_WINDOW;
    } finally {
      stop(screen.get());
    }
  }

  /// Lets JavaFX end by itself: its thread, and the one that paints, which it tells to end and does
  /// not wait for. Left to the end of the process, its own shutdown meets a picture that is still
  /// being painted, and ends in a stack trace.
  private static void stop(@Nullable Thread screen) throws InterruptedException {
    if (screen != null) {
      List<Thread> painting =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().startsWith(PAINTING))
              .toList();
      Platform.exit();
      screen.join(STOPPING);
      for (Thread thread : painting) {
        thread.join(STOPPING);
      }
    }
  }

  private void open(Terminal.Setup setup, CompletableFuture<Integer> end) {
    try {
      Fonts.prepare();
      Fonts.folder().ifPresent(PageFonts::installFrom);
      Background background = Background.start(WorkLimits.DEFAULT);
      Terminal terminal = new Terminal(setup, background, Ticker.ofPulse());
      Thread.currentThread()
          .setUncaughtExceptionHandler(
              (thread, trouble) -> {
                LOG.error("KIOSK-UNEXPECTED", trouble);
                terminal.fail(trouble);
              });
      KioskWindow window = new KioskWindow(terminal, setup.panel(), options.fullScreen());
      window.show();
      terminal.start();
      IntConsumer close =
          code -> {
            terminal.close();
            background.close();
            end.complete(code);
          };
      window.onClosed(() -> close.accept(0));
      if (options.fullScreen()) {
        // In a hall a service starts the program again.
        terminal.restartWith(() -> close.accept(0));
      }
      options.tour().ifPresent(pictures -> tour(terminal, background, pictures, close));
    } catch (RuntimeException e) {
      end.completeExceptionally(e);
    }
  }

  private void tour(Terminal terminal, Background background, Path pictures, IntConsumer close) {
    out.printf(Locale.ROOT, "tour of all screens%n");
    new Tour(
            terminal,
            background,
            pictures,
            out,
            failed -> close.accept(failed == 0 ? 0 : PICTURES_MISSING))
        .begin();
  }
}
