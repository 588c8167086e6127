package cn.gongkai.content.store;

import cn.gongkai.content.release.DurableFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A small JSON file of the terminal directory: written whole through a rename, read by anyone. A
/// file that cannot be read counts as none, so that no broken file stops a terminal; a setting of
/// the wrong kind counts as not set, and the others are in force.
public final class TerminalJson<T> {

  /// A file of settings that cannot be read, or that holds a setting of the wrong kind.
  public static final String UNREADABLE = "STORE-SETTINGS";

  /// What a file says.
  ///
  /// @param value empty where there is no file, or none that can be read
  /// @param wrong names of members of the wrong kind, which count as missing; at most [#WRONG_MAX]
  /// @param broken true where there is a file and it cannot be read
  public record Reading<T>(Optional<T> value, List<String> wrong, boolean broken) {

    public Reading {
      wrong = List.copyOf(wrong);
    }
  }

  /// Wrong members that are named.
  public static final int WRONG_MAX = 16;

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
  private final boolean memberwise;

  /// @param memberwise true where every member may be missing, so that a wrong one can be left out
  private TerminalJson(Path file, Class<T> type, boolean memberwise) {
    this.file = file;
    this.type = type;
    this.memberwise = memberwise;
  }

  /// `agent.json`, written by the agent.
  public static TerminalJson<AgentReport> agentReport(Path terminal) {
    return new TerminalJson<>(terminal.resolve("agent.json"), AgentReport.class, false);
  }

  /// `terminal.json`, written at installation.
  public static TerminalJson<TerminalSettings> settings(Path terminal) {
    return new TerminalJson<>(terminal.resolve("terminal.json"), TerminalSettings.class, true);
  }

  public Optional<T> find() {
    return read().value();
  }

  public Reading<T> read() {
    if (!Files.exists(file)) {
      return new Reading<>(Optional.empty(), List.of(), false);
    }
    try {
      JsonNode tree = tree();
      List<String> wrong =
          memberwise && tree instanceof ObjectNode all ? withoutWrong(all) : List.of();
      return new Reading<>(Optional.of(MAPPER.treeToValue(tree, type)), wrong, false);
    } catch (IOException | IllegalArgumentException e) {
      return new Reading<>(Optional.empty(), List.of(), true);
    }
  }

  /// Changes some members of the file; everything else stays as it stands there, what is wrong or
  /// unknown too.
  ///
  /// @param unset what is changed where there is no file
  /// @throws StoreException `STORE-SETTINGS` where there is a file that cannot be read, so that
  ///   writing would lose what it holds; `STORE-IO` where the disk refuses
  public void change(T unset, UnaryOperator<T> change) throws StoreException {
    Reading<T> now = read();
    if (now.broken()) {
      throw new StoreException(UNREADABLE, file + " cannot be read and is left as it is");
    }
    T before = now.value().orElse(unset);
    ObjectNode old = MAPPER.valueToTree(before);
    ObjectNode members = MAPPER.valueToTree(change.apply(before));
    try {
      ObjectNode kept =
          now.value().isPresent() && tree() instanceof ObjectNode all ? all : members.deepCopy();
      members.properties().stream()
          .filter(member -> !member.getValue().equals(old.get(member.getKey())))
          .forEach(member -> kept.set(member.getKey(), member.getValue()));
      write(kept);
    } catch (IOException e) {
      throw new StoreException(UNREADABLE, file + " changed while it was read", e);
    }
  }

  private JsonNode tree() throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > BYTES_MAX) {
      throw new IOException(file + " is no small file");
    }
    JsonNode tree = MAPPER.readTree(Files.readString(file));
    if (!tree.isObject()) {
      throw new IOException(file + " holds no object");
    }
    return tree;
  }

  /// Takes out the members that cannot be read by themselves.
  private List<String> withoutWrong(ObjectNode all) {
    List<String> wrong = new ArrayList<>();
    for (String name : all.properties().stream().map(Map.Entry::getKey).toList()) {
      ObjectNode alone = MAPPER.createObjectNode();
      alone.set(name, all.get(name));
      try {
        MAPPER.treeToValue(alone, type);
      } catch (JsonProcessingException | IllegalArgumentException e) {
        all.remove(name);
        if (wrong.size() < WRONG_MAX) {
          wrong.add(name);
        }
      }
    }
    return wrong;
  }

  /// @throws StoreException `STORE-IO` where the disk refuses
  public void write(T value) throws StoreException {
    write(MAPPER.<JsonNode>valueToTree(value));
  }

  private void write(JsonNode value) throws StoreException {
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
