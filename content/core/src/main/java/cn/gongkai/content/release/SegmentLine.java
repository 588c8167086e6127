package cn.gongkai.content.release;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.InvalidValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of one line of a segment, in both directions.
///
/// A put is always written `{"seq":N,"put":ENTITY}`, in this order and without spaces, so that the
/// exact bytes of the entity, which are what is hashed, can be cut out without parsing twice.
final class SegmentLine {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Pattern START =
      Pattern.compile("\\{\"seq\":([1-9]\\d{0,17}),\"(put|delete)\":");

  /// Kind and name of an entity as a desk begins it.
  private static final Pattern NAME =
      Pattern.compile("\\{\"kind\":\"([a-z]+)\",\"id\":\"([A-Za-z0-9._-]+)\"");

  /// Enough for a number, a kind and a name.
  private static final int START_BYTES = 256;

  private SegmentLine() {}

  static String write(NumberedChange numbered) {
    return switch (numbered.change()) {
      case Change.Put put -> "{\"seq\":" + numbered.sequence() + ",\"put\":" + put.json() + "}";
      case Change.Delete delete -> {
        var line = MAPPER.createObjectNode().put("seq", numbered.sequence());
        line.putObject("delete")
            .put("kind", delete.ref().kind().id())
            .put("key", delete.ref().key());
        yield line.put("reason", delete.reason()).put("at", delete.at().toString()).toString();
      }
    };
  }

  static NumberedChange read(String line) throws ReleaseException {
    Matcher start = START.matcher(line);
    if (!start.lookingAt() || !line.endsWith("}")) {
      throw refused("{\"seq\":N,\"put\"|\"delete\":…}", excerpt(line));
    }
    long sequence = Long.parseLong(start.group(1));
    return new NumberedChange(
        sequence,
        start.group(2).equals("put")
            ? put(line.substring(start.end(), line.length() - 1), sequence)
            : delete(line));
  }

  private static Change put(String json, long sequence) throws ReleaseException {
    try {
      return new Change.Put(EntityJson.read(json), json);
    } catch (InvalidValue e) {
      throw ReleaseException.refused(
          "RELEASE-SEGMENT-ENTITY",
          "a valid entity at " + sequence,
          e.code() + " " + e.getMessage(),
          e);
    }
  }

  private static Change delete(String line) throws ReleaseException {
    try {
      JsonNode node = MAPPER.readTree(line);
      JsonNode ref = node.required("delete");
      return new Change.Delete(
          new EntityRef(
              EntityKind.ofId(ref.required("kind").asText()), ref.required("key").asText()),
          node.required("reason").asText(),
          Instant.parse(node.required("at").asText()));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      throw refused("a delete with kind, key, reason and at", excerpt(line));
    }
  }

  /// Where the line that begins at a place ends, without its LF.
  static int end(byte[] lines, int from) {
    int end = from;
    while (end < lines.length && lines[end] != '\n') {
      end++;
    }
    return end;
  }

  /// What a line puts, told by its first bytes alone where they are as a desk writes them.
  ///
  /// @return empty for a header and a delete
  static Optional<EntityRef> findPut(byte[] lines, int from, int end) throws ReleaseException {
    String start = new String(lines, from, Math.min(START_BYTES, end - from), ISO_8859_1);
    Matcher matcher = START.matcher(start);
    if (!matcher.lookingAt() || !matcher.group(2).equals("put")) {
      return Optional.empty();
    }
    Matcher name = NAME.matcher(start).region(matcher.end(), start.length());
    return Optional.of(
        name.lookingAt()
            ? new EntityRef(EntityKind.ofId(name.group(1)), name.group(2))
            : read(new String(lines, from, end - from, UTF_8)).change().ref());
  }

  static SegmentHeader readHeader(String line) throws ReleaseException {
    try {
      JsonNode node = MAPPER.readTree(line);
      if (node.required("segment").asInt() != SegmentHeader.FORMAT) {
        throw ReleaseException.refused(
            "RELEASE-SEGMENT-HEADER",
            "segment format " + SegmentHeader.FORMAT,
            node.required("segment"));
      }
      return new SegmentHeader(
          new Channel(node.required("channel").asText()),
          node.required("from").asLong(-1),
          node.required("to").asLong(-1),
          node.required("base").asBoolean());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw ReleaseException.refused(
          "RELEASE-SEGMENT-HEADER", "a segment's header", excerpt(line), e);
    }
  }

  private static ReleaseException refused(String expected, String actual) {
    return ReleaseException.refused("RELEASE-SEGMENT-LINE", expected, actual);
  }

  private static String excerpt(String line) {
    return line.length() <= 80 ? line : line.substring(0, 80) + "…";
  }
}
