package cn.gongkai.kiosk.ui;

import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;

/// Walks a laid-out scene and says what a resident would stumble over: words that are cut, words
/// that run out of their card, things too small for a finger, things on top of each other. JavaFX
/// thread only.
public final class LayoutCheck {

  private static final double TOLERANCE_PX = 1.5;

  private static final double CONTRAST_MIN = 7;
  private static final double SHAPE_CONTRAST_MIN = 3;

  private final Panel panel;
  private final List<String> findings = new ArrayList<>();

  private LayoutCheck(Panel panel) {
    this.panel = panel;
  }

  /// What is wrong, each as one line; empty where all is well.
  public static List<String> of(Parent root, Panel panel) {
    LayoutCheck check = new LayoutCheck(panel);
    check.walk(root);
    return List.copyOf(check.findings);
  }

  private void walk(Node node) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    if (node instanceof Labeled labeled) {
      checkWords(labeled);
    }
    if (isTarget(node)) {
      checkSize(node);
    }
    if (node instanceof ScrollPane pane && pane.isFitToWidth()) {
      checkWidth(pane);
    }
    if (node instanceof Text text) {
      checkContrast(text);
    }
    if (node instanceof Parent parent) {
      checkOverlaps(parent);
      parent.getChildrenUnmodifiable().forEach(this::walk);
    }
  }

  private void checkWords(Labeled labeled) {
    String words = labeled.getText();
    if (words == null || words.isEmpty() || labeled.getStyleClass().contains(Labels.MAY_SHORTEN)) {
      return;
    }
    labeled.getChildrenUnmodifiable().stream()
        .filter(Text.class::isInstance)
        .map(Text.class::cast)
        .filter(text -> !text.getText().equals(words))
        .forEach(text -> find("cut: '%s' shows '%s'", words, text.getText()));
    Region sheet = sheetOf(labeled);
    if (sheet != null) {
      Bounds inSheet = sheet.sceneToLocal(labeled.localToScene(labeled.getLayoutBounds()));
      if (inSheet.getMinX() < -TOLERANCE_PX
          || inSheet.getMinY() < -TOLERANCE_PX
          || inSheet.getMaxX() > sheet.getWidth() + TOLERANCE_PX
          || inSheet.getMaxY() > sheet.getHeight() + TOLERANCE_PX) {
        find(
            "out of its card: '%s' %s of %.0fx%.0f",
            words, box(inSheet), sheet.getWidth(), sheet.getHeight());
      }
    }
  }

  private void checkWidth(ScrollPane pane) {
    double content = pane.getContent().getLayoutBounds().getWidth();
    double window = pane.getViewportBounds().getWidth();
    if (content > window + TOLERANCE_PX) {
      find("wider than its window: %.0f of %.0f px", content, window);
    }
  }

  private void checkContrast(Text text) {
    if (text.getText().isBlank()
        || text.isDisabled()
        || !(text.getFill() instanceof Color ink)
        || !(groundOf(text) instanceof Color ground)) {
      return;
    }
    double contrast = contrast(ink, ground);
    boolean shape = text.getFont().getFamily().equals("FluentSystemIcons-Regular");
    if (contrast < (shape ? SHAPE_CONTRAST_MIN : CONTRAST_MIN)) {
      find("hard to read: '%s' %.1f:1, %s on %s", text.getText(), contrast, ink, ground);
    }
  }

  /// Colour of the nearest opaque surface under the middle of the text.
  private static Paint groundOf(Text text) {
    Bounds inScene = text.localToScene(text.getLayoutBounds());
    for (Node up = text.getParent(); up != null; up = up.getParent()) {
      if (up instanceof Region region && region.getBackground() != null) {
        Bounds bounds = region.sceneToLocal(inScene);
        List<BackgroundFill> fills = region.getBackground().getFills();
        for (BackgroundFill fill : fills.reversed()) {
          if (fill.getFill() instanceof Color color
              && color.getOpacity() > 0.99
              && covers(region, fill.getInsets(), bounds)) {
            return color;
          }
        }
      }
    }
    return null;
  }

  private static boolean covers(Region region, Insets insets, Bounds bounds) {
    return bounds.getCenterX() >= insets.getLeft()
        && bounds.getCenterX() <= region.getWidth() - insets.getRight()
        && bounds.getCenterY() >= insets.getTop()
        && bounds.getCenterY() <= region.getHeight() - insets.getBottom();
  }

  /// As WCAG 2 defines it.
  private static double contrast(Color a, Color b) {
    double one = luminance(a) + 0.05;
    double two = luminance(b) + 0.05;
    return Math.max(one, two) / Math.min(one, two);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private void checkSize(Node target) {
    double least = panel.px(Panel.TOUCH_SMALL_MM) - TOLERANCE_PX;
    Bounds bounds = target.getLayoutBounds();
    if (bounds.getWidth() < least || bounds.getHeight() < least) {
      find(
          "too small: %s %.1f x %.1f mm",
          name(target), panel.mm(bounds.getWidth()), panel.mm(bounds.getHeight()));
    }
  }

  private void checkOverlaps(Parent parent) {
    List<Node> targets =
        parent.getChildrenUnmodifiable().stream()
            .filter(Node::isVisible)
            .filter(LayoutCheck::isTarget)
            .toList();
    for (int i = 0; i < targets.size(); i++) {
      for (int j = i + 1; j < targets.size(); j++) {
        Bounds a = targets.get(i).getBoundsInParent();
        Bounds b = targets.get(j).getBoundsInParent();
        double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        if (width > TOLERANCE_PX && height > TOLERANCE_PX) {
          find("on top of each other: %s and %s", name(targets.get(i)), name(targets.get(j)));
        }
      }
    }
  }

  private static boolean isTarget(Node node) {
    return !node.isMouseTransparent()
        && (node instanceof ButtonBase && node.getParent() != null && !inScrollBar(node)
            || node instanceof Card
            || node.getStyleClass().contains(Styles.TOUCH)
            || node.getStyleClass().contains(Styles.TOUCH_SMALL));
  }

  private static boolean inScrollBar(Node node) {
    return node.getParent().getStyleClass().contains("scroll-bar");
  }

  private static Region sheetOf(Node node) {
    for (Node up = node.getParent(); up != null; up = up.getParent()) {
      if (up instanceof Card
          || up.getStyleClass().contains(Styles.SHEET)
              && up instanceof Region
              && !up.getStyleClass().contains("clipped")) {
        return up.getParent() != null && up.getStyleClass().contains("list-cell")
            ? null
            : up instanceof Region region && !isVirtual(up) ? region : null;
      }
    }
    return null;
  }

  /// JavaFX names the moving sheet of a virtual list `sheet` as well.
  private static boolean isVirtual(Node node) {
    return node.getParent() != null
        && node.getParent().getStyleClass().contains("clipped-container");
  }

  private static String name(Node node) {
    String words =
        node instanceof Labeled labeled && labeled.getText() != null
            ? labeled.getText()
            : String.valueOf(node.getAccessibleText());
    return node.getClass().getSimpleName() + " '" + words + "'";
  }

  private static String box(Bounds bounds) {
    return String.format(
        Locale.ROOT,
        "%.0f,%.0f-%.0f,%.0f",
        bounds.getMinX(),
        bounds.getMinY(),
        bounds.getMaxX(),
        bounds.getMaxY());
  }

  private void find(String form, Object... arguments) {
    findings.add(String.format(Locale.ROOT, form, arguments));
  }
}
