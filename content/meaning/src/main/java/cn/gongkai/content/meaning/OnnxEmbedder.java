package cn.gongkai.content.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import cn.gongkai.content.onnx.OnnxNetwork;
import cn.gongkai.content.search.Embedder;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
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
  private static final int TOKENS_MAX = 256;

  private final OnnxNetwork network;
  private final BertTokens tokens;

  private OnnxEmbedder(OnnxNetwork network, BertTokens tokens) {
    this.network = network;
    this.tokens = tokens;
  }

  /// Loads the library and the network; some tenths of a second.
  ///
  /// @param folder with [#NETWORK] and [#TOKENIZER]
  /// @param runtime a folder with the library of ONNX Runtime, where it is not on the class path
  /// @throws IOException where one of them is missing, damaged, or does not run on this machine
  public static Embedder open(Path folder, Path runtime) throws IOException {
    try {
      BertTokens tokens = BertTokens.read(folder.resolve(TOKENIZER));
      return tried(new OnnxEmbedder(OnnxNetwork.open(folder.resolve(NETWORK), runtime), tokens));
    } catch (RuntimeException | LinkageError e) {
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
    long[] all = new long[numbers.length];
    Arrays.fill(all, 1);
    try (OnnxTensor ids = tensor(numbers);
        OnnxTensor mask = tensor(all);
        OnnxTensor types = tensor(new long[numbers.length]);
        OrtSession.Result result =
            network
                .session()
                .run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      float[] first = ((float[][][]) result.get(0).getValue())[0][0];
      return first.length == DIMENSIONS ? Optional.of(unit(first)) : Optional.empty();
    } catch (OrtException | RuntimeException e) {
      LOG.warn("a meaning could not be made: {}", e.toString());
      return Optional.empty();
    }
  }

  private OnnxTensor tensor(long[] numbers) throws OrtException {
    return OnnxTensor.createTensor(
        network.environment(), LongBuffer.wrap(numbers), new long[] {1, numbers.length});
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
