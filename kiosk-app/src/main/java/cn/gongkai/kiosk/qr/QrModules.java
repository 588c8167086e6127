package cn.gongkai.kiosk.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Optional;

/// The dark and light modules of a QR code, level M: fewer and so larger modules than level H gives
/// for the same words, which is what old phone cameras need. No quiet zone.
public final class QrModules {

  /// Characters beyond which a code becomes too fine to photograph: 57 modules.
  public static final int CHARACTERS_MAX = 213;

  /// Light modules around a code (ISO/IEC 18004).
  public static final int QUIET = 4;

  private final ByteMatrix modules;

  private QrModules(ByteMatrix modules) {
    this.modules = modules;
  }

  /// The code of a text, empty where it is too long to be photographed.
  public static Optional<QrModules> find(String text) {
    if (text.isEmpty() || text.length() > CHARACTERS_MAX) {
      return Optional.empty();
    }
    try {
      return Optional.of(new QrModules(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix()));
    } catch (WriterException e) {
      return Optional.empty();
    }
  }

  /// Modules a side.
  public int side() {
    return modules.getWidth();
  }

  public boolean dark(int x, int y) {
    return modules.get(x, y) == 1;
  }
}
