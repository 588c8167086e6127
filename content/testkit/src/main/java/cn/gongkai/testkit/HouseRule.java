package cn.gongkai.testkit;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A rule about lines of source text that the compiler cannot check.
///
/// @param name short, for the failure
/// @param applies to which files, by path from the project's root
/// @param forbidden what must not stand on a line
/// @param instead what to do, in the imperative
record HouseRule(String name, Predicate<String> applies, Pattern forbidden, String instead) {

  static HouseRule forbid(
      String name, Predicate<String> applies, String forbidden, String instead) {
    return new HouseRule(name, applies, Pattern.compile(forbidden), instead);
  }
}
