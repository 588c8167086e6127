package cn.gongkai.kiosk.media;

import cn.gongkai.content.model.Block;
import cn.gongkai.kiosk.ui.blocks.BlobFiles;
import cn.gongkai.kiosk.ui.blocks.MediaNodes;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/// The players of one screen. One plays at a time; all stop when the screen is left.
public final class ClipCards implements MediaNodes, AutoCloseable {

  private final BlobFiles blobs;
  private final PlayingWatch watch;
  private final List<ClipCard> cards = new ArrayList<>();

  public ClipCards(BlobFiles blobs, PlayingWatch watch) {
    this.blobs = blobs;
    this.watch = watch;
  }

  @Override
  public Region video(Block.Video video) {
    return card(ClipFiles.of(video, blobs));
  }

  @Override
  public Region audio(Block.Audio audio) {
    return card(ClipFiles.of(audio, blobs));
  }

  private Region card(ClipFiles files) {
    ClipCard card = new ClipCard(files, FxClip::new, watch, this::alone);
    cards.add(card);
    return card;
  }

  private void alone(ClipCard playing) {
    cards.stream().filter(card -> card != playing).forEach(ClipCard::pause);
  }

  /// Pauses whatever plays: another screen came in front.
  public void pause() {
    cards.forEach(ClipCard::pause);
  }

  @Override
  public void close() {
    cards.forEach(ClipCard::close);
  }
}
