package cn.gongkai.content.release.json;

import cn.gongkai.content.release.ReleaseException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JSON as bytes, in both directions.
///
/// Reading is strict: UTF-8 without a mark, no member twice, no fraction, no lone surrogate, at
/// most [#DEPTH_MAX] levels, nothing after the value. Whatever two readers could understand
/// differently is refused, because a signature covers only one of the meanings.
public final class JsonText {

  public static final int DEPTH_MAX = 32;

  private static final int DIGITS_MAX = 40;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxNumberLength(DIGITS_MAX)
                  .build())
          .build();

  private JsonText() {}

  /// @throws ReleaseException `RELEASE-TUF-JSON`
  public static Json.Obj read(byte[] bytes) throws ReleaseException {
    try (JsonParser parser = FACTORY.createParser(decode(bytes))) {
      parser.nextToken();
      Json value = value(parser);
      if (parser.nextToken() != null) {
        throw refused("nothing after the value", "more");
      }
      return Json.asObject(value, "the whole text");
    } catch (JsonParseException | StreamConstraintsException e) {
      throw ReleaseException.refused("RELEASE-TUF-JSON", "JSON", e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
  }

  private static String decode(byte[] bytes) throws ReleaseException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw ReleaseException.refused("RELEASE-TUF-JSON", "UTF-8", "malformed bytes", e);
    }
  }

  /// Recursion is bounded: the parser refuses more than [#DEPTH_MAX] levels.
  private static Json value(JsonParser parser) throws IOException, ReleaseException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw refused("a value", "the end");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new Json.Text(whole(parser.getText()));
      case VALUE_NUMBER_INT -> new Json.Int(parser.getBigIntegerValue());
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> new Json.Null();
      default -> throw refused("no fraction", token);
    };
  }

  private static Json object(JsonParser parser) throws IOException, ReleaseException {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = whole(parser.currentName());
      parser.nextToken();
      members.put(name, value(parser));
    }
    return new Json.Obj(members);
  }

  private static Json array(JsonParser parser) throws IOException, ReleaseException {
    List<Json> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return new Json.Arr(elements);
  }

  private static String whole(String text) throws ReleaseException {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSurrogatePair(
            text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
          throw refused("whole characters", "a lone surrogate");
        }
        i++;
      }
    }
    return text;
  }

  private static ReleaseException refused(String expected, Object actual) {
    return ReleaseException.refused("RELEASE-TUF-JSON", expected, actual);
  }

  /// Compact JSON text that any reader understands.
  public static byte[] write(Json value) {
    StringBuilder out = new StringBuilder();
    append(value, out, false);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// OLPC canonical JSON, the form over which TUF signs: members sorted by code point, no spaces,
  /// and in strings only `"` and `\` escaped. Not always valid JSON: control characters stay bare.
  public static byte[] canonical(Json value) {
    StringBuilder out = new StringBuilder();
    append(value, out, true);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(Json value, StringBuilder out, boolean canonical) {
    switch (value) {
      case Json.Text text -> quote(text.value(), out, canonical);
      case Json.Int number -> out.append(number.value());
      case Json.Bool bool -> out.append(bool.value());
      case Json.Null ignored -> out.append("null");
      case Json.Arr array -> {
        String separator = "";
        out.append('[');
        for (Json element : array.elements()) {
          out.append(separator);
          append(element, out, canonical);
          separator = ",";
        }
        out.append(']');
      }
      case Json.Obj object -> {
        List<String> names = new ArrayList<>(object.members().keySet());
        if (canonical) {
          names.sort(JsonText::byCodePoint);
        }
        String separator = "";
        out.append('{');
        for (String name : names) {
          out.append(separator);
          quote(name, out, canonical);
          out.append(':');
          object.find(name).ifPresent(member -> append(member, out, canonical));
          separator = ",";
        }
        out.append('}');
      }
    }
  }

  private static int byCodePoint(String a, String b) {
    return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
  }

  private static void quote(String text, StringBuilder out, boolean canonical) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' && !canonical) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
