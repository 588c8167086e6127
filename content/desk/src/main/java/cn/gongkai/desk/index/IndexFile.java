package cn.gongkai.desk.index;

import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.desk.authoring.FileStamp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The file of the index, and beside it a log of what has changed since the file was written, so
/// that remembering a publication costs by the change. File and entries of the log each end in a
/// checksum: what a cut or a bad disk has damaged is as good as not there, and costs time only.
///
/// Not thread-safe; for one publication.
public final class IndexFile {

  private static final String MAGIC = "gongkai publisher's index 2";
  private static final int BUFFER_BYTES = 1 << 20;

  /// The log is folded into the file when it is longer than this share of it.
  private static final int LOG_SHARE = 4;

  private final Path file;
  private final Path log;
  private @Nullable Read last;

  /// @param file in a folder of its own, never in the site
  public IndexFile(Path file) {
    this.file = file;
    this.log = file.resolveSibling(file.getFileName() + ".log");
  }

  /// What was read.
  ///
  /// @param crc of the file, which begins its log
  /// @param bytes of the file
  /// @param logged bytes of the log that are whole
  private record Read(PublisherIndex index, long crc, long bytes, long logged) {}

  /// The last index that was saved whole under these rules.
  ///
  /// @param rules see [PublisherIndex#rules]
  public Optional<PublisherIndex> read(String rules) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int length = bytes.length - Long.BYTES;
      if (length < 0 || crc(bytes, 0, length) != ByteBuffer.wrap(bytes).getLong(length)) {
        return Optional.empty();
      }
      ByteBuffer in = ByteBuffer.wrap(bytes, 0, length).slice();
      Part whole = part(in);
      List<IndexRow> rows = rows(in, whole.rows());
      last = withLog(whole.withRows(rows), crc(bytes, 0, length), bytes.length);
      return Optional.of(last.index()).filter(index -> index.rules().equals(rules));
    } catch (IOException | RuntimeException e) {
      // Not there, or of another program that used the same name: both mean to begin anew.
      return Optional.empty();
    }
  }

  private Read withLog(PublisherIndex whole, long crc, long bytes) throws IOException {
    ByteBuffer in =
        ByteBuffer.wrap(Files.exists(log) ? Files.readAllBytes(log) : new byte[0]).slice();
    if (in.remaining() < Long.BYTES || in.getLong() != crc) {
      return new Read(whole, crc, bytes, 0);
    }
    PublisherIndex index = whole;
    Map<String, Optional<IndexRow>> changed = new HashMap<>();
    int end = in.position();
    while (in.remaining() > Integer.BYTES + Long.BYTES) {
      int length = in.getInt();
      long expected = in.getLong();
      int from = in.arrayOffset() + in.position();
      if (length < 0 || length > in.remaining() || crc(in.array(), from, length) != expected) {
        break;
      }
      ByteBuffer entry = in.slice(in.position(), length);
      Part part = part(entry);
      for (String gone : part.gone()) {
        changed.put(gone, Optional.empty());
      }
      rows(entry, part.rows()).forEach(row -> changed.put(row.id(), Optional.of(row)));
      index = part.withRows(index.rows());
      in.position(in.position() + length);
      end = in.position();
    }
    return new Read(IndexChanges.apply(index, changed), crc, bytes, end);
  }

  private static long crc(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return crc.getValue();
  }

  /// Everything but the rows.
  ///
  /// @param gone ids of items that are no longer there; in the log only
  /// @param rows how many follow
  private record Part(PublisherIndex index, List<String> gone, int rows) {
    PublisherIndex withRows(List<IndexRow> list) {
      return index.withRows(list);
    }
  }

  private static Part part(ByteBuffer from) throws IOException {
    ByteArrayInputStream raw =
        new ByteArrayInputStream(
            from.array(), from.arrayOffset() + from.position(), from.remaining());
    DataInputStream in = new DataInputStream(raw);
    if (!in.readUTF().equals(MAGIC)) {
      throw new IOException("another format");
    }
    String rules = in.readUTF();
    SortedMap<Channel, ChannelHead> heads = new TreeMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      Channel channel = new Channel(in.readUTF());
      heads.put(
          channel,
          PublisherIndex.head(channel, in.readLong(), in.readUTF(), in.readUTF(), in.readInt()));
    }
    SortedMap<EntityRef, String> structure = new TreeMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      structure.put(PublisherIndex.ref(in.readUTF()), in.readUTF());
    }
    PageFolderState pages = new PageFolderState(in.readLong(), in.readUTF());
    Map<String, FileStamp> segments = new HashMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      segments.put(in.readUTF(), new FileStamp(in.readLong(), in.readLong(), in.readInt()));
    }
    NameTable columns = new NameTable(names(in));
    NameTable channels = new NameTable(names(in));
    List<String> gone = names(in);
    int rows = in.readInt();
    from.position(from.limit() - raw.available());
    PublisherIndex index =
        new PublisherIndex(rules, heads, structure, pages, segments, columns, channels, List.of());
    return new Part(index, gone, rows);
  }

  private static List<IndexRow> rows(ByteBuffer in, int count) {
    List<IndexRow> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(IndexRow.read(in));
    }
    return rows;
  }

  private static List<String> names(DataInputStream in) throws IOException {
    List<String> names = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      names.add(in.readUTF());
    }
    return names;
  }

  /// Remembers an index: in the log what differs from the one that was read here, or all of it.
  /// Neither is forced to the disk: the checksums tell.
  public void write(PublisherIndex index) throws IOException {
    Read read = last;
    if (read != null && isStill(read) && read.index().rules().equals(index.rules())) {
      byte[] entry = entry(IndexChanges.between(read.index().rows(), index.rows()), index);
      if (read.logged() + entry.length < read.bytes() / LOG_SHARE) {
        append(entry, read);
        return;
      }
    }
    replace(index);
  }

  /// False where another publication has written since.
  private boolean isStill(Read read) throws IOException {
    long logged = Files.exists(log) ? Files.size(log) : 0;
    return Files.exists(file) && Files.size(file) == read.bytes() && logged == read.logged();
  }

  private static byte[] entry(IndexChanges changes, PublisherIndex index) throws IOException {
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(entry);
    header(index, changes.gone(), changes.rows().size(), out);
    for (IndexRow row : changes.rows()) {
      row.writeTo(out);
    }
    return entry.toByteArray();
  }

  private void append(byte[] entry, Read read) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    if (read.logged() == 0) {
      out.writeLong(read.crc());
    }
    out.writeInt(entry.length);
    out.writeLong(crc(entry, 0, entry.length));
    out.write(entry);
    Files.write(log, bytes.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void replace(PublisherIndex index) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    CRC32C crc = new CRC32C();
    try (OutputStream plain = Files.newOutputStream(partial)) {
      ByteArrayOutputStream piece = new ByteArrayOutputStream(BUFFER_BYTES * 2);
      header(index, List.of(), index.rows().size(), new DataOutputStream(piece));
      for (IndexRow row : index.rows()) {
        row.writeTo(piece);
        if (piece.size() > BUFFER_BYTES) {
          writeDown(piece, plain, crc);
        }
      }
      writeDown(piece, plain, crc);
      plain.write(ByteBuffer.allocate(Long.BYTES).putLong(crc.getValue()).array());
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(log);
  }

  private static void writeDown(ByteArrayOutputStream piece, OutputStream plain, CRC32C crc)
      throws IOException {
    byte[] bytes = piece.toByteArray();
    crc.update(bytes, 0, bytes.length);
    plain.write(bytes);
    piece.reset();
  }

  private static void header(
      PublisherIndex index, List<String> gone, int rows, DataOutputStream out) throws IOException {
    out.writeUTF(MAGIC);
    out.writeUTF(index.rules());
    out.writeInt(index.heads().size());
    for (ChannelHead head : index.heads().values()) {
      out.writeUTF(head.channel().name());
      out.writeLong(head.sequence());
      out.writeUTF(head.asOf().toString());
      out.writeUTF(head.digest());
      out.writeInt(head.entities());
    }
    out.writeInt(index.structure().size());
    for (Map.Entry<EntityRef, String> entity : index.structure().entrySet()) {
      out.writeUTF(entity.getKey().toString());
      out.writeUTF(entity.getValue());
    }
    out.writeLong(index.pages().modified());
    out.writeUTF(index.pages().start());
    out.writeInt(index.segments().size());
    for (Map.Entry<String, FileStamp> segment : index.segments().entrySet()) {
      out.writeUTF(segment.getKey());
      out.writeLong(segment.getValue().size());
      out.writeLong(segment.getValue().modified());
      out.writeInt(segment.getValue().node());
    }
    names(index.columns().names(), out);
    names(index.channels().names(), out);
    names(gone, out);
    out.writeInt(rows);
  }

  private static void names(List<String> names, DataOutputStream out) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      out.writeUTF(name);
    }
  }
}
