package cn.gongkai.kiosk.reading;

import cn.gongkai.kiosk.frame.Comfort;
import cn.gongkai.kiosk.frame.DesignCanvas;
import cn.gongkai.kiosk.theme.Fonts;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/// A real scene without a display, for tests.
public final class Fx {

  private static final long WAIT_SECONDS = 20;

  private Fx() {}

  /// Starts JavaFX once for the whole run.
  public static synchronized void start() {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.setImplicitExit(false);
      Platform.startup(
          () -> {
            Fonts.prepare();
            started.countDown();
          });
      if (!started.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("JavaFX did not start");
      }
    } catch (IllegalStateException e) {
      // started by another test
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Runs on the screen's thread and returns what it returns.
  public static <T> T on(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(work.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return result.get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      if (e.getCause() instanceof AssertionError failed) {
        throw failed;
      }
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /// Waits until something is so, looking at it with every frame.
  public static void until(BooleanSupplier so) {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                if (so.getAsBoolean()) {
                  stop();
                  done.countDown();
                }
              }
            }.start());
    try {
      if (!done.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("waited too long");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Shows a node as large as a panel and lays it out. Screen's thread.
  public static DesignCanvas show(Node node, Panel panel, TextSize size, Theme theme) {
    DesignCanvas canvas = new DesignCanvas(panel, node, new Comfort(size, theme));
    Stage stage = new Stage();
    stage.setScene(new Scene(canvas.node(), 900, 900));
    canvas.fit(900, 900);
    stage.show();
    layout(canvas);
    return canvas;
  }

  /// Settles what one layout pass changes for the next. Screen's thread.
  public static void layout(DesignCanvas canvas) {
    for (int pass = 0; pass < 3; pass++) {
      canvas.canvas().applyCss();
      canvas.canvas().layout();
    }
  }

  /// A mouse event as GTK makes it from a finger.
  public static void finger(Node target, EventType<MouseEvent> type, double x, double y) {
    boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
    Event.fireEvent(
        target,
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            true,
            false,
            !down,
            null));
  }
}
