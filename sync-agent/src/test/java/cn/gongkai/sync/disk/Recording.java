package cn.gongkai.sync.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads what `diskwatch.c` has recorded.
final class Recording {

  private Recording() {}

  static List<Op> read(Path log) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(log)).order(ByteOrder.nativeOrder());
    List<Op> ops = new ArrayList<>();
    while (bytes.hasRemaining()) {
      int kind = bytes.getInt();
      int pathLength = bytes.getInt();
      int dataLength = bytes.getInt();
      long at = bytes.getLong();
      Path path = Path.of(text(bytes, pathLength));
      byte[] data = new byte[dataLength];
      bytes.get(data);
      ops.add(
          switch (kind) {
            case 0 -> new Op.Create(path);
            case 1 -> new Op.Write(path, at, data);
            case 2 -> new Op.Truncate(path, at);
            case 3 -> new Op.Force(path);
            case 4 -> new Op.Move(path, Path.of(new String(data, StandardCharsets.UTF_8)));
            case 5 -> new Op.Delete(path);
            case 6 -> new Op.MakeFolder(path);
            default -> throw new IOException("no kind " + kind);
          });
    }
    return ops;
  }

  private static String text(ByteBuffer bytes, int length) {
    byte[] text = new byte[length];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
