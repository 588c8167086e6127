package cn.gongkai.desk.index;

import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.desk.authoring.FileStamp;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/// The file of the index. It ends in a checksum: what a cut or a bad disk has damaged is as good as
/// not there, and costs time only.
///
/// @param file in a folder of its own, never in the site
public record IndexFile(Path file) {

  private static final String MAGIC = "gongkai publisher's index 1";
  private static final int BUFFER_BYTES = 1 << 20;

  /// The last index that was saved whole under these rules.
  ///
  /// @param rules see [PublisherIndex#rules]
  public Optional<PublisherIndex> read(String rules) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int length = bytes.length - Long.BYTES;
      if (length < 0) {
        return Optional.empty();
      }
      CRC32C crc = new CRC32C();
      crc.update(bytes, 0, length);
      if (crc.getValue() != ByteBuffer.wrap(bytes, length, Long.BYTES).getLong()) {
        return Optional.empty();
      }
      return parse(bytes, length).filter(index -> index.rules().equals(rules));
    } catch (IOException | RuntimeException e) {
      // Not there, or of another program that used the same name: both mean to begin anew.
      return Optional.empty();
    }
  }

  private static Optional<PublisherIndex> parse(byte[] bytes, int length) throws IOException {
    ByteArrayInputStream raw = new ByteArrayInputStream(bytes, 0, length);
    DataInputStream in = new DataInputStream(raw);
    if (!in.readUTF().equals(MAGIC)) {
      return Optional.empty();
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
    int rows = in.readInt();
    ByteBuffer rest = ByteBuffer.wrap(bytes, length - raw.available(), raw.available()).slice();
    List<IndexRow> list = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      list.add(IndexRow.read(rest));
    }
    return Optional.of(
        new PublisherIndex(rules, heads, structure, pages, segments, columns, channels, list));
  }

  private static List<String> names(DataInputStream in) throws IOException {
    List<String> names = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      names.add(in.readUTF());
    }
    return names;
  }

  /// Replaces the file by renaming. It is not forced to the disk: the checksum tells.
  public void write(PublisherIndex index) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    CRC32C crc = new CRC32C();
    try (OutputStream plain = Files.newOutputStream(partial)) {
      DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(new CheckedOutputStream(plain, crc), BUFFER_BYTES));
      header(index, out);
      for (IndexRow row : index.rows()) {
        row.writeTo(out);
      }
      out.flush();
      plain.write(ByteBuffer.allocate(Long.BYTES).putLong(crc.getValue()).array());
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void header(PublisherIndex index, DataOutputStream out) throws IOException {
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
    names(index.columns(), out);
    names(index.channels(), out);
    out.writeInt(index.rows().size());
  }

  private static void names(NameTable table, DataOutputStream out) throws IOException {
    out.writeInt(table.names().size());
    for (String name : table.names()) {
      out.writeUTF(name);
    }
  }
}
