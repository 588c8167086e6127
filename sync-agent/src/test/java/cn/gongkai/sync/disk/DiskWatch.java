package cn.gongkai.sync.disk;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What stands between this process and the disk, where it was started with it: the library made of
/// `diskwatch.c`. It sees what Java asks of the disk as well as what SQLite does.
public final class DiskWatch {

  /// Bits of [#fail]: requests that may need a block that a full disk does not have.
  static final int NEEDS_ROOM = 1 | 2 | 16 | 64;

  /// All kinds of requests.
  static final int EVERYTHING = 127;

  /// Names the library to the system.
  static final String PRELOAD = "LD_PRELOAD";

  private static final Linker LINKER = Linker.nativeLinker();

  private DiskWatch() {}

  /// Compiles the library with the machine's compiler.
  static Path compile(Path folder) throws IOException, InterruptedException {
    Path source = folder.resolve("diskwatch.c");
    Path library = folder.resolve("diskwatch.so");
    try (InputStream text = DiskWatch.class.getResourceAsStream("diskwatch.c")) {
      Files.copy(text, source);
    }
    Process compiler =
        new ProcessBuilder(
                List.of(
                    "cc",
                    "-O1",
                    "-Wall",
                    "-Wextra",
                    "-Werror",
                    "-shared",
                    "-fPIC",
                    "-o",
                    library.toString(),
                    source.toString(),
                    "-ldl"))
            .redirectErrorStream(true)
            .start();
    String said = new String(compiler.getInputStream().readAllBytes());
    if (compiler.waitFor() != 0) {
      throw new IOException("cc: " + said);
    }
    return library;
  }

  /// Records what is done below the folder from now on.
  public static void watch(Path folder, Path log) {
    watch(folder.toString(), log.toString());
  }

  /// Records no more.
  public static void end() {
    watch("", "");
  }

  private static void watch(String folder, String log) {
    try (Arena arena = Arena.ofConfined()) {
      call(
          function("disk_watch", null, ValueLayout.ADDRESS, ValueLayout.ADDRESS),
          arena.allocateFrom(folder),
          arena.allocateFrom(log));
    }
  }

  /// Lets requests fail.
  ///
  /// @param from the first of them, counted from now; 0 for none
  /// @param times how many
  /// @param error number of the system's error
  /// @param kinds a bit each, in the order of `diskwatch.c`
  public static void fail(int from, int times, int error, int kinds) {
    ValueLayout number = ValueLayout.JAVA_INT;
    call(function("disk_fail", null, number, number, number, number), from, times, error, kinds);
  }

  /// Requests of the chosen kinds since [#fail].
  public static int count() {
    return (int) call(function("disk_count", ValueLayout.JAVA_INT));
  }

  /// How many of them failed.
  public static int failures() {
    return (int) call(function("disk_failures", ValueLayout.JAVA_INT));
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(
      String name, MemoryLayout result, MemoryLayout... parameters) {
    Path library = Path.of(System.getenv(PRELOAD));
    MemorySegment address =
        SymbolLookup.libraryLookup(library, Arena.global()).find(name).orElseThrow();
    FunctionDescriptor descriptor =
        result == null
            ? FunctionDescriptor.ofVoid(parameters)
            : FunctionDescriptor.of(result, parameters);
    return LINKER.downcallHandle(address, descriptor);
  }

  private static Object call(MethodHandle function, Object... arguments) {
    try {
      return function.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
