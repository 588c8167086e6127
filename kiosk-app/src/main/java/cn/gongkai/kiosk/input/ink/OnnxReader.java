package cn.gongkai.kiosk.input.ink;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import cn.gongkai.content.onnx.OnnxNetwork;
import cn.gongkai.kiosk.work.FaultException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// PP-OCRv4's recognition network in ONNX Runtime: reads printed and written lines. Thread-safe.
final class OnnxReader implements LineReader {

  /// ONNX Runtime or the network is missing, damaged, or does not run on this processor: the
  /// classifier reads alone.
  static final String UNUSABLE = "KIOSK-INK-READER";

  static final String NETWORK = "ink.onnx";
  static final String SIGNS = "ink.signs";

  private static final int SIGNS_MAX = 40_000;
  private static final int CHANNELS = 3;
  private static final float WHITE = 255f;

  private final OnnxNetwork network;
  private final String input;
  private final List<String> signs;

  private OnnxReader(OnnxNetwork network, List<String> signs) {
    this.network = network;
    this.input = network.session().getInputNames().iterator().next();
    this.signs = signs;
  }

  /// Loads the library and the network; some tenths of a second.
  ///
  /// @param folder with [#NETWORK], [#SIGNS] and, unless it is on the class path, the library
  /// @throws FaultException [#UNUSABLE]
  static LineReader open(Path folder) throws FaultException {
    try {
      List<String> signs = signs(folder.resolve(SIGNS));
      OnnxNetwork network = OnnxNetwork.open(folder.resolve(NETWORK), folder);
      return tried(new OnnxReader(network, signs));
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new FaultException(UNUSABLE, "the line reader cannot be used: " + e, e);
    }
  }

  /// Reads a white line, so that a network of another shape is found out at once.
  private static LineReader tried(OnnxReader reader) throws FaultException {
    byte[] white = new byte[InkImage.HEIGHT * InkImage.HEIGHT];
    Arrays.fill(white, (byte) 0xff);
    reader.read(new InkImage(InkImage.HEIGHT, white));
    return reader;
  }

  @Override
  public List<String> signs() {
    return signs;
  }

  @Override
  public float[][] read(InkImage image) throws FaultException {
    long[] shape = {1, CHANNELS, InkImage.HEIGHT, image.width()};
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(network.environment(), FloatBuffer.wrap(floats(image)), shape);
        OrtSession.Result result = network.session().run(Map.of(input, tensor))) {
      float[][][] batch = (float[][][]) result.get(0).getValue();
      if (batch.length != 1 || batch[0].length == 0 || batch[0][0].length != signs.size()) {
        throw new FaultException(UNUSABLE, "the network does not fit its list of signs");
      }
      return batch[0];
    } catch (OrtException | ClassCastException e) {
      throw new FaultException(UNUSABLE, "the line reader failed: " + e, e);
    }
  }

  /// The same grey in all three channels, -1 black to 1 white.
  private static float[] floats(InkImage image) {
    int pixels = image.width() * InkImage.HEIGHT;
    float[] floats = new float[CHANNELS * pixels];
    for (int i = 0; i < pixels; i++) {
      floats[i] = Byte.toUnsignedInt(image.grey()[i]) / WHITE * 2 - 1;
    }
    for (int channel = 1; channel < CHANNELS; channel++) {
      System.arraycopy(floats, 0, floats, channel * pixels, pixels);
    }
    return floats;
  }

  /// One sign a line; before them the gap, after them the space.
  private static List<String> signs(Path file) throws IOException {
    List<String> signs = new ArrayList<>(List.of(""));
    signs.addAll(Files.readAllLines(file));
    signs.add(" ");
    if (signs.size() > SIGNS_MAX) {
      throw new IOException(file + " lists more than " + SIGNS_MAX + " signs");
    }
    return List.copyOf(signs);
  }
}
