package cn.gongkai.content.release.json;

import cn.gongkai.content.release.ReleaseException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A JSON value without fractions, which signed metadata never has. Immutable. Members keep their
/// order and unknown ones stay.
public sealed interface Json {

  /// A string that can be written as UTF-8: without lone surrogates.
  record Text(String value) implements Json {}

  record Int(BigInteger value) implements Json {}

  record Bool(boolean value) implements Json {}

  record Null() implements Json {}

  record Arr(List<Json> elements) implements Json {
    public Arr {
      elements = List.copyOf(elements);
    }
  }

  /// Accessors throw `RELEASE-TUF-FORM` where a member is missing or of another kind.
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public Optional<Json> find(String name) {
      return Optional.ofNullable(members.get(name));
    }

    public Obj object(String name) throws ReleaseException {
      if (members.get(name) instanceof Obj found) {
        return found;
      }
      throw wrong("an object", name);
    }

    public String text(String name) throws ReleaseException {
      if (members.get(name) instanceof Text found) {
        return found.value();
      }
      throw wrong("a string", name);
    }

    /// A whole number from 0 to 2^53 - 1, all that readers in every language agree on.
    public long number(String name) throws ReleaseException {
      if (members.get(name) instanceof Int found
          && found.value().signum() >= 0
          && found.value().bitLength() <= 53) {
        return found.value().longValueExact();
      }
      throw wrong("a number from 0 to 2^53-1", name);
    }

    public boolean flag(String name) throws ReleaseException {
      if (members.get(name) instanceof Bool found) {
        return found.value();
      }
      throw wrong("true or false", name);
    }

    public List<Json> list(String name) throws ReleaseException {
      if (members.get(name) instanceof Arr found) {
        return found.elements();
      }
      throw wrong("a list", name);
    }

    public List<String> texts(String name) throws ReleaseException {
      List<String> texts = new ArrayList<>();
      for (Json element : list(name)) {
        if (!(element instanceof Text text)) {
          throw wrong("a list of strings", name);
        }
        texts.add(text.value());
      }
      return texts;
    }

    public List<Obj> objects(String name) throws ReleaseException {
      List<Obj> objects = new ArrayList<>();
      for (Json element : list(name)) {
        objects.add(asObject(element, name));
      }
      return objects;
    }

    /// The members of a member that is a map of objects.
    public Map<String, Obj> objectMap(String name) throws ReleaseException {
      Map<String, Obj> map = new LinkedHashMap<>();
      for (Map.Entry<String, Json> entry : object(name).members().entrySet()) {
        map.put(entry.getKey(), asObject(entry.getValue(), name + "." + entry.getKey()));
      }
      return map;
    }

    /// The same object with a member added at the end, or replaced in its place.
    public Obj with(String name, Json value) {
      Map<String, Json> more = new LinkedHashMap<>(members);
      more.put(name, value);
      return new Obj(more);
    }

    public Obj with(String name, String value) {
      return with(name, new Text(value));
    }

    public Obj with(String name, long value) {
      return with(name, new Int(BigInteger.valueOf(value)));
    }

    public Obj with(String name, boolean value) {
      return with(name, new Bool(value));
    }

    private ReleaseException wrong(String expected, String name) {
      return ReleaseException.refused(
          "RELEASE-TUF-FORM", expected + " as '" + name + "'", kind(members.get(name)));
    }

    private static String kind(@Nullable Json found) {
      return found == null ? "nothing" : found.getClass().getSimpleName();
    }
  }

  static Obj object() {
    return new Obj(Map.of());
  }

  static Arr texts(String... values) {
    return new Arr(Arrays.stream(values).<Json>map(Text::new).toList());
  }

  static Obj asObject(Json value, String where) throws ReleaseException {
    if (value instanceof Obj object) {
      return object;
    }
    throw ReleaseException.refused(
        "RELEASE-TUF-FORM", "an object in '" + where + "'", value.getClass().getSimpleName());
  }
}
