package cn.gongkai.kiosk.ui.blocks;

import cn.gongkai.content.model.Block;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.theme.Glyph;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A picture in the text. Its place is reserved at once from the size it is said to have; it is
/// decoded in the background, no larger than it is shown; touched, it fills the screen. A broken
/// one shows the words that stand for it and costs nothing else (`KIOSK-PICTURE`).
public final class PictureView extends Region {

  /// Pixels a picture is decoded to at most in width or height.
  static final int SIDE_PIXELS_MAX = 2160;

  private static final Logger LOG = LoggerFactory.getLogger(PictureView.class);

  private final Block.Image picture;
  private final Path file;
  private final ImageView view = new ImageView();
  private final Label words;
  private final Optional<Label> caption;
  private final Label hint;
  private boolean asked;
  private boolean broken;

  PictureView(Block.Image picture, BlockContext context) {
    this.picture = picture;
    file = context.blobs().file(picture.blob());
    getStyleClass().addAll("block", "picture");
    view.setPreserveRatio(true);
    view.setSmooth(true);
    words = new Label(picture.alternative(), Glyph.of(FluentUiRegularAL.IMAGE_24));
    words.getStyleClass().add("picture-words");
    words.setWrapText(true);
    hint = new Label(ContentText.of("blocks.enlarge"), Glyph.of(FluentUiRegularMZ.ZOOM_IN_24));
    hint.getStyleClass().add("picture-hint");
    hint.setVisible(false);
    getChildren().addAll(words, view, hint);
    caption = picture.caption().map(Label::new);
    caption.ifPresent(
        label -> {
          label.getStyleClass().add("picture-caption");
          label.setWrapText(true);
          getChildren().add(label);
        });
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(picture.alternative());
    setOnMouseClicked(
        event -> {
          if (!broken) {
            context.actions().enlarge(picture);
          }
        });
  }

  /// True where the file could not be shown and its words stand instead.
  public boolean isBroken() {
    return broken;
  }

  private double inner(double width) {
    return width - getInsets().getLeft() - getInsets().getRight();
  }

  private double pictureWidth(double room) {
    return Math.min(room, picture.width() * 2.0);
  }

  private double pictureHeight(double room) {
    return broken
        ? words.prefHeight(room)
        : Math.round(pictureWidth(room) * picture.height() / picture.width());
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = inner(width < 0 ? getWidth() : width);
    double below = caption.map(label -> label.prefHeight(room)).orElse(0.0);
    return getInsets().getTop() + pictureHeight(room) + below + getInsets().getBottom();
  }

  @Override
  protected void layoutChildren() {
    double room = inner(getWidth());
    double height = pictureHeight(room);
    double x = getInsets().getLeft() + Math.floor((room - pictureWidth(room)) / 2);
    double y = getInsets().getTop();
    view.setFitWidth(pictureWidth(room));
    view.relocate(x, y);
    words.resizeRelocate(getInsets().getLeft(), y, room, height);
    double hintWidth = hint.prefWidth(-1);
    double hintHeight = hint.prefHeight(-1);
    hint.resizeRelocate(
        x + pictureWidth(room) - hintWidth, y + height - hintHeight, hintWidth, hintHeight);
    caption.ifPresent(label -> label.resizeRelocate(0, y + height, room, label.prefHeight(room)));
    decode(room);
  }

  private void decode(double room) {
    if (asked || room <= 1) {
      return;
    }
    asked = true;
    if (!Files.isRegularFile(file)) {
      fail("no file");
      return;
    }
    double side = Math.min(SIDE_PIXELS_MAX, Math.ceil(pictureWidth(room)));
    Image image = new Image(file.toUri().toString(), side, SIDE_PIXELS_MAX, true, true, true);
    image
        .progressProperty()
        .subscribe(
            progress -> {
              if (image.isError()) {
                fail(String.valueOf(image.getException()));
              } else if (progress.doubleValue() >= 1) {
                view.setImage(image);
                words.setVisible(false);
                hint.setVisible(true);
              }
            });
    image.errorProperty().subscribe(error -> ifBroken(error, image));
  }

  private void ifBroken(boolean error, Image image) {
    if (error && !broken) {
      fail(String.valueOf(image.getException()));
    }
  }

  private void fail(String reason) {
    LOG.warn("KIOSK-PICTURE: {} cannot be shown: {}", picture.blob().sha256(), reason);
    broken = true;
    words.setText(ContentText.of("blocks.picture.broken", picture.alternative()));
    getStyleClass().add("picture-broken");
    requestLayout();
  }
}
