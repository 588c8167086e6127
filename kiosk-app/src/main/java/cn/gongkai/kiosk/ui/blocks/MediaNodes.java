package cn.gongkai.kiosk.ui.blocks;

import cn.gongkai.content.model.Block;
import javafx.scene.layout.Region;

/// Makes the players of clips that stand in a text.
public interface MediaNodes {

  Region video(Block.Video video);

  Region audio(Block.Audio audio);
}
