package cn.gongkai.kiosk.reading;

import cn.gongkai.kiosk.frame.Comfort;
import cn.gongkai.kiosk.frame.DesignCanvas;
import cn.gongkai.kiosk.pdf.PageFonts;
import cn.gongkai.kiosk.theme.Fonts;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Draws every reading screen to a PNG: `Shots FOLDER [NAME…]`, where a name is a screen's or part
/// of one. For looking at, not a test.
final class Shots {

  private record Look(String name, Panel panel, TextSize size, Theme theme) {}

  private static final List<Look> LOOKS =
      List.of(
          new Look("p100", Panel.portrait43(), TextSize.NORMAL, Theme.PAPER),
          new Look("p200", Panel.portrait43(), TextSize.LARGEST, Theme.PAPER),
          new Look("l100", Panel.landscape21(), TextSize.NORMAL, Theme.PAPER),
          new Look("l200", Panel.landscape21(), TextSize.LARGEST, Theme.PAPER),
          new Look("pcon", Panel.portrait43(), TextSize.NORMAL, Theme.CONTRAST),
          new Look("lnight", Panel.landscape21(), TextSize.NORMAL, Theme.NIGHT));

  private Shots() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    List<String> names = List.of(arguments).subList(1, arguments.length);
    Platform.startup(() -> run(folder, names));
  }

  private static void run(Path folder, List<String> names) {
    Fonts.prepare();
    Path fonts = Path.of(System.getProperty("gongkai.fonts"));
    try {
      PageFonts.install(
          fonts.resolve("NotoSansSC_400Regular.ttf"), fonts.resolve("NotoSerifSC_400Regular.ttf"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Map<String, Function<Panel, Region>> scenes = new LinkedHashMap<>(ShotScenes.all(folder));
    Stage stage = new Stage();
    stage.setScene(new Scene(new VBox(), 960, 960));
    stage.show();
    java.util.ArrayDeque<Runnable> todo = new java.util.ArrayDeque<>();
    scenes.forEach(
        (name, scene) ->
            LOOKS.forEach(
                look -> {
                  String file = name + "-" + look.name();
                  if (names.isEmpty() || names.stream().anyMatch(file::contains)) {
                    todo.add(() -> shoot(stage, scene, look, folder.resolve(file + ".png"), todo));
                  }
                }));
    next(todo);
  }

  private static void next(java.util.ArrayDeque<Runnable> todo) {
    Runnable first = todo.poll();
    if (first == null) {
      System.exit(0);
    } else {
      first.run();
    }
  }

  private static void shoot(
      Stage stage,
      Function<Panel, Region> scene,
      Look look,
      Path file,
      java.util.ArrayDeque<Runnable> todo) {
    try {
      Region content = scene.apply(look.panel());
      VBox framed = new VBox();
      Region top = new Region();
      top.setMinHeight(look.panel().portrait() ? 96 : 84);
      Region bottom = new Region();
      bottom.setMinHeight(look.panel().portrait() ? 170 : 120);
      VBox.setVgrow(content, javafx.scene.layout.Priority.ALWAYS);
      content.setMinHeight(0);
      framed.getChildren().addAll(top, content, bottom);
      DesignCanvas canvas =
          new DesignCanvas(look.panel(), framed, new Comfort(look.size(), look.theme()));
      stage.getScene().setRoot(canvas.node());
      canvas.fit(960, 960);
      PauseTransition wait = new PauseTransition(Duration.millis(Integer.getInteger("wait", 900)));
      wait.setOnFinished(
          done -> {
            try {
              Files.createDirectories(file.getParent());
              javax.imageio.ImageIO.write(
                  SwingFXUtils.fromFXImage(canvas.snapshot(), null), "png", file.toFile());
            } catch (Exception e) {
              e.printStackTrace();
            }
            next(todo);
          });
      wait.play();
    } catch (Throwable e) {
      e.printStackTrace();
      next(todo);
    }
  }
}
