package cn.gongkai.kiosk.media;

import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.media.MediaView;

/// A 16:9 stage that shows a poster or a moving picture as large as it fits, undistorted.
final class ClipStage extends Region {

  private static final double RATIO = 9.0 / 16;

  void show(Node picture) {
    getChildren().setAll(picture);
    if (picture instanceof ImageView poster) {
      poster.setPreserveRatio(true);
      poster.imageProperty().get().progressProperty().subscribe(done -> requestLayout());
    }
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.round((width < 0 ? getWidth() : width) * RATIO);
  }

  @Override
  public javafx.geometry.Orientation getContentBias() {
    return javafx.geometry.Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    for (Node child : getChildren()) {
      switch (child) {
        case ImageView poster -> {
          poster.setFitWidth(getWidth());
          poster.setFitHeight(getHeight());
        }
        case MediaView video -> {
          video.setPreserveRatio(true);
          video.setFitWidth(getWidth());
          video.setFitHeight(getHeight());
        }
        default -> {}
      }
      double x = (getWidth() - child.getLayoutBounds().getWidth()) / 2;
      double y = (getHeight() - child.getLayoutBounds().getHeight()) / 2;
      child.relocate(Math.round(x), Math.round(y));
    }
  }
}
