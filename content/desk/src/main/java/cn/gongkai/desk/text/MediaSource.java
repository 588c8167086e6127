package cn.gongkai.desk.text;

import cn.gongkai.desk.media.MediaFile;
import java.util.Optional;

/// Finds the files that a text refers to.
public interface MediaSource {

  /// The file a reference leads to; where there is none or it is unfit, the problem is reported.
  Optional<MediaFile> find(String reference, int line);

  /// A file beside another one, with another extension: a poster, captions. Nothing is reported
  /// where it is absent.
  Optional<MediaFile> findSibling(String reference, String extension, int line);

  /// The words of a `.txt` file beside another one.
  Optional<String> findSiblingText(String reference, int line);
}
