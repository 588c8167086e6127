package cn.gongkai.sync.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A folder to which recorded operations are done again, and what it may look like where the power
/// fails in between, by the little that POSIX promises: the bytes of a file are there from its own
/// fsync on, its name from the fsync of its folder on, and what lies in between is there or not,
/// each by itself, in any order, and a write also in part.
///
/// Nothing is known here of what the files are: SQLite's are treated as any other.
public final class DiskReplay {

  /// What becomes of that which was not forced to the disk.
  public enum Loss {
    /// It is all there: the process died, the machine did not.
    KEPT,
    DROPPED,
    /// Each write and each change of a name is there or not.
    SOME,
    /// The same, and of a write any of its sectors.
    TORN
  }

  private static final int SECTOR_BYTES = 512;

  private static final class Content {
    private byte[] forced = {};
    private final List<Op> pending = new ArrayList<>();
  }

  /// A change of names that no folder has been forced for.
  private record Change(Path from, Path to, Content content) {}

  private final Path folder;
  private final Map<Path, Content> names = new HashMap<>();
  private final Map<Path, Content> forcedNames = new HashMap<>();
  private final Set<Path> forcedFolders = new HashSet<>();
  private final Set<Path> newFolders = new HashSet<>();
  private final List<Change> changes = new ArrayList<>();

  /// @param folder the place of what was recorded
  /// @param before how that folder looked when the recording began, all of it on the disk
  public DiskReplay(Path folder, Path before) throws IOException {
    this.folder = folder;
    try (Stream<Path> all = Files.walk(before)) {
      for (Path path : all.toList()) {
        Path place = folder.resolve(before.relativize(path).toString());
        if (Files.isDirectory(path)) {
          forcedFolders.add(place);
        } else {
          Content content = new Content();
          content.forced = Files.readAllBytes(path);
          names.put(place, content);
          forcedNames.put(place, content);
        }
      }
    }
    forcedFolders.add(folder);
  }

  /// Does one operation again.
  public void apply(Op op) {
    switch (op) {
      case Op.Create create -> {
        Content content = new Content();
        names.put(create.path(), content);
        changes.add(new Change(create.path(), create.path(), content));
      }
      case Op.Write write -> names.get(write.path()).pending.add(write);
      case Op.Truncate cut -> names.get(cut.path()).pending.add(cut);
      case Op.Move move -> {
        Content content = names.remove(move.path());
        names.put(move.to(), content);
        changes.add(new Change(move.path(), move.to(), content));
      }
      case Op.Delete delete -> {
        Content content = names.remove(delete.path());
        changes.add(new Change(delete.path(), null, content));
      }
      case Op.MakeFolder made -> newFolders.add(made.path());
      case Op.Force force -> force(force.path());
    }
  }

  private void force(Path path) {
    Content content = names.get(path);
    if (content != null) {
      content.forced = bytes(content, Loss.KEPT, new Random(0));
      content.pending.clear();
      return;
    }
    for (Change change : List.copyOf(changes)) {
      boolean here = path.equals(change.from().getParent());
      if (here || change.to() != null && path.equals(change.to().getParent())) {
        apply(change, forcedNames);
        int at = changes.indexOf(change);
        // What was moved away is not where it was made any more.
        changes.subList(0, at).removeIf(earlier -> change.from().equals(earlier.to()));
        changes.remove(change);
      }
    }
    for (Path made : List.copyOf(newFolders)) {
      if (path.equals(made.getParent())) {
        newFolders.remove(made);
        forcedFolders.add(made);
      }
    }
  }

  private static void apply(Change change, Map<Path, Content> to) {
    to.remove(change.from());
    if (change.to() != null) {
      to.put(change.to(), change.content());
    }
  }

  /// What the next start would find, by path below the folder.
  public Map<Path, byte[]> files(Loss loss, Random random) {
    Set<Path> folders = folders(loss, random);
    Map<Path, Content> kept = new HashMap<>(forcedNames);
    for (Change change : changes) {
      if (keeps(loss, random)) {
        apply(change, kept);
      }
    }
    Map<Path, byte[]> files = new TreeMap<>();
    new TreeMap<>(kept)
        .forEach(
            (path, content) -> {
              if (isReachable(path.getParent(), folders)) {
                files.put(folder.relativize(path), bytes(content, loss, random));
              }
            });
    return files;
  }

  private Set<Path> folders(Loss loss, Random random) {
    Set<Path> folders = new TreeSet<>(forcedFolders);
    for (Path made : new TreeSet<>(newFolders)) {
      if (keeps(loss, random)) {
        folders.add(made);
      }
    }
    return folders;
  }

  /// Makes a folder of such files, and all folders that are certain.
  public void write(Path target, Map<Path, byte[]> files) throws IOException {
    Files.createDirectories(target);
    for (Path made : forcedFolders) {
      if (isReachable(made, forcedFolders)) {
        Files.createDirectories(target.resolve(folder.relativize(made).toString()));
      }
    }
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      Path place = target.resolve(file.getKey().toString());
      Files.createDirectories(place.getParent());
      Files.write(place, file.getValue());
    }
  }

  private boolean isReachable(Path made, Set<Path> folders) {
    return made.equals(folder)
        || made.startsWith(folder)
            && folders.contains(made)
            && isReachable(made.getParent(), folders);
  }

  private static boolean keeps(Loss loss, Random random) {
    return switch (loss) {
      case KEPT -> true;
      case DROPPED -> false;
      case SOME, TORN -> random.nextBoolean();
    };
  }

  private static byte[] bytes(Content content, Loss loss, Random random) {
    byte[] bytes = content.forced;
    for (Op op : content.pending) {
      if (keeps(loss, random)) {
        bytes =
            op instanceof Op.Write write
                ? written(bytes, write, loss, random)
                : Arrays.copyOf(bytes, (int) ((Op.Truncate) op).size());
      }
    }
    return bytes;
  }

  private static byte[] written(byte[] before, Op.Write write, Loss loss, Random random) {
    int from = (int) write.position();
    int end = from + write.bytes().length;
    byte[] bytes = Arrays.copyOf(before, Math.max(before.length, end));
    for (int at = from; at < end; ) {
      int next = Math.min(end, (at / SECTOR_BYTES + 1) * SECTOR_BYTES);
      if (loss != Loss.TORN || random.nextInt(3) > 0) {
        System.arraycopy(write.bytes(), at - from, bytes, at, next - at);
      }
      at = next;
    }
    return bytes;
  }
}
