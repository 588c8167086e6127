package cn.gongkai.desk.text;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Block;
import cn.gongkai.desk.media.MediaFile;
import cn.gongkai.desk.problem.Problems;
import java.util.Optional;

/// Makes a picture, video or audio block of a reference. What it is, the file itself says.
final class MediaBlocks {

  private final MediaSource source;
  private final Problems problems;

  MediaBlocks(MediaSource source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /// @param words the text alternative of a picture, the title of a clip
  Optional<Block> read(String reference, String words, Optional<String> caption, int line) {
    if (words.isBlank()) {
      problems.block(line, "AUTHORED-ALTERNATIVE", reference);
      return Optional.empty();
    }
    return source
        .find(reference, line)
        .flatMap(file -> block(file, reference, words.strip(), caption, line));
  }

  private Optional<Block> block(
      MediaFile file, String reference, String words, Optional<String> caption, int line) {
    return switch (file.kind()) {
      case PNG, JPEG, GIF ->
          Optional.of(
              new Block.Image(
                  file.blob(),
                  file.width().orElseThrow(),
                  file.height().orElseThrow(),
                  words,
                  caption));
      case MP4 ->
          Optional.of(
              new Block.Video(
                  file.blob(),
                  poster(reference, line),
                  source.findSibling(reference, "vtt", line).map(MediaFile::blob),
                  words,
                  source.findSiblingText(reference, line)));
      case M4A, MP3 ->
          Optional.of(new Block.Audio(file.blob(), words, source.findSiblingText(reference, line)));
      case PDF, DOCX, XLSX, OFD, VTT -> {
        problems.block(line, "AUTHORED-NOT-PICTURE", reference);
        yield Optional.empty();
      }
    };
  }

  private Optional<BlobRef> poster(String reference, int line) {
    return source
        .findSibling(reference, "jpg", line)
        .or(() -> source.findSibling(reference, "png", line))
        .map(MediaFile::blob);
  }
}
