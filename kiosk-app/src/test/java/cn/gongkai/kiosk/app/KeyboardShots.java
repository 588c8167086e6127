package cn.gongkai.kiosk.app;

import cn.gongkai.kiosk.frame.DesignCanvas;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.theme.Fonts;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/// Draws the keyboard in every mode, panel and text size to PNGs: `KeyboardShots TERMINAL FOLDER`.
/// For looking at, not a test.
final class KeyboardShots {

  private record Look(String name, Panel panel, TextSize size, boolean reach) {}

  private static final List<Look> LOOKS =
      List.of(
          new Look("p100", Panel.portrait43(), TextSize.NORMAL, false),
          new Look("p200", Panel.portrait43(), TextSize.LARGEST, false),
          new Look("preach", Panel.portrait32(), TextSize.NORMAL, true),
          new Look("l100", Panel.landscape21(), TextSize.NORMAL, false),
          new Look("l200", Panel.landscape21(), TextSize.LARGEST, false),
          new Look("lreach200", Panel.landscape21(), TextSize.LARGEST, true));

  private KeyboardShots() {}

  public static void main(String[] arguments) {
    Platform.startup(() -> begin(Path.of(arguments[0]), Path.of(arguments[1])));
  }

  private static void begin(Path directory, Path folder) {
    Fonts.prepare();
    Stage stage = new Stage();
    stage.setScene(new Scene(new VBox(), 960, 960));
    stage.show();
    Deque<Runnable> todo = new ArrayDeque<>();
    for (Look look : LOOKS) {
      shot(todo, stage, directory, look, folder, "pinyin", "全键拼音", "yanglao");
      shot(todo, stage, directory, look, folder, "nine", "九键拼音", "wxyz,abc,mno,ghi,jkl,abc,mno");
      shot(todo, stage, directory, look, folder, "figures", "数字符号", "2023");
      shot(todo, stage, directory, look, folder, "pad", "手写", "");
      shot(todo, stage, directory, look, folder, "ink", "手写", "笔迹");
    }
    todo.add(() -> System.exit(0));
    todo.remove().run();
  }

  private static void shot(
      Deque<Runnable> todo,
      Stage stage,
      Path directory,
      Look look,
      Path folder,
      String name,
      String mode,
      String keys) {
    todo.add(
        () -> {
          Terminal terminal = terminal(directory, look);
          stage.getScene().setRoot(terminal.canvas().node());
          terminal.canvas().fit(960, 960);
          terminal.start();
          terminal.navigator().reset(new Route.Home());
          terminal.navigator().open(new Route.Search(""));
          if (look.reach()) {
            terminal.comfort().toggleReach();
          }
          press(terminal, mode);
          if (keys.equals("笔迹")) {
            write(terminal.canvas());
          }
          for (String key : keys.contains(",") ? keys.split(",") : keys.split("")) {
            press(terminal, key);
          }
          PauseTransition settle = new PauseTransition(Duration.millis(500));
          settle.setOnFinished(
              event -> {
                write(terminal, folder.resolve(name + "-" + look.name() + ".png"));
                terminal.close();
                todo.remove().run();
              });
          settle.play();
        });
  }

  /// A hand writes 养.
  private static void write(DesignCanvas canvas) {
    Fx.layout(canvas);
    Region pad = (Region) canvas.canvas().lookup(".writing-pad");
    double side = Math.min(pad.getWidth(), pad.getHeight());
    for (String stroke :
        List.of(
            ".38,.08 .44,.18",
            ".62,.06 .55,.18",
            ".25,.22 .75,.20",
            ".28,.33 .72,.31",
            ".15,.46 .85,.43",
            ".52,.18 .48,.45 .35,.65 .15,.78",
            ".52,.46 .65,.58 .88,.68",
            ".42,.62 .40,.78 .30,.93",
            ".62,.60 .63,.75 .63,.95")) {
      List<double[]> places =
          List.of(stroke.split(" ")).stream()
              .map(place -> place.split(","))
              .map(xy -> new double[] {Double.parseDouble(xy[0]), Double.parseDouble(xy[1])})
              .toList();
      double left = (pad.getWidth() - side) / 2;
      for (int k = 0; k < places.size(); k++) {
        Point2D at = pad.localToScene(left + places.get(k)[0] * side, places.get(k)[1] * side);
        Fx.finger(
            pad,
            k == 0 ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED,
            at.getX(),
            at.getY());
      }
      Fx.finger(pad, MouseEvent.MOUSE_RELEASED, 0, 0);
    }
  }

  private static void press(Terminal terminal, String words) {
    terminal.canvas().node().lookupAll(".key").stream()
        .filter(node -> node instanceof ButtonBase key && words.equals(key.getText()))
        .findFirst()
        .ifPresent(node -> ((ButtonBase) node).fire());
  }

  private static Terminal terminal(Path directory, Look look) {
    return new Terminal(
        new Terminal.Setup(
            directory,
            Optional.of("370323104"),
            look.panel(),
            look.size(),
            Theme.PAPER,
            Clock.system(ZoneId.of("Asia/Shanghai"))),
        Background.sameThread(),
        Ticker.never());
  }

  private static void write(Terminal terminal, Path file) {
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(
          SwingFXUtils.fromFXImage(terminal.canvas().snapshot(), null), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
