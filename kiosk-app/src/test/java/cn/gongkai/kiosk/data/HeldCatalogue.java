package cn.gongkai.kiosk.data;

import cn.gongkai.content.store.HeldTitles;
import cn.gongkai.kiosk.work.Background;
import java.nio.file.Path;
import java.time.Clock;

/// A catalogue over a store that counts as large, whose titles are still being made ready.
public final class HeldCatalogue {

  private HeldCatalogue() {}

  /// @param titles makes them ready when it is told to
  public static Catalogue of(Path terminal, Clock clock, HeldTitles titles) {
    return new Catalogue(
        terminal, Background.sameThread(), clock, () -> titles.open(terminal, clock));
  }
}
