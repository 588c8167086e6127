package cn.gongkai.desk.authoring;

import cn.gongkai.content.model.Item;
import cn.gongkai.desk.problem.Problem;
import java.util.List;
import java.util.Optional;

/// What reading one item file gave.
///
/// @param entry empty where something is wrong with it
/// @param problems of the file and of those that belong to it
/// @param sourceHash SHA-256 of the file's bytes as they were read, lower-case hex
/// @param dependencies every other file that was looked for, found or not: where one of them
///   changes, the item may
public record ItemReading(
    ItemFile file,
    Optional<Entry<Item>> entry,
    List<Problem> problems,
    String sourceHash,
    List<Dependency> dependencies) {

  public ItemReading {
    problems = List.copyOf(problems);
    dependencies = List.copyOf(dependencies);
  }

  /// A file that an item depends on.
  ///
  /// @param name path below the authored folder, with forward slashes
  public record Dependency(String name, FileStamp stamp) {}
}
