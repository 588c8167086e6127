package cn.gongkai.content.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Texts as the database keeps them: their length in bytes, then raw deflate with a preset
/// dictionary of typical official wording. The dictionary is part of the file format: another one
/// is another [Schema#VERSION].
final class Packing {

  private static final byte[] DICTIONARY = dictionary();
  private static final int LEVEL = 6;
  private static final int DICTIONARY_BYTES_MAX = 32 * 1024;

  private Packing() {}

  private static byte[] dictionary() {
    try (InputStream in = Packing.class.getResourceAsStream("official-wording.txt")) {
      if (in == null) {
        throw new IllegalStateException("official-wording.txt is not in the program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] pack(String text) {
    return pack(text, DICTIONARY);
  }

  /// Packs a text that says much of what another one says: it shrinks to the difference.
  static byte[] pack(String text, String nearby) {
    return pack(text, dictionaryWith(nearby));
  }

  private static byte[] dictionaryWith(String nearby) {
    byte[] near = nearby.getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(DICTIONARY, DICTIONARY.length + near.length);
    System.arraycopy(near, 0, both, DICTIONARY.length, near.length);
    return both.length <= DICTIONARY_BYTES_MAX
        ? both
        : Arrays.copyOfRange(both, both.length - DICTIONARY_BYTES_MAX, both.length);
  }

  private static byte[] pack(String text, byte[] dictionary) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    Deflater deflater = new Deflater(LEVEL, true);
    try {
      deflater.setDictionary(dictionary);
      deflater.setInput(plain);
      deflater.finish();
      ByteBuffer packed = ByteBuffer.allocate(Integer.BYTES + plain.length + plain.length / 8 + 64);
      packed.putInt(plain.length);
      while (!deflater.finished()) {
        deflater.deflate(packed);
      }
      return Arrays.copyOf(packed.array(), packed.position());
    } finally {
      deflater.end();
    }
  }

  /// @throws StoreException `STORE-CORRUPT`
  static String unpack(byte[] packed, int bytesMax) throws StoreException {
    return unpack(packed, bytesMax, DICTIONARY);
  }

  /// @param nearby the very text it was packed with
  /// @throws StoreException `STORE-CORRUPT`
  static String unpack(byte[] packed, int bytesMax, String nearby) throws StoreException {
    return unpack(packed, bytesMax, dictionaryWith(nearby));
  }

  private static String unpack(byte[] packed, int bytesMax, byte[] dictionary)
      throws StoreException {
    if (packed.length < Integer.BYTES) {
      throw corrupt("it is cut short", null);
    }
    ByteBuffer in = ByteBuffer.wrap(packed);
    int length = in.getInt();
    if (length < 0 || length > bytesMax) {
      throw corrupt("its length is said to be " + length, null);
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(dictionary);
      inflater.setInput(in);
      byte[] plain = new byte[length];
      int done = inflater.inflate(plain);
      if (done != length) {
        throw corrupt(done + " of " + length + " bytes came out", null);
      }
      return new String(plain, StandardCharsets.UTF_8);
    } catch (DataFormatException e) {
      throw corrupt(String.valueOf(e.getMessage()), e);
    } finally {
      inflater.end();
    }
  }

  private static StoreException corrupt(String why, @Nullable Exception cause) {
    String message = "a text cannot be unpacked: " + why;
    return cause == null
        ? new StoreException("STORE-CORRUPT", message)
        : new StoreException("STORE-CORRUPT", message, cause);
  }
}
