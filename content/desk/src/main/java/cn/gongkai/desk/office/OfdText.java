package cn.gongkai.desk.office;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/// The words of an OFD (GB/T 33190-2016, 11): one text object may hold its line in several pieces.
final class OfdText implements PartReader {

  private final OfficeArchive archive;
  private final OfdPages pages;
  private final Consumer<Passage> passages;

  OfdText(OfficeArchive archive, OfdPages pages, Consumer<Passage> passages) {
    this.archive = archive;
    this.pages = pages;
    this.passages = passages;
  }

  @Override
  public void read(String part) throws IOException, SAXException {
    String place =
        Optional.ofNullable(pages.numbers().get(part))
            .map(number -> Places.of("ofd.page", String.valueOf(number)))
            .orElseGet(() -> Places.of("other"));
    archive.walk(part, new Lines(place));
  }

  private final class Lines implements OfficeArchive.Elements {

    private final String place;
    private final StringBuilder line = new StringBuilder();
    private boolean inObject;

    Lines(String place) {
      this.place = place;
    }

    @Override
    public void start(String name, Attributes attributes) {
      if (name.equals("TextObject")) {
        inObject = true;
      }
    }

    @Override
    public void end(String name) {
      if (name.equals("TextObject")) {
        inObject = false;
        tell(line.toString());
        line.setLength(0);
      }
    }

    @Override
    public void text(String text) {
      if (inObject) {
        line.append(text.strip());
      } else {
        tell(text);
      }
    }

    private void tell(String text) {
      if (!text.isBlank()) {
        passages.accept(Passage.text(place, text));
      }
    }
  }
}
