package cn.gongkai.content.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/// A network that is ready to be asked, from any thread. Programs run without ONNX Runtime: it is
/// looked for when a network is opened.
///
/// @param session lives as long as the program
public record OnnxNetwork(OrtEnvironment environment, OrtSession session) {

  private static final long BYTES_MAX = 64L << 20;

  /// ONNX Runtime goes more than 11,000 calls deep when it looks at the machine, which took 1.1 MB
  /// where it was measured and is no fixed number. A thread of Java has 1 MB, and what runs over it
  /// ends the process.
  private static final long STACK_BYTES = 32L << 20;

  /// Loads the library and the network; some tenths of a second.
  ///
  /// @param runtime a folder with the library, where it is not on the class path
  /// @throws IOException where one of them is missing, damaged, or does not run on this processor
  public static OnnxNetwork open(Path file, Path runtime) throws IOException {
    ThreadFactory deep =
        Thread.ofPlatform().daemon().name("onnx-opening").stackSize(STACK_BYTES).factory();
    try (ExecutorService opening = Executors.newSingleThreadExecutor(deep)) {
      return opening.submit(() -> load(file, runtime)).get();
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + file + " was opened", e);
    }
  }

  private static OnnxNetwork load(Path file, Path runtime) throws IOException, OrtException {
    if (Files.size(file) > BYTES_MAX) {
      throw new IOException(file + " is larger than " + BYTES_MAX);
    }
    if (Files.exists(runtime.resolve(System.mapLibraryName("onnxruntime")))) {
      System.setProperty("onnxruntime.native.path", runtime.toString());
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    environment.setTelemetry(false);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setCPUArenaAllocator(false);
      return new OnnxNetwork(
          environment, environment.createSession(Files.readAllBytes(file), options));
    }
  }
}
