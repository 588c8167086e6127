package cn.gongkai.sync.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
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

  private final Path folder;
  private final NamesOnDisk<Content> names;

  /// @param folder the place of what was recorded
  /// @param before how that folder looked when the recording began, all of it on the disk
  public DiskReplay(Path folder, Path before) throws IOException {
    this.folder = folder;
    this.names = new NamesOnDisk<>(folder);
    try (Stream<Path> all = Files.walk(before)) {
      for (Path path : all.toList()) {
        Path place = folder.resolve(before.relativize(path).toString());
        if (Files.isDirectory(path)) {
          names.hasFolder(place);
        } else {
          Content content = new Content();
          content.forced = Files.readAllBytes(path);
          names.hasFile(place, content);
        }
      }
    }
    names.hasFolder(folder);
  }

  /// Does one operation again.
  public void apply(Op op) {
    switch (op) {
      case Op.Create create -> names.create(create.path(), new Content());
      case Op.Write write -> names.find(write.path()).orElseThrow().pending.add(write);
      case Op.Truncate cut -> names.find(cut.path()).orElseThrow().pending.add(cut);
      case Op.Move move -> names.move(move.path(), move.to());
      case Op.Delete delete -> names.delete(delete.path());
      case Op.MakeFolder made -> names.makeFolder(made.path());
      case Op.Force force -> force(force.path());
    }
  }

  private void force(Path path) {
    Optional<Content> file = names.find(path);
    if (file.isPresent()) {
      file.get().forced = bytes(file.get(), Loss.KEPT, new Random(0));
      file.get().pending.clear();
    } else {
      names.force(path);
    }
  }

  /// What the next start would find, by path below the folder.
  public Map<Path, byte[]> files(Loss loss, Random random) {
    BooleanSupplier keeps = () -> keeps(loss, random);
    Set<Path> folders = names.folders(keeps);
    Map<Path, byte[]> files = new TreeMap<>();
    new TreeMap<>(names.files(keeps))
        .forEach(
            (path, content) -> {
              if (names.isReachable(path.getParent(), folders)) {
                files.put(folder.relativize(path), bytes(content, loss, random));
              }
            });
    return files;
  }

  /// Makes a folder of such files, and all folders that are certain.
  public void write(Path target, Map<Path, byte[]> files) throws IOException {
    Files.createDirectories(target);
    Set<Path> certain = names.folders(() -> false);
    for (Path made : certain) {
      if (names.isReachable(made, certain)) {
        Files.createDirectories(target.resolve(folder.relativize(made).toString()));
      }
    }
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      Path place = target.resolve(file.getKey().toString());
      Files.createDirectories(place.getParent());
      Files.write(place, file.getValue());
    }
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
