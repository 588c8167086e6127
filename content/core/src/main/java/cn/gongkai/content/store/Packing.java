package cn.gongkai.content.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Texts as the database keeps them: their length in bytes, then raw deflate with a preset
/// dictionary of typical official wording. [Packer] makes them, this reads them. The dictionary is
/// part of the file format: another one is another [Schema#VERSION].
final class Packing {

  static final byte[] DICTIONARY = dictionary();
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

  /// The dictionary for a text that says much of what another one says.
  static byte[] dictionaryWith(String nearby) {
    byte[] near = nearby.getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(DICTIONARY, DICTIONARY.length + near.length);
    System.arraycopy(near, 0, both, DICTIONARY.length, near.length);
    return both.length <= DICTIONARY_BYTES_MAX
        ? both
        : Arrays.copyOfRange(both, both.length - DICTIONARY_BYTES_MAX, both.length);
  }

  /// @throws StoreException `STORE-TEXT`
  static String unpack(byte @Nullable [] packed, int bytesMax) throws StoreException {
    return unpack(packed, bytesMax, DICTIONARY);
  }

  /// @param nearby the very text it was packed with
  /// @throws StoreException `STORE-TEXT`
  static String unpack(byte @Nullable [] packed, int bytesMax, String nearby)
      throws StoreException {
    return unpack(packed, bytesMax, dictionaryWith(nearby));
  }

  private static String unpack(byte @Nullable [] packed, int bytesMax, byte[] dictionary)
      throws StoreException {
    if (packed == null || packed.length < Integer.BYTES) {
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
        ? new StoreException("STORE-TEXT", message)
        : new StoreException("STORE-TEXT", message, cause);
  }
}
