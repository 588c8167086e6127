package cn.gongkai.sync.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A command line of the public conformance protocol: options and one command, in any order.
///
/// Read by hand: a parser of annotations would double the start of a program that is started for
/// every step of a suite.
record TufArguments(Map<String, String> options, List<String> targets, List<String> words) {

  static final class Wrong extends Exception {
    Wrong(String message) {
      super(message);
    }
  }

  static TufArguments read(String... args) throws Wrong {
    Map<String, String> options = new HashMap<>();
    List<String> targets = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (!args[i].startsWith("--")) {
        words.add(args[i]);
        continue;
      }
      String name = args[i].split("=", 2)[0];
      if (!name.equals(args[i])) {
        put(name, args[i].substring(name.length() + 1), options, targets);
      } else if (++i < args.length) {
        put(name, args[i], options, targets);
      } else {
        throw new Wrong(name + " needs a value");
      }
    }
    return new TufArguments(options, targets, words);
  }

  private static void put(
      String name, String value, Map<String, String> options, List<String> targets) throws Wrong {
    switch (name) {
      case "--target-name" -> targets.add(value);
      case "--metadata-dir", "--metadata-url", "--target-base-url", "--target-dir" ->
          options.put(name, value);
      default -> throw new Wrong("unknown option " + name);
    }
  }

  String need(String option) throws Wrong {
    return Optional.ofNullable(options.get(option))
        .orElseThrow(() -> new Wrong(option + " is missing"));
  }

  Path folder(String option) throws Wrong {
    return Path.of(need(option));
  }

  String command() throws Wrong {
    if (words.isEmpty()) {
      throw new Wrong("say what to do: init, refresh or download");
    }
    return words.getFirst();
  }
}
