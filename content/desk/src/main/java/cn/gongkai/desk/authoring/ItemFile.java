package cn.gongkai.desk.authoring;

import java.nio.file.Path;
import java.util.Comparator;

/// A file below `items/` that holds an item.
///
/// @param name path below the authored folder, with forward slashes
public record ItemFile(String name, Path path, FileStamp stamp) {

  /// The order in which problems and items of a folder are told.
  public static final Comparator<ItemFile> BY_PATH = Comparator.comparing(ItemFile::path);
}
