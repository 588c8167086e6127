package cn.gongkai.kiosk.data;

import cn.gongkai.content.search.Embedder;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.kiosk.work.Background;
import java.nio.file.Path;
import java.time.Clock;

/// A catalogue that knows from the start what all its items mean.
public final class UnderstandingCatalogue {

  private UnderstandingCatalogue() {}

  public static Catalogue of(Path terminal, Clock clock, Embedder embedder) {
    return new Catalogue(
        terminal,
        Background.sameThread(),
        clock,
        () -> {
          ContentReader reader = ContentReader.open(terminal, clock);
          reader.understandAllBy(embedder);
          return reader;
        });
  }
}
