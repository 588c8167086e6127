package cn.gongkai.sync.disk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/// The names below a folder, those that are on the disk and those that are not yet: a name is there
/// from the fsync of its folder on, and until then there or not, each by itself.
///
/// @param <C> what a name stands for
final class NamesOnDisk<C> {

  /// A change of names that no folder has been forced for.
  private record Change<C>(Path from, Optional<Path> to, C content) {

    boolean isIn(Path folder) {
      return folder.equals(from.getParent())
          || to.filter(path -> folder.equals(path.getParent())).isPresent();
    }

    void applyTo(Map<Path, C> names) {
      names.remove(from);
      to.ifPresent(path -> names.put(path, content));
    }
  }

  private final Path root;
  private final Map<Path, C> names = new HashMap<>();
  private final Map<Path, C> forcedNames = new HashMap<>();
  private final Set<Path> forcedFolders = new HashSet<>();
  private final Set<Path> newFolders = new HashSet<>();
  private final List<Change<C>> changes = new ArrayList<>();

  NamesOnDisk(Path root) {
    this.root = root;
  }

  /// A file that is on the disk from the beginning.
  void hasFile(Path path, C content) {
    names.put(path, content);
    forcedNames.put(path, content);
  }

  /// A folder that is on the disk from the beginning.
  void hasFolder(Path path) {
    forcedFolders.add(path);
  }

  /// What the running program finds under a name.
  Optional<C> find(Path path) {
    return Optional.ofNullable(names.get(path));
  }

  void create(Path path, C content) {
    names.put(path, content);
    changes.add(new Change<>(path, Optional.of(path), content));
  }

  void move(Path from, Path to) {
    C content = names.remove(from);
    names.put(to, content);
    changes.add(new Change<>(from, Optional.of(to), content));
  }

  void delete(Path path) {
    C content = names.remove(path);
    if (content != null) {
      changes.add(new Change<>(path, Optional.empty(), content));
    }
  }

  void makeFolder(Path path) {
    newFolders.add(path);
  }

  /// The fsync of a folder: the names in it are on the disk.
  void force(Path folder) {
    for (Change<C> change : List.copyOf(changes)) {
      if (change.isIn(folder)) {
        change.applyTo(forcedNames);
        // What was moved away is not where it was made any more.
        changes
            .subList(0, changes.indexOf(change))
            .removeIf(earlier -> earlier.to().filter(change.from()::equals).isPresent());
        changes.remove(change);
      }
    }
    for (Path made : List.copyOf(newFolders)) {
      if (folder.equals(made.getParent())) {
        newFolders.remove(made);
        forcedFolders.add(made);
      }
    }
  }

  /// Names the next start may find, also of files in folders that are lost.
  ///
  /// @param keeps asked of each change that is not forced
  Map<Path, C> files(BooleanSupplier keeps) {
    Map<Path, C> kept = new HashMap<>(forcedNames);
    for (Change<C> change : changes) {
      if (keeps.getAsBoolean()) {
        change.applyTo(kept);
      }
    }
    return kept;
  }

  /// Folders the next start may find.
  ///
  /// @param keeps asked of each folder that is not forced
  Set<Path> folders(BooleanSupplier keeps) {
    Set<Path> folders = new TreeSet<>(forcedFolders);
    for (Path made : new TreeSet<>(newFolders)) {
      if (keeps.getAsBoolean()) {
        folders.add(made);
      }
    }
    return folders;
  }

  /// Whether a folder and all those above it are among the given ones.
  boolean isReachable(Path folder, Set<Path> folders) {
    return folder.equals(root)
        || folder.startsWith(root)
            && folders.contains(folder)
            && isReachable(folder.getParent(), folders);
  }
}
