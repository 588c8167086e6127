package cn.gongkai.desk.yaml;

import cn.gongkai.content.model.Term;
import cn.gongkai.desk.problem.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A map of an authored file, read field by field. A wrong value is reported and read as absent, so
/// that one pass finds every problem; whoever builds something from the values first asks
/// [Problems#anyBlocks].
public final class Fields {

  private final Map<String, Yaml.Entry> entries = new HashMap<>();
  private final Problems problems;
  private final int line;

  /// @param names the keys that may stand here; any other is a problem
  /// @param synonyms other ways to write a key, for example 标题 for `title`
  public Fields(
      Yaml.Mapping mapping, Set<String> names, Map<String, String> synonyms, Problems problems) {
    this.problems = problems;
    this.line = mapping.line();
    for (Yaml.Entry entry : mapping.entries()) {
      String name = synonyms.getOrDefault(entry.key(), entry.key());
      if (!names.contains(name)) {
        problems.block(entry.line(), "AUTHORED-KEY", entry.key(), nearest(entry.key(), names));
      } else if (entries.putIfAbsent(name, entry) != null) {
        problems.block(entry.line(), "AUTHORED-KEY-TWICE", entry.key());
      }
    }
  }

  public Fields(Yaml.Mapping mapping, Set<String> names, Problems problems) {
    this(mapping, names, Map.of(), problems);
  }

  private static String nearest(String key, Set<String> names) {
    return names.stream().sorted().min(NearestName.to(key)).orElse("");
  }

  public Problems problems() {
    return problems;
  }

  /// Line of the map itself.
  public int line() {
    return line;
  }

  /// Line of a field, or of the map where the field is absent.
  public int line(String name) {
    Yaml.Entry entry = entries.get(name);
    return entry == null ? line : entry.line();
  }

  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /// Lines of all fields present.
  public Map<String, Integer> lines() {
    return entries.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().line()));
  }

  /// The value as it stands.
  public Optional<Yaml> findValue(String name) {
    return Optional.ofNullable(entries.get(name)).map(Yaml.Entry::value);
  }

  public Optional<String> text(String name) {
    return switch (entries.get(name)) {
      case null -> Optional.empty();
      case Yaml.Entry(String k, int l, Yaml.Scalar scalar) ->
          Optional.of(scalar.text()).filter(t -> !t.isBlank());
      case Yaml.Entry entry -> {
        problems.block(entry.line(), "AUTHORED-NOT-TEXT", entry.key());
        yield Optional.empty();
      }
    };
  }

  /// The text, or a problem and an empty text.
  public String required(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      problems.block(line(name), "AUTHORED-REQUIRED", name);
    }
    return text.orElse("");
  }

  /// A value that needs parsing.
  ///
  /// @param code of the problem where the parser returns empty; particulars: value, name
  public <T> Optional<T> parsed(String name, String code, Function<String, Optional<T>> parser) {
    Optional<String> text = text(name);
    Optional<T> value = text.flatMap(parser);
    if (text.isPresent() && value.isEmpty()) {
      problems.block(line(name), code, text.get(), name);
    }
    return value;
  }

  /// As [#parsed], and a problem where it is absent.
  public <T> Optional<T> requiredParsed(
      String name, String code, Function<String, Optional<T>> parser) {
    if (text(name).isEmpty()) {
      problems.block(line(name), "AUTHORED-REQUIRED", name);
      return Optional.empty();
    }
    return parsed(name, code, parser);
  }

  public Optional<LocalDate> date(String name) {
    return parsed(name, "AUTHORED-DATE", AuthoredDates::findDate);
  }

  public Optional<LocalDate> requiredDate(String name) {
    return requiredParsed(name, "AUTHORED-DATE", AuthoredDates::findDate);
  }

  public Optional<LocalDateTime> requiredTime(String name) {
    return requiredParsed(name, "AUTHORED-DATE", AuthoredDates::findTime);
  }

  public Optional<LocalDateTime> time(String name) {
    return parsed(name, "AUTHORED-DATE", AuthoredDates::findTime);
  }

  public Optional<Integer> integer(String name) {
    return parsed(name, "AUTHORED-NUMBER", Fields::findInteger);
  }

  public Optional<Integer> requiredInteger(String name) {
    return requiredParsed(name, "AUTHORED-NUMBER", Fields::findInteger);
  }

  public static Optional<Integer> findInteger(String text) {
    return text.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  public Optional<Boolean> requiredTruth(String name) {
    return requiredParsed(
        name,
        "AUTHORED-TRUTH",
        text ->
            switch (text) {
              case "true", "是" -> Optional.of(true);
              case "false", "否" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  public Optional<URI> address(String name) {
    return parsed(name, "AUTHORED-ADDRESS", Fields::findAddress);
  }

  public Optional<URI> requiredAddress(String name) {
    return requiredParsed(name, "AUTHORED-ADDRESS", Fields::findAddress);
  }

  /// An absolute http or https address.
  public static Optional<URI> findAddress(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// A constant by its Chinese term.
  public <E extends Enum<E> & Term> Optional<E> term(String name, Class<E> type) {
    Optional<String> text = text(name);
    Optional<E> value = text.flatMap(t -> Term.find(type, t));
    if (text.isPresent() && value.isEmpty()) {
      String known =
          Arrays.stream(type.getEnumConstants()).map(Term::term).collect(Collectors.joining("、"));
      problems.block(line(name), "AUTHORED-TERM", text.get(), name, known);
    }
    return value;
  }

  /// Texts of a list; a single text counts as a list of one.
  public List<Yaml.Scalar> scalars(String name) {
    List<Yaml.Scalar> texts = new ArrayList<>();
    for (Yaml value : values(name)) {
      if (value instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
        texts.add(scalar);
      } else {
        problems.block(value.line(), "AUTHORED-NOT-TEXT", name);
      }
    }
    return texts;
  }

  public List<String> texts(String name) {
    return scalars(name).stream().map(Yaml.Scalar::text).toList();
  }

  /// Maps of a list.
  public List<Yaml.Mapping> mappings(String name) {
    List<Yaml.Mapping> maps = new ArrayList<>();
    for (Yaml value : values(name)) {
      if (value instanceof Yaml.Mapping mapping) {
        maps.add(mapping);
      } else {
        problems.block(value.line(), "AUTHORED-NOT-MAP", name);
      }
    }
    return maps;
  }

  public Optional<Yaml.Mapping> mapping(String name) {
    return switch (entries.get(name)) {
      case null -> Optional.empty();
      case Yaml.Entry(String k, int l, Yaml.Mapping mapping) -> Optional.of(mapping);
      case Yaml.Entry entry -> {
        problems.block(entry.line(), "AUTHORED-NOT-MAP", entry.key());
        yield Optional.empty();
      }
    };
  }

  private List<Yaml> values(String name) {
    return switch (entries.get(name)) {
      case null -> List.of();
      case Yaml.Entry(String k, int l, Yaml.Sequence sequence) -> sequence.values();
      case Yaml.Entry(String k, int l, Yaml.Scalar(String text, int at)) when text.isBlank() ->
          List.of();
      case Yaml.Entry entry -> List.of(entry.value());
    };
  }
}
