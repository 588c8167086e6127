package cn.gongkai.desk.index;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.ShortPath;
import cn.gongkai.content.release.Channel;
import cn.gongkai.desk.authoring.FileStamp;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/// A row of the index: what every publication needs of every item, and the bytes of the rest, which
/// are only taken apart where they are needed.
///
/// @param size see [FileStamp]
/// @param column number of the column in the index's table
/// @param channel number of the channel in the index's table
/// @param published seconds since 1970
/// @param address the item's [ShortPath] as a number
/// @param flags what the rest holds
/// @param bytes what the row lies in as it stands in the index: an array that many rows share
/// @param at where in it the row begins
/// @param end where in it the row ends
/// @param hashAt where in it the hash begins; the rest follows, see [FactsCodec]
public record IndexRow(
    String file,
    String id,
    long size,
    long modified,
    int node,
    short column,
    short channel,
    long published,
    long address,
    byte flags,
    byte[] bytes,
    int at,
    int end,
    int hashAt) {

  static final int HASH_BYTES = 32;

  /// Everything but the two names and the rest, with the lengths of the three.
  private static final int FIXED_BYTES =
      3 * Short.BYTES + Short.BYTES + 4 * Long.BYTES + 2 * Integer.BYTES + Byte.BYTES + HASH_BYTES;

  private static final byte TIED = 1;
  private static final byte MENTIONS = 2;
  private static final byte BLOBS = 4;
  private static final byte NOTED = 8;

  public static IndexRow of(ItemFacts facts, NameTable columns, NameTable channels)
      throws IOException {
    int flags = facts.dependencies().isEmpty() ? 0 : TIED;
    flags |= facts.mentioned().isEmpty() ? 0 : MENTIONS;
    flags |= facts.blobs().isEmpty() ? 0 : BLOBS;
    boolean noted =
        !facts.read().isEmpty() || !facts.checked().isEmpty() || !facts.overridden().isEmpty();
    flags |= noted ? NOTED : 0;
    EntityRef ref = new EntityRef(EntityKind.ITEM, facts.id().value());
    return packed(
        facts.file(),
        facts.id().value(),
        facts.stamp().size(),
        facts.stamp().modified(),
        facts.stamp().node(),
        columns.numberOf(facts.column().value()),
        channels.numberOf(Channel.of(ref).name()),
        facts.publishedAt().toEpochSecond(),
        address(facts.id()),
        (byte) flags,
        HexFormat.of().parseHex(facts.hash()),
        FactsCodec.write(facts));
  }

  /// The short path of an item as a number.
  public static long address(ItemId id) {
    return Long.parseLong(ShortPath.of(id).value(), Character.MAX_RADIX);
  }

  /// The same item with another stamp on its source.
  public IndexRow withStamp(FileStamp stamp) {
    return packed(
        file,
        id,
        stamp.size(),
        stamp.modified(),
        stamp.node(),
        column,
        channel,
        published,
        address,
        flags,
        hash(),
        facts());
  }

  /// SHA-256 of the published JSON.
  public byte[] hash() {
    return Arrays.copyOfRange(bytes, hashAt, hashAt + HASH_BYTES);
  }

  /// The bytes of the rest.
  ByteBuffer facts() {
    int from = hashAt + HASH_BYTES + Integer.BYTES;
    return ByteBuffer.wrap(bytes, from, end - from);
  }

  /// True of the same row.
  boolean hasBytesOf(IndexRow other) {
    return Arrays.equals(bytes, at, end, other.bytes, other.at, other.end);
  }

  public boolean hasStamp(FileStamp stamp) {
    return stamp.size() == size && stamp.modified() == modified && stamp.node() == node;
  }

  public boolean isTied() {
    return (flags & TIED) != 0;
  }

  public boolean mentionsItems() {
    return (flags & MENTIONS) != 0;
  }

  public boolean hasBlobs() {
    return (flags & BLOBS) != 0;
  }

  public boolean isNoted() {
    return (flags & NOTED) != 0;
  }

  public EntityRef ref() {
    return new EntityRef(EntityKind.ITEM, id);
  }

  public ItemFacts facts(NameTable columns) {
    return FactsCodec.read(this, columns);
  }

  public Instant publishedAt() {
    return Instant.ofEpochSecond(published);
  }

  private static IndexRow packed(
      String file,
      String id,
      long size,
      long modified,
      int node,
      short column,
      short channel,
      long published,
      long address,
      byte flags,
      byte[] hash,
      ByteBuffer facts) {
    byte[] fileBytes = file.getBytes(StandardCharsets.UTF_8);
    byte[] idBytes = id.getBytes(StandardCharsets.UTF_8);
    ByteBuffer raw =
        ByteBuffer.allocate(FIXED_BYTES + fileBytes.length + idBytes.length + facts.remaining());
    raw.putShort((short) fileBytes.length).put(fileBytes);
    raw.putShort((short) idBytes.length).put(idBytes);
    raw.putLong(size).putLong(modified).putInt(node);
    raw.putShort(column).putShort(channel).putLong(published).putLong(address);
    raw.put(flags).put(hash).putInt(facts.remaining()).put(facts.duplicate());
    return read(raw.flip());
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, at, end - at);
  }

  /// @throws java.nio.BufferUnderflowException where the bytes end too early
  static IndexRow read(ByteBuffer in) {
    int begin = in.position();
    String file = text(in);
    String id = text(in);
    long size = in.getLong();
    long modified = in.getLong();
    int node = in.getInt();
    short column = in.getShort();
    short channel = in.getShort();
    long published = in.getLong();
    long address = in.getLong();
    byte flags = in.get();
    int hashAt = in.arrayOffset() + in.position();
    in.position(in.position() + HASH_BYTES);
    int length = in.getInt();
    in.position(in.position() + length);
    int end = in.arrayOffset() + in.position();
    return new IndexRow(
        file,
        id,
        size,
        modified,
        node,
        column,
        channel,
        published,
        address,
        flags,
        in.array(),
        in.arrayOffset() + begin,
        end,
        hashAt);
  }

  private static String text(ByteBuffer in) {
    int length = in.getShort();
    String text =
        new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }
}
