package cn.gongkai.content.qr;

import cn.gongkai.content.model.InvalidValue;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/// A QR code (GB/T 18284) at error correction level M, as modules without the quiet zone. Level M
/// needs fewer and so larger modules than H, which phone cameras read better from a screen.
///
/// Immutable and thread-safe.
public final class QrCode {

  /// Modules of quiet zone on every side.
  public static final int QUIET = 4;

  /// Characters a code may hold: more would make its modules too small for a screen.
  public static final int CHARACTERS_MAX = 300;

  private static final int MASKS = 8;
  private static final int[] VERIFIED_PIXELS = {3, 4, 7};

  private final String text;
  private final ByteMatrix matrix;

  private QrCode(String text, ByteMatrix matrix) {
    this.text = text;
    this.matrix = matrix;
  }

  /// Encodes a text so that it reads back. About one code in fifty, with the mask the standard
  /// prefers, has data that a reader takes for a pattern of the code itself; such a text gets the
  /// next mask that is read. Takes a few milliseconds.
  ///
  /// @throws InvalidValue `QR-TEXT` where the text is empty or longer than [#CHARACTERS_MAX],
  ///   `QR-UNREADABLE` where no mask reads back
  public static QrCode encode(String text) {
    if (text.isEmpty() || text.length() > CHARACTERS_MAX) {
      throw new InvalidValue(
          "QR-TEXT", "a code holds 1 to " + CHARACTERS_MAX + " characters, not " + text.length());
    }
    QrCode preferred = encode(text, hints(text));
    if (preferred.readsBack()) {
      return preferred;
    }
    for (int mask = 0; mask < MASKS; mask++) {
      Map<EncodeHintType, Object> hints = hints(text);
      hints.put(EncodeHintType.QR_MASK_PATTERN, mask);
      QrCode other = encode(text, hints);
      if (other.readsBack()) {
        return other;
      }
    }
    throw new InvalidValue("QR-UNREADABLE", "no code of this text can be read back: " + text);
  }

  /// A character set hint costs bits and some readers stumble over it: only where needed.
  private static Map<EncodeHintType, Object> hints(String text) {
    Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
      hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
    }
    return hints;
  }

  private static QrCode encode(String text, Map<EncodeHintType, Object> hints) {
    try {
      return new QrCode(text, Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix());
    } catch (WriterException e) {
      throw new InvalidValue("QR-TEXT", String.valueOf(e.getMessage()));
    }
  }

  /// True where the code, drawn in several sizes, is found and read as the same text.
  public boolean readsBack() {
    for (int pixels : VERIFIED_PIXELS) {
      if (QrRaster.draw(this, pixels).decode().filter(text::equals).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  public String text() {
    return text;
  }

  /// Modules along one side, without the quiet zone: 21, 25, 29 …
  public int modules() {
    return matrix.getWidth();
  }

  /// Modules along one side with the quiet zone on both.
  public int modulesWithQuiet() {
    return modules() + 2 * QUIET;
  }

  /// True for a dark module.
  ///
  /// @param x from the left, 0 to `modules() - 1`
  /// @param y from the top
  public boolean isDark(int x, int y) {
    return matrix.get(x, y) == 1;
  }

  /// How large the code must be on a panel so that a phone reads it.
  ///
  /// @param millimetresPerPixel of the panel, as measured
  public QrSize sizeOn(double millimetresPerPixel) {
    return QrSize.of(modulesWithQuiet(), millimetresPerPixel);
  }
}
