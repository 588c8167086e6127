package cn.gongkai.kiosk.ui.reader;

import cn.gongkai.content.model.Block;
import cn.gongkai.kiosk.ui.blocks.BlockContext;
import cn.gongkai.kiosk.ui.scroll.Piece;
import java.util.List;

/// What a reading page shows, in order.
///
/// @param head above the text
/// @param beside cards that stand beside the text where there is room, below the head where not
/// @param body the text
/// @param face how the text is set
/// @param after below the text
public record ReaderParts(
    List<Piece> head,
    List<Piece> beside,
    List<Block> body,
    BlockContext.Face face,
    List<Piece> after) {

  public ReaderParts {
    head = List.copyOf(head);
    beside = List.copyOf(beside);
    body = List.copyOf(body);
    after = List.copyOf(after);
  }
}
