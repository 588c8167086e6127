package cn.gongkai.desk.office;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/// The paragraphs of a DOCX (ECMA-376 part 1, 17): a number is found also where its digits stand in
/// several runs, and where tracked changes still keep it.
final class WordText implements PartReader {

  private static final Pattern PARAGRAPHS =
      Pattern.compile("word/(document|header|footer|footnotes|endnotes|comments)\\d*\\.xml");
  private static final Map<String, String> PLACES =
      Map.of(
          "document", "word.body",
          "header", "word.header",
          "footer", "word.footer",
          "footnotes", "word.note",
          "endnotes", "word.note",
          "comments", "comment");

  private final OfficeArchive archive;
  private final Consumer<Passage> passages;

  WordText(OfficeArchive archive, Consumer<Passage> passages) {
    this.archive = archive;
    this.passages = passages;
  }

  @Override
  public void read(String part) throws IOException, SAXException {
    Matcher known = PARAGRAPHS.matcher(part);
    archive.walk(
        part,
        known.matches()
            ? new Paragraphs(Places.of(PLACES.getOrDefault(known.group(1), "other")))
            : new AnyText(Places.of("other"), passages));
  }

  /// A paragraph may hold a text box with paragraphs of its own.
  private final class Paragraphs implements OfficeArchive.Elements {

    private final String place;
    private final Deque<Paragraph> open = new ArrayDeque<>();
    private String inside = "";

    Paragraphs(String place) {
      this.place = place;
    }

    @Override
    public void start(String name, Attributes attributes) {
      inside = name;
      switch (name) {
        case "p" -> open.push(new Paragraph());
        case "tab", "br", "cr" -> append(" ");
        default -> {
          // Other elements shape the text and say nothing.
        }
      }
    }

    @Override
    public void end(String name) {
      inside = "";
      if (name.equals("p")) {
        Paragraph paragraph = open.pop();
        tell(place, paragraph.words);
        tell(Places.of("word.deleted"), paragraph.deleted);
      }
    }

    @Override
    public void text(String text) {
      switch (inside) {
        case "t" -> append(text);
        case "delText" -> {
          if (!open.isEmpty()) {
            open.peek().deleted.append(text);
          }
        }
        default -> tell(place, text);
      }
    }

    private void append(String text) {
      if (open.isEmpty()) {
        tell(place, text);
      } else {
        open.peek().words.append(text);
      }
    }

    private void tell(String where, CharSequence text) {
      if (!text.toString().isBlank()) {
        passages.accept(Passage.text(where, text.toString()));
      }
    }
  }

  private static final class Paragraph {
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder deleted = new StringBuilder();
  }
}
