package cn.gongkai.content.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/// A code drawn dark on light with its quiet zone, one byte of luminance a pixel.
public final class QrRaster {

  private static final byte LIGHT = (byte) 255;
  private static final int MODULE_PIXELS_MAX = 64;

  private final int side;
  private final byte[] luminance;

  private QrRaster(int side, byte[] luminance) {
    this.side = side;
    this.luminance = luminance;
  }

  /// @param modulePixels 1 to 64
  public static QrRaster draw(QrCode code, int modulePixels) {
    if (modulePixels < 1 || modulePixels > MODULE_PIXELS_MAX) {
      throw new IllegalArgumentException("a module of " + modulePixels + " pixels");
    }
    int side = code.modulesWithQuiet() * modulePixels;
    byte[] luminance = new byte[side * side];
    Arrays.fill(luminance, LIGHT);
    for (int y = 0; y < code.modules(); y++) {
      for (int x = 0; x < code.modules(); x++) {
        if (code.isDark(x, y)) {
          fill(
              luminance,
              side,
              (x + QrCode.QUIET) * modulePixels,
              (y + QrCode.QUIET) * modulePixels,
              modulePixels);
        }
      }
    }
    return new QrRaster(side, luminance);
  }

  private static void fill(byte[] luminance, int side, int left, int top, int pixels) {
    for (int y = top; y < top + pixels; y++) {
      Arrays.fill(luminance, y * side + left, y * side + left + pixels, (byte) 0);
    }
  }

  /// Pixels along one side.
  public int side() {
    return side;
  }

  /// Reads the drawn pixels back as a phone would.
  public Optional<String> decode() {
    return decode(luminance, side, side);
  }

  /// Finds a code in a picture, for example a screenshot.
  ///
  /// @param luminance one byte a pixel in rows from the top
  public static Optional<String> decode(byte[] luminance, int width, int height) {
    PlanarYUVLuminanceSource source =
        new PlanarYUVLuminanceSource(luminance, width, height, 0, 0, width, height, false);
    Map<DecodeHintType, Object> hints =
        Map.of(
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.QR_CODE));
    try {
      BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(source));
      return Optional.of(new QRCodeReader().decode(bitmap, hints).getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }

  /// The picture as PNG.
  public byte[] png() {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, side, side, luminance);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return out.toByteArray();
  }
}
