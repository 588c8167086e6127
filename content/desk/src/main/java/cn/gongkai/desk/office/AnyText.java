package cn.gongkai.desk.office;

import java.util.function.Consumer;
import org.xml.sax.Attributes;

/// Takes every text and every attribute of a part of which no more is known: comments, charts,
/// shapes, caches of pivot tables, targets of links.
final class AnyText implements OfficeArchive.Elements {

  private final String place;
  private final Consumer<Passage> passages;

  AnyText(String place, Consumer<Passage> passages) {
    this.place = place;
    this.passages = passages;
  }

  @Override
  public void start(String name, Attributes attributes) {
    for (int i = 0; i < attributes.getLength(); i++) {
      text(attributes.getValue(i));
    }
  }

  @Override
  public void end(String name) {}

  @Override
  public void text(String text) {
    if (!text.isBlank()) {
      passages.accept(Passage.text(place, text));
    }
  }
}
