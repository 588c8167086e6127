package cn.gongkai.kiosk.pdf;

import javafx.scene.image.Image;

/// What came of rendering a page.
public sealed interface PageResult {

  /// Stable code of everything that can be wrong with a printed page.
  String CODE = "KIOSK-PDF";

  /// The page as a picture.
  ///
  /// @param pages how many the file has
  record Shown(Image image, int pages) implements PageResult {

    long bytes() {
      return 4L * (long) image.getWidth() * (long) image.getHeight();
    }
  }

  /// The page cannot be shown.
  ///
  /// @param reason for staff and the log
  record Refused(String reason) implements PageResult {}
}
