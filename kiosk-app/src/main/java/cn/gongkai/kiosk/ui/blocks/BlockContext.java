package cn.gongkai.kiosk.ui.blocks;

import java.util.List;
import javafx.beans.value.ObservableValue;

/// What blocks need around them to become nodes.
///
/// @param marks words to mark wherever they stand, as a search left them; empty for none
/// @param face how the body is set
/// @param pageMarks true where page marks are shown, as in reflowed gazettes
public record BlockContext(
    BlobFiles blobs,
    BlockActions actions,
    MediaNodes media,
    ObservableValue<List<String>> marks,
    Face face,
    boolean pageMarks) {

  /// How the body of a text is set.
  public enum Face {
    /// Sans serif, for everything that explains.
    PLAIN,
    /// Serif, for what was issued as a document.
    OFFICIAL
  }
}
