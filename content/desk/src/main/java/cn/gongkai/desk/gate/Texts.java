package cn.gongkai.desk.gate;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Link;
import cn.gongkai.content.model.Run;
import java.util.List;
import java.util.stream.Stream;

/// Walks through the blocks of a text.
final class Texts {

  private Texts() {}

  /// Every block, those inside others too, in reading order.
  static Stream<Block> all(List<Block> blocks) {
    return blocks.stream().flatMap(block -> Stream.concat(Stream.of(block), inside(block)));
  }

  private static Stream<Block> inside(Block block) {
    return switch (block) {
      case Block.Listing list -> list.entries().stream().flatMap(Texts::all);
      case Block.Note note -> all(note.blocks());
      case Block.Question question -> all(question.answer());
      case Block.Heading ignored -> Stream.empty();
      case Block.Paragraph ignored -> Stream.empty();
      case Block.Table ignored -> Stream.empty();
      case Block.Image ignored -> Stream.empty();
      case Block.Video ignored -> Stream.empty();
      case Block.Audio ignored -> Stream.empty();
      case Block.PageMark ignored -> Stream.empty();
    };
  }

  static Stream<Link> links(List<Block> blocks) {
    return all(blocks).flatMap(Texts::runs).flatMap(run -> run.link().stream());
  }

  private static Stream<Run> runs(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading.runs().stream();
      case Block.Paragraph paragraph -> paragraph.runs().stream();
      case Block.Table table ->
          table.rows().stream().flatMap(r -> r.cells().stream()).flatMap(c -> c.runs().stream());
      case Block.Listing ignored -> Stream.empty();
      case Block.Note ignored -> Stream.empty();
      case Block.Question ignored -> Stream.empty();
      case Block.Image ignored -> Stream.empty();
      case Block.Video ignored -> Stream.empty();
      case Block.Audio ignored -> Stream.empty();
      case Block.PageMark ignored -> Stream.empty();
    };
  }
}
