package cn.gongkai.kiosk.input.ink;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import cn.gongkai.kiosk.work.FaultException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/// PP-OCRv4's recognition network in ONNX Runtime: reads printed and written lines. Thread-safe.
/// The only class that knows ONNX Runtime, so that the terminal runs without it.
final class OnnxReader implements LineReader {

  /// ONNX Runtime or the network is missing, damaged, or does not run on this processor: the
  /// classifier reads alone.
  static final String UNUSABLE = "KIOSK-INK-READER";

  static final String NETWORK = "ink.onnx";
  static final String SIGNS = "ink.signs";

  private static final long NETWORK_BYTES_MAX = 64L << 20;
  private static final int SIGNS_MAX = 40_000;
  private static final int CHANNELS = 3;
  private static final float WHITE = 255f;

  /// ONNX Runtime goes more than 11,000 calls deep when it looks at the machine, which took 1.1 MB
  /// where it was measured and is no fixed number. A thread of Java has 1 MB, and what runs over it
  /// ends the process.
  private static final long STACK_BYTES = 32L << 20;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String input;
  private final List<String> signs;

  private OnnxReader(OrtEnvironment environment, OrtSession session, List<String> signs) {
    this.environment = environment;
    this.session = session;
    this.input = session.getInputNames().iterator().next();
    this.signs = signs;
  }

  /// Loads the library and the network; some tenths of a second.
  ///
  /// @param folder with [#NETWORK], [#SIGNS] and, unless it is on the class path, the library
  /// @throws FaultException [#UNUSABLE]
  static LineReader open(Path folder) throws FaultException {
    ThreadFactory deep =
        Thread.ofPlatform().daemon().name("ink-reader").stackSize(STACK_BYTES).factory();
    try (ExecutorService opening = Executors.newSingleThreadExecutor(deep)) {
      return opening.submit(() -> load(folder)).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FaultException fault) {
        throw fault;
      }
      throw new FaultException(UNUSABLE, "the line reader cannot be used: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(UNUSABLE, "interrupted while the line reader was opened", e);
    }
  }

  private static LineReader load(Path folder) throws FaultException {
    try {
      List<String> signs = signs(folder.resolve(SIGNS));
      Path network = folder.resolve(NETWORK);
      if (Files.size(network) > NETWORK_BYTES_MAX) {
        throw new FaultException(UNUSABLE, network + " is larger than " + NETWORK_BYTES_MAX);
      }
      if (Files.exists(folder.resolve(System.mapLibraryName("onnxruntime")))) {
        System.setProperty("onnxruntime.native.path", folder.toString());
      }
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setCPUArenaAllocator(false);
        OrtSession session = environment.createSession(Files.readAllBytes(network), options);
        return tried(new OnnxReader(environment, session, signs));
      }
    } catch (IOException | OrtException | RuntimeException | LinkageError e) {
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
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(floats(image)), shape);
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
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
