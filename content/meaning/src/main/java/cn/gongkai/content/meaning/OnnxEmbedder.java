package cn.gongkai.content.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import cn.gongkai.content.search.Embedder;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The network bge-small-zh-v1.5 of BAAI, four layers with numbers of a byte: 24 MB, some 2 ms for
/// a question and 13 ms for a paragraph. What stands first in its answer is the direction of the
/// whole text. The only class here that knows ONNX Runtime, so that programs run without it.
/// Thread-safe.
public final class OnnxEmbedder implements Embedder {

  /// The network in its folder.
  public static final String NETWORK = "meaning.onnx";

  /// Its vocabulary, in the same folder.
  public static final String TOKENIZER = "meaning.json";

  private static final Logger LOG = LoggerFactory.getLogger(OnnxEmbedder.class);
  private static final long NETWORK_BYTES_MAX = 64L << 20;
  private static final int TOKENS_MAX = 256;

  /// ONNX Runtime goes very deep when it looks at the machine: what runs over a thread's stack ends
  /// the process.
  private static final long STACK_BYTES = 32L << 20;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final BertTokens tokens;

  private OnnxEmbedder(OrtEnvironment environment, OrtSession session, BertTokens tokens) {
    this.environment = environment;
    this.session = session;
    this.tokens = tokens;
  }

  /// Loads the library and the network; some tenths of a second.
  ///
  /// @param folder with [#NETWORK] and [#TOKENIZER]
  /// @param runtime a folder with the library of ONNX Runtime, where it is not on the class path
  /// @throws IOException where one of them is missing, damaged, or does not run on this machine
  public static Embedder open(Path folder, Path runtime) throws IOException {
    ThreadFactory deep =
        Thread.ofPlatform().daemon().name("meaning").stackSize(STACK_BYTES).factory();
    try (ExecutorService opening = Executors.newSingleThreadExecutor(deep)) {
      return opening.submit(() -> load(folder, runtime)).get();
    } catch (ExecutionException e) {
      throw new IOException("meanings cannot be made: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the network was opened", e);
    }
  }

  private static OnnxEmbedder load(Path folder, Path runtime) throws IOException {
    try {
      BertTokens tokens = BertTokens.read(folder.resolve(TOKENIZER));
      Path network = folder.resolve(NETWORK);
      if (Files.size(network) > NETWORK_BYTES_MAX) {
        throw new IOException(network + " is larger than " + NETWORK_BYTES_MAX);
      }
      if (Files.exists(runtime.resolve(System.mapLibraryName("onnxruntime")))) {
        System.setProperty("onnxruntime.native.path", runtime.toString());
      }
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setCPUArenaAllocator(false);
        OrtSession session = environment.createSession(Files.readAllBytes(network), options);
        return tried(new OnnxEmbedder(environment, session, tokens));
      }
    } catch (OrtException | RuntimeException | LinkageError e) {
      throw new IOException(e.toString(), e);
    }
  }

  /// Reads a word, so that a network of another shape is found out at once.
  private static OnnxEmbedder tried(OnnxEmbedder embedder) throws IOException {
    if (embedder.embed("公开").isEmpty()) {
      throw new IOException("the network does not answer with " + DIMENSIONS + " numbers");
    }
    return embedder;
  }

  @Override
  public Optional<float[]> embed(String text) {
    long[] numbers = tokens.of(text, TOKENS_MAX);
    Map<String, long[]> given = new HashMap<>();
    long[] all = new long[numbers.length];
    Arrays.fill(all, 1);
    given.put("input_ids", numbers);
    given.put("attention_mask", all);
    given.put("token_type_ids", new long[numbers.length]);
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (Map.Entry<String, long[]> input : given.entrySet()) {
        if (session.getInputNames().contains(input.getKey())) {
          inputs.put(input.getKey(), tensor(input.getValue()));
        }
      }
      try (OrtSession.Result result = session.run(inputs)) {
        float[][][] answer = (float[][][]) result.get(0).getValue();
        return answer[0][0].length == DIMENSIONS
            ? Optional.of(unit(answer[0][0]))
            : Optional.empty();
      }
    } catch (OrtException | RuntimeException e) {
      LOG.warn("a meaning could not be made: {}", e.toString());
      return Optional.empty();
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(long[] numbers) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
  }

  private static float[] unit(float[] direction) {
    double squares = 0;
    for (float number : direction) {
      squares += (double) number * number;
    }
    float[] unit = new float[direction.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (direction[i] / Math.sqrt(squares));
    }
    return unit;
  }
}
