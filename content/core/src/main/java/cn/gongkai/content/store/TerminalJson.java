package cn.gongkai.content.store;

import cn.gongkai.content.release.DurableFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A small JSON file of the terminal directory: written whole through a rename, read by anyone. A
/// file that cannot be read counts as none, so that no broken file stops a terminal.
public final class TerminalJson<T> {

  private static final long BYTES_MAX = 256 * 1024;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path file;
  private final Class<T> type;

  private TerminalJson(Path file, Class<T> type) {
    this.file = file;
    this.type = type;
  }

  /// `agent.json`, written by the agent.
  public static TerminalJson<AgentReport> agentReport(Path terminal) {
    return new TerminalJson<>(terminal.resolve("agent.json"), AgentReport.class);
  }

  /// `terminal.json`, written at installation.
  public static TerminalJson<TerminalSettings> settings(Path terminal) {
    return new TerminalJson<>(terminal.resolve("terminal.json"), TerminalSettings.class);
  }

  public Optional<T> find() {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > BYTES_MAX) {
        return Optional.empty();
      }
      return Optional.ofNullable(MAPPER.readValue(Files.readString(file), type));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// @throws StoreException `STORE-IO` where the disk refuses
  public void write(T value) throws StoreException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      DurableFile.write(file, MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a file of the terminal could not be written as JSON", e);
    } catch (IOException e) {
      throw new StoreException("STORE-IO", "cannot write " + file, e);
    }
  }
}
