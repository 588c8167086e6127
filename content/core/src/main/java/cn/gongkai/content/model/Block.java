package cn.gongkai.content.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/// One block of rich text. The same blocks make the terminal's text, the phone page, the words that
/// search finds and the sentences that are read aloud.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
  @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
  @JsonSubTypes.Type(value = Block.Listing.class, name = "list"),
  @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
  @JsonSubTypes.Type(value = Block.Image.class, name = "image"),
  @JsonSubTypes.Type(value = Block.Video.class, name = "video"),
  @JsonSubTypes.Type(value = Block.Audio.class, name = "audio"),
  @JsonSubTypes.Type(value = Block.Note.class, name = "note"),
  @JsonSubTypes.Type(value = Block.Question.class, name = "question"),
  @JsonSubTypes.Type(value = Block.PageMark.class, name = "page")
})
public sealed interface Block {

  /// A heading inside the text; level 1 is the largest, 4 the smallest.
  record Heading(int level, List<Run> runs) implements Block {
    public Heading {
      runs = List.copyOf(runs);
      InvalidValue.require(
          level >= 1 && level <= 4, "MODEL-BLOCK", "heading level must be 1 to 4, not %d", level);
      InvalidValue.require(!runs.isEmpty(), "MODEL-BLOCK", "a heading needs text");
    }
  }

  /// How the lines of a paragraph stand. `JUSTIFIED` paragraphs are indented by two characters.
  enum Align {
    JUSTIFIED,
    LEFT,
    CENTER,
    RIGHT
  }

  record Paragraph(Align align, List<Run> runs) implements Block {
    public Paragraph {
      runs = List.copyOf(runs);
      InvalidValue.require(!runs.isEmpty(), "MODEL-BLOCK", "a paragraph needs text");
    }
  }

  /// A bulleted or numbered list. Every entry is itself a list of blocks.
  record Listing(boolean ordered, List<List<Block>> entries) implements Block {
    public Listing {
      entries = entries.stream().map(List::copyOf).toList();
      InvalidValue.require(!entries.isEmpty(), "MODEL-BLOCK", "a list needs entries");
    }
  }

  /// A table: every cell stands once, at its top left corner, in row order as in HTML.
  ///
  /// @param headerRows how many rows at the top are column headings and stay in view
  record Table(Optional<String> caption, int headerRows, List<Row> rows) implements Block {
    public Table {
      rows = List.copyOf(rows);
      InvalidValue.require(!rows.isEmpty(), "MODEL-BLOCK", "a table needs rows");
      InvalidValue.require(
          headerRows >= 0 && headerRows <= rows.size(),
          "MODEL-BLOCK",
          "a table of %d rows cannot have %d header rows",
          rows.size(),
          headerRows);
    }
  }

  record Row(List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// A table cell.
  ///
  /// @param heading true for a row or column heading
  /// @param columns columns it spans, 1 to 64
  /// @param rows rows it spans, 1 to 200
  record Cell(boolean heading, int columns, int rows, Align align, List<Run> runs) {
    public Cell {
      runs = List.copyOf(runs == null ? List.of() : runs);
      InvalidValue.require(
          columns >= 1 && columns <= 64 && rows >= 1 && rows <= 200,
          "MODEL-BLOCK",
          "a cell may span 1 to 64 columns and 1 to 200 rows, not %d and %d",
          columns,
          rows);
    }
  }

  /// A picture.
  ///
  /// @param alternative what it shows, in words: read aloud, searched, shown when it is broken
  record Image(BlobRef blob, int width, int height, String alternative, Optional<String> caption)
      implements Block {
    public Image {
      InvalidValue.require(
          !alternative.isBlank(), "MODEL-BLOCK", "a picture needs a text alternative");
      InvalidValue.require(
          width > 0 && height > 0,
          "MODEL-BLOCK",
          "picture size must be positive, not %d x %d",
          width,
          height);
    }
  }

  /// A video clip, H.264/AAC in MP4.
  ///
  /// @param captions WebVTT file with what is said
  /// @param transcript what is said and shown, in words
  record Video(
      BlobRef blob,
      Optional<BlobRef> poster,
      Optional<BlobRef> captions,
      String title,
      Optional<String> transcript)
      implements Block {}

  record Audio(BlobRef blob, String title, Optional<String> transcript) implements Block {}

  /// A box set apart from the text.
  record Note(List<Block> blocks) implements Block {
    public Note {
      blocks = List.copyOf(blocks);
      InvalidValue.require(!blocks.isEmpty(), "MODEL-BLOCK", "a note needs text");
    }
  }

  /// A question and its answer (问答).
  record Question(String question, List<Block> answer) implements Block {
    public Question {
      answer = List.copyOf(answer);
      InvalidValue.require(!question.isBlank(), "MODEL-BLOCK", "a question needs words");
    }
  }

  /// Where a printed page begins in reflowed text; page 1 is the first page of the PDF.
  record PageMark(int page) implements Block {
    public PageMark {
      InvalidValue.require(page >= 1, "MODEL-BLOCK", "page must be 1 or more, not %d", page);
    }
  }
}
