package cn.gongkai.desk.office;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/// The order of an OFD's pages (GB/T 33190-2016, 7.5).
///
/// @param numbers from 1, by the name of the part
record OfdPages(Map<String, Integer> numbers) {

  private static final Pattern DOCUMENT = Pattern.compile("(.*/)?Document\\.xml");

  static OfdPages read(OfficeArchive archive) throws IOException, SAXException {
    Map<String, Integer> numbers = new HashMap<>();
    for (String part : archive.parts()) {
      Matcher document = DOCUMENT.matcher(part);
      if (document.matches()) {
        String folder = document.group(1) == null ? "" : document.group(1);
        archive.walk(part, new Pages(folder, numbers));
      }
    }
    return new OfdPages(Map.copyOf(numbers));
  }

  private record Pages(String folder, Map<String, Integer> numbers)
      implements OfficeArchive.Elements {

    @Override
    public void start(String name, Attributes attributes) {
      String place = attributes.getValue("", "BaseLoc");
      if (name.equals("Page") && place != null) {
        String part = place.startsWith("/") ? place.substring(1) : folder + place;
        numbers.putIfAbsent(part, numbers.size() + 1);
      }
    }

    @Override
    public void end(String name) {}

    @Override
    public void text(String text) {}
  }
}
