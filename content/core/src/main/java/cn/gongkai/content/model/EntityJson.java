package cn.gongkai.content.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;

/// Entities as JSON, the form they have in segments and in the store. Writing is deterministic: the
/// same entity always gives the same bytes, so that hashes of entities can be compared.
///
/// Reading ignores unknown fields, so that an old terminal survives a newer desk; it refuses
/// duplicate keys, nesting deeper than 64 and text after the value. Thread-safe.
public final class EntityJson {

  private static final int DEPTH_MAX = 64;

  private static final ObjectMapper MAPPER = mapper();

  private EntityJson() {}

  private static ObjectMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build());
    return mapper;
  }

  public static String write(Entity entity) {
    try {
      return MAPPER.writerFor(Entity.class).writeValueAsString(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entity could not be written", e);
    }
  }

  public static byte[] writeBytes(Entity entity) {
    return write(entity).getBytes(StandardCharsets.UTF_8);
  }

  /// @throws InvalidValue `MODEL-JSON` where the text is not an entity, or the code of the rule
  ///   that one of its values breaks
  public static Entity read(String json) {
    try {
      return MAPPER.readValue(json, Entity.class);
    } catch (JsonMappingException e) {
      if (e.getCause() instanceof InvalidValue invalid) {
        throw invalid;
      }
      throw new InvalidValue("MODEL-JSON", e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw new InvalidValue("MODEL-JSON", e.getOriginalMessage());
    }
  }

  /// @throws InvalidValue as [#read] does, and `MODEL-JSON` where the entity is of another kind
  public static <T extends Entity> T read(String json, Class<T> type) {
    Entity entity = read(json);
    if (!type.isInstance(entity)) {
      throw new InvalidValue("MODEL-JSON", "expected " + type.getSimpleName());
    }
    return type.cast(entity);
  }
}
