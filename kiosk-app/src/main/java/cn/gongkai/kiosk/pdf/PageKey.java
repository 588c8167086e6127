package cn.gongkai.kiosk.pdf;

import java.nio.file.Path;

/// Names a page image: a file, a page from 1, a width in pixels.
public record PageKey(Path file, int page, int widthPixels) {

  PageKey neighbour(int step) {
    return new PageKey(file, page + step, widthPixels);
  }
}
