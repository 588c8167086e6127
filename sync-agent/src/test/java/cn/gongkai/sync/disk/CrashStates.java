package cn.gongkai.sync.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// What a folder may look like after the power failed, by the little that POSIX promises: the bytes
/// of a file are there from its own fsync on, its name from the fsync of its folder on, and what
/// lies in between is there wholly, in part or not at all, in any order.
///
/// SQLite's files are taken as they were at the moment, with the end of the log that is not yet
/// committed kept, torn or lost: what it has committed it has forced to the disk by itself.
public final class CrashStates {

  /// What becomes of that which was not forced to the disk.
  public enum Loss {
    /// It is all there: the process died, the machine did not.
    KEPT,
    DROPPED,
    /// A random part of it is there.
    SOME
  }

  private static final int LOG_HEADER = 32;
  private static final int FRAME_HEADER = 24;

  private static final class Content {
    private byte[] now = {};
    private byte[] forced = {};
    private byte[] torn = {};
  }

  private final Path folder;
  private final boolean forces;
  private final NamesOnDisk<Content> names;
  private byte[] database = {};
  private byte[] log = {};

  /// @param folder as it is now, all of it on the disk
  /// @param forces false for a disk that does not do what fsync asks for
  public CrashStates(Path folder, boolean forces) throws IOException {
    this.folder = folder;
    this.forces = forces;
    this.names = new NamesOnDisk<>(folder);
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        if (Files.isDirectory(path)) {
          names.hasFolder(path);
        } else if (!isOfSqlite(path)) {
          Content content = new Content();
          content.now = Files.readAllBytes(path);
          content.forced = content.now;
          content.torn = content.now;
          names.hasFile(path, content);
        }
      }
    }
    look();
  }

  private static boolean isOfSqlite(Path path) {
    return path.getFileName().toString().startsWith("content.");
  }

  /// Reads what SQLite has on the disk now.
  public void look() throws IOException {
    database = read("content.sqlite");
    log = read("content.sqlite-wal");
  }

  private byte[] read(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  /// Takes note of an operation that has been done.
  public void done(Op op) {
    if (isOfSqlite(op.path())) {
      return;
    }
    switch (op) {
      case Op.Create create -> names.create(create.path(), new Content());
      case Op.Write write -> write(write);
      case Op.Truncate cut -> {
        Content content = names.find(cut.path()).orElseThrow();
        content.torn = content.now;
        content.now = Arrays.copyOf(content.now, (int) cut.size());
      }
      case Op.Move move -> names.move(move.path(), move.to());
      case Op.Delete delete -> names.delete(delete.path());
      case Op.MakeFolder made -> names.makeFolder(made.path());
      case Op.Force force -> force(force.path());
    }
  }

  private void write(Op.Write write) {
    Content content = names.find(write.path()).orElseThrow();
    int end = (int) write.position() + write.bytes().length;
    content.torn = content.now;
    content.now = Arrays.copyOf(content.now, Math.max(content.now.length, end));
    System.arraycopy(write.bytes(), 0, content.now, (int) write.position(), write.bytes().length);
  }

  private void force(Path path) {
    if (!forces) {
      return;
    }
    Optional<Content> file = names.find(path);
    if (file.isPresent()) {
      file.get().forced = file.get().now;
      file.get().torn = file.get().now;
    } else {
      names.force(path);
    }
  }

  /// Makes a folder as the next start would find it.
  public void write(Path target, Loss loss, Random random) throws IOException {
    BooleanSupplier keeps = () -> keeps(loss, random);
    Set<Path> folders = names.folders(keeps);
    Map<Path, Content> kept = names.files(keeps);
    Files.createDirectories(target);
    for (Path made : folders) {
      if (names.isReachable(made, folders)) {
        Files.createDirectories(target.resolve(folder.relativize(made).toString()));
      }
    }
    for (Map.Entry<Path, Content> file : kept.entrySet()) {
      Path parent = file.getKey().getParent();
      if (names.isReachable(parent, folders)) {
        Path place = target.resolve(folder.relativize(file.getKey()).toString());
        Files.write(place, bytes(file.getValue(), loss, random));
      }
    }
    if (database.length > 0) {
      Files.write(target.resolve("content.sqlite"), database);
    }
    if (log.length > 0) {
      Files.write(target.resolve("content.sqlite-wal"), log(loss, random));
    }
  }

  private static boolean keeps(Loss loss, Random random) {
    return switch (loss) {
      case KEPT -> true;
      case DROPPED -> false;
      case SOME -> random.nextBoolean();
    };
  }

  private static byte[] bytes(Content content, Loss loss, Random random) {
    return switch (loss) {
      case KEPT -> content.now;
      case DROPPED -> content.forced;
      case SOME ->
          switch (random.nextInt(4)) {
            case 0 -> content.now;
            case 1 -> content.forced;
            case 2 -> content.torn;
            // The length is there, the bytes are not.
            default ->
                Arrays.equals(content.now, content.forced)
                    ? content.now
                    : Arrays.copyOf(content.forced, content.now.length);
          };
    };
  }

  private byte[] log(Loss loss, Random random) {
    int committed = committed();
    return switch (loss) {
      case KEPT -> log;
      case DROPPED -> Arrays.copyOf(log, committed);
      case SOME ->
          Arrays.copyOf(log, committed + random.nextInt(Math.max(1, log.length - committed + 1)));
    };
  }

  /// End of the last transaction in the log that was committed, see SQLite's file format, 4.1.
  private int committed() {
    if (log.length < LOG_HEADER) {
      return log.length;
    }
    ByteBuffer bytes = ByteBuffer.wrap(log);
    int frame = FRAME_HEADER + bytes.getInt(8);
    int end = LOG_HEADER;
    for (int at = LOG_HEADER; at + frame <= log.length; at += frame) {
      boolean current =
          bytes.getInt(at + 8) == bytes.getInt(16) && bytes.getInt(at + 12) == bytes.getInt(20);
      if (!current) {
        break;
      }
      if (bytes.getInt(at + 4) != 0) {
        end = at + frame;
      }
    }
    return end;
  }
}
