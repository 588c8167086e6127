package cn.gongkai.kiosk.media;

import cn.gongkai.content.model.Block;
import java.nio.file.Path;
import java.util.Optional;

/// A clip and what goes with it.
///
/// @param sound true where there is no picture to show
/// @param file whether or not it is there
record ClipFiles(
    boolean sound,
    String title,
    Path file,
    Optional<Path> poster,
    Optional<Path> captions,
    Optional<String> transcript) {

  static ClipFiles of(Block.Video video, cn.gongkai.kiosk.ui.blocks.BlobFiles blobs) {
    return new ClipFiles(
        false,
        video.title(),
        blobs.file(video.blob()),
        video.poster().map(blobs::file),
        video.captions().map(blobs::file),
        video.transcript());
  }

  static ClipFiles of(Block.Audio audio, cn.gongkai.kiosk.ui.blocks.BlobFiles blobs) {
    return new ClipFiles(
        true,
        audio.title(),
        blobs.file(audio.blob()),
        Optional.empty(),
        Optional.empty(),
        audio.transcript());
  }
}
