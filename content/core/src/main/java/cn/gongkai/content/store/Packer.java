package cn.gongkai.content.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/// Packs texts into the form that [Packing] reads. Keeps the compressor's memory from one text to
/// the next; used by one thread at a time.
final class Packer implements AutoCloseable {

  private static final int LEVEL = 6;

  private final Deflater deflater = new Deflater(LEVEL, true);
  private ByteBuffer packed = ByteBuffer.allocate(64 << 10);

  byte[] pack(String text) {
    return pack(text, Packing.DICTIONARY);
  }

  /// Packs a text that says much of what another one says: it shrinks to the difference.
  byte[] pack(String text, String nearby) {
    return pack(text, Packing.dictionaryWith(nearby));
  }

  private byte[] pack(String text, byte[] dictionary) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    int most = Integer.BYTES + plain.length + plain.length / 8 + 64;
    if (packed.capacity() < most) {
      packed = ByteBuffer.allocate(most);
    }
    packed.clear();
    packed.putInt(plain.length);
    deflater.reset();
    deflater.setDictionary(dictionary);
    deflater.setInput(plain);
    deflater.finish();
    while (!deflater.finished()) {
      deflater.deflate(packed);
    }
    return Arrays.copyOf(packed.array(), packed.position());
  }

  @Override
  public void close() {
    deflater.end();
  }
}
