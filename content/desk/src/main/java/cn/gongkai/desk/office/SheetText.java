package cn.gongkai.desk.office;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/// The cells of an XLSX (ECMA-376 part 1, 18.3), shown and hidden, and the texts that no cell shows
/// any more.
final class SheetText implements PartReader {

  private static final Pattern SHEET = Pattern.compile("xl/worksheets/[^/]+\\.xml");
  private static final Pattern COMMENT = Pattern.compile("xl/(threadedC|c)omments.*\\.xml");
  private static final Pattern CACHE = Pattern.compile("xl/(pivotCache|externalLinks)/.*");
  private static final String STRINGS = "xl/sharedStrings.xml";

  private final OfficeArchive archive;
  private final Workbook workbook;
  private final Consumer<Passage> passages;
  private final BitSet shown = new BitSet();

  SheetText(OfficeArchive archive, Workbook workbook, Consumer<Passage> passages) {
    this.archive = archive;
    this.workbook = workbook;
    this.passages = passages;
  }

  @Override
  public void read(String part) throws IOException, SAXException {
    if (SHEET.matcher(part).matches()) {
      Workbook.Sheet sheet =
          Optional.ofNullable(workbook.sheets().get(part))
              .orElseGet(() -> new Workbook.Sheet(part, true));
      archive.walk(part, new Cells(sheet));
    } else if (!part.equals(STRINGS)) {
      archive.walk(part, new AnyText(Places.of(place(part)), passages));
    }
  }

  private static String place(String part) {
    if (COMMENT.matcher(part).matches()) {
      return "comment";
    }
    return CACHE.matcher(part).matches() ? "sheet.cache" : "other";
  }

  /// Texts that stay in the file after their cells are gone.
  @Override
  public void finish() {
    List<String> strings = workbook.strings();
    for (int i = shown.nextClearBit(0); i < strings.size(); i = shown.nextClearBit(i + 1)) {
      passages.accept(Passage.text(Places.of("sheet.leftover"), strings.get(i)));
    }
  }

  private final class Cells implements OfficeArchive.Elements {

    private final Workbook.Sheet sheet;
    private final BitSet hiddenColumns = new BitSet();
    private final StringBuilder value = new StringBuilder();
    private boolean hiddenRow;
    private boolean inline;
    private String cell = "";
    private String type = "";

    Cells(Workbook.Sheet sheet) {
      this.sheet = sheet;
    }

    @Override
    public void start(String name, Attributes attributes) {
      switch (name) {
        case "col" -> column(attributes);
        case "row" -> hiddenRow = isTrue(attribute(attributes, "hidden"));
        case "c" -> {
          cell = attribute(attributes, "r");
          type = attribute(attributes, "t");
        }
        case "is" -> inline = true;
        default -> {
          // What else stands in a sheet says how it looks, or is told as text.
        }
      }
      if (!inline) {
        value.setLength(0);
      }
    }

    private void column(Attributes attributes) {
      if (isTrue(attribute(attributes, "hidden"))) {
        int from = Integer.parseInt("0" + attribute(attributes, "min"));
        int to = Integer.parseInt("0" + attribute(attributes, "max"));
        hiddenColumns.set(from, Math.max(from, Math.min(to, CellName.COLUMNS) + 1));
      }
    }

    @Override
    public void end(String name) {
      if (inline && !name.equals("is")) {
        return;
      }
      inline = false;
      switch (name) {
        case "v" -> tellValue(value.toString().strip());
        case "c" -> {
          tell(value.toString(), false);
          cell = "";
        }
        default -> tell(value.toString(), false);
      }
      value.setLength(0);
    }

    @Override
    public void text(String text) {
      value.append(text);
    }

    private void tellValue(String text) {
      switch (type) {
        case "s" -> shared(text);
        case "", "n" -> number(text);
        default -> tell(text, false);
      }
    }

    private void shared(String text) {
      int index = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
      if (index >= 0 && index < workbook.strings().size()) {
        shown.set(index);
        tell(workbook.strings().get(index), false);
      }
    }

    /// Numbers of persons are whole; what has decimals is money or a measure.
    private void number(String text) {
      Optional<BigDecimal> number = CellName.findNumber(text);
      number
          .filter(n -> n.stripTrailingZeros().scale() <= 0)
          .ifPresent(n -> tell(n.toBigInteger().toString(), true));
    }

    private void tell(String text, boolean number) {
      if (!text.isBlank()) {
        passages.accept(new Passage(place(), text, number));
      }
    }

    private String place() {
      if (sheet.hidden()) {
        return Places.of("sheet.hidden", sheet.name(), cell);
      }
      boolean hidden = hiddenRow || hiddenColumns.get(CellName.columnOf(cell));
      return Places.of(hidden ? "sheet.hiddenCell" : "sheet.cell", sheet.name(), cell);
    }

    private static String attribute(Attributes attributes, String name) {
      return Optional.ofNullable(attributes.getValue("", name)).orElse("");
    }

    private static boolean isTrue(String value) {
      return value.equals("1") || value.equals("true");
    }
  }
}
