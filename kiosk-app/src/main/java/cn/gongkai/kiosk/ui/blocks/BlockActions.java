package cn.gongkai.kiosk.ui.blocks;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Link;

/// What a touch inside a text sets off.
public interface BlockActions {

  /// Follows a link to an item, or shows an outside one as a code. Nothing outside is ever opened.
  void follow(Link link);

  /// Shows a picture as large as the screen.
  void enlarge(Block.Image image);

  /// Opens the printed page a page mark stands for.
  void openPage(int page);
}
