package cn.gongkai.content.model;

import java.util.List;

/// The words of a body without its looks: what search indexes and what is read aloud. Blocks are
/// separated by line feeds, table cells by spaces.
public final class PlainText {

  private PlainText() {}

  public static String of(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    blocks.forEach(block -> append(block, text));
    return text.toString().strip();
  }

  public static String ofRuns(List<Run> runs) {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(run.text()));
    return text.toString();
  }

  private static void append(Block block, StringBuilder text) {
    switch (block) {
      case Block.Heading heading -> line(ofRuns(heading.runs()), text);
      case Block.Paragraph paragraph -> line(ofRuns(paragraph.runs()), text);
      case Block.Listing list -> list.entries().forEach(e -> e.forEach(b -> append(b, text)));
      case Block.Table table -> appendTable(table, text);
      case Block.Image image -> {
        line(image.alternative(), text);
        image.caption().ifPresent(caption -> line(caption, text));
      }
      case Block.Video video -> {
        line(video.title(), text);
        video.transcript().ifPresent(words -> line(words, text));
      }
      case Block.Audio audio -> {
        line(audio.title(), text);
        audio.transcript().ifPresent(words -> line(words, text));
      }
      case Block.Note note -> note.blocks().forEach(b -> append(b, text));
      case Block.Question question -> {
        line(question.question(), text);
        question.answer().forEach(b -> append(b, text));
      }
      case Block.PageMark ignored -> {}
    }
  }

  private static void appendTable(Block.Table table, StringBuilder text) {
    table.caption().ifPresent(caption -> line(caption, text));
    for (Block.Row row : table.rows()) {
      StringBuilder cells = new StringBuilder();
      for (Block.Cell cell : row.cells()) {
        cells.append(ofRuns(cell.runs())).append(' ');
      }
      line(cells.toString().strip(), text);
    }
  }

  private static void line(String words, StringBuilder text) {
    if (!words.isBlank()) {
      text.append(words).append('\n');
    }
  }
}
