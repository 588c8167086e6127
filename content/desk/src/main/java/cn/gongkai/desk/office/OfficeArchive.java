package cn.gongkai.desk.office;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/// An office file as what it is: an archive of XML parts. Nothing outside it is ever fetched.
final class OfficeArchive implements AutoCloseable {

  private static final SAXParserFactory XML = factory();

  private final ZipFile zip;
  private final OfficeLimits limits;
  private final List<String> parts;
  private long bytesLeft;

  private OfficeArchive(ZipFile zip, OfficeLimits limits) throws IOException {
    this.zip = zip;
    this.limits = limits;
    this.bytesLeft = limits.bytes();
    if (zip.size() > limits.parts()) {
      throw new IOException(zip.size() + " parts, at most " + limits.parts());
    }
    this.parts = zip.stream().map(ZipEntry::getName).toList();
  }

  private static SAXParserFactory factory() {
    SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(e);
    }
    return factory;
  }

  static OfficeArchive open(Path file, OfficeLimits limits) throws IOException {
    ZipFile zip = new ZipFile(file.toFile());
    try {
      return new OfficeArchive(zip, limits);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /// Names of all parts, in the archive's order.
  List<String> parts() {
    return parts;
  }

  /// Walks through the elements of a part, or through nothing where there is no such part.
  void walk(String part, Elements elements) throws IOException, SAXException {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      return;
    }
    try (InputStream in = bounded(entry)) {
      XML.newSAXParser().parse(in, new Walk(elements));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  void copy(String part, Path to) throws IOException {
    try (InputStream in = bounded(zip.getEntry(part))) {
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private InputStream bounded(ZipEntry entry) throws IOException {
    return new FilterInputStream(zip.getInputStream(entry)) {
      private long partLeft = limits.partBytes();

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        if (count > 0) {
          partLeft -= count;
          bytesLeft -= count;
          if (partLeft < 0 || bytesLeft < 0) {
            throw new IOException(entry.getName() + " unpacks to too much");
          }
        }
        return count;
      }
    };
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /// What is told of a part while walking through it. Names are without their name space.
  interface Elements {

    void start(String name, Attributes attributes);

    void end(String name);

    void text(String text);
  }

  /// A text comes in one piece, however the parser cuts it.
  private static final class Walk extends DefaultHandler {

    private final Elements elements;
    private final StringBuilder text = new StringBuilder();

    Walk(Elements elements) {
      this.elements = elements;
    }

    @Override
    public void startElement(String space, String name, String tag, Attributes attributes) {
      flush();
      elements.start(name, attributes);
    }

    @Override
    public void endElement(String space, String name, String tag) {
      flush();
      elements.end(name);
    }

    @Override
    public void characters(char[] characters, int from, int length) {
      text.append(characters, from, length);
    }

    private void flush() {
      if (!text.isEmpty()) {
        elements.text(text.toString());
        text.setLength(0);
      }
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
