package cn.gongkai.content.release;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The digest of a channel's live entities, as a [ChannelHead] carries it: SHA-256 over one line
/// `kind/key SP sha256-of-json LF` for each entity, the lines sorted as bytes.
///
/// Entities are added one by one in [#ORDER], which is `ORDER BY kind, key` of the kind's id. Not
/// thread-safe; used once.
public final class HeadDigest {

  public static final Comparator<EntityRef> ORDER =
      Comparator.comparing((EntityRef ref) -> ref.kind().id()).thenComparing(EntityRef::key);

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private static final int BUFFER_BYTES = 64 << 10;

  private final MessageDigest digest = Sha256.digest();
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream(BUFFER_BYTES + 256);
  private int entities;
  private @Nullable EntityRef last;

  /// @param jsonSha256 lower-case hex of the entity's exact JSON bytes
  /// @throws IllegalArgumentException where the entity does not come after the one before
  public HeadDigest add(EntityRef ref, String jsonSha256) {
    line(ref, jsonSha256.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  private void line(EntityRef ref, byte[] hex) {
    if (last != null && ORDER.compare(last, ref) >= 0) {
      throw new IllegalArgumentException(ref + " must not come after " + last);
    }
    last = ref;
    entities++;
    lines.writeBytes(ref.toString().getBytes(StandardCharsets.UTF_8));
    lines.write(' ');
    lines.writeBytes(hex);
    lines.write('\n');
    if (lines.size() >= BUFFER_BYTES) {
      digestLines();
    }
  }

  private void digestLines() {
    digest.update(lines.toByteArray());
    lines.reset();
  }

  /// Adds an item.
  ///
  /// @param jsonSha256 the hash itself
  public HeadDigest addItem(String id, byte[] jsonSha256) {
    byte[] hex = new byte[2 * jsonSha256.length];
    for (int i = 0; i < jsonSha256.length; i++) {
      hex[2 * i] = DIGITS[(jsonSha256[i] >> 4) & 15];
      hex[2 * i + 1] = DIGITS[jsonSha256[i] & 15];
    }
    line(new EntityRef(EntityKind.ITEM, id), hex);
    return this;
  }

  /// The hash of an entity's JSON, as it goes into a line.
  public static String hash(String json) {
    return Sha256.hex(json.getBytes(StandardCharsets.UTF_8));
  }

  public ChannelHead toHead(Channel channel, long sequence, Instant asOf) {
    digestLines();
    return new ChannelHead(
        channel, sequence, asOf, HexFormat.of().formatHex(digest.digest()), entities);
  }
}
