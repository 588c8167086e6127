package cn.gongkai.content.model;

import java.util.Optional;

/// A constant with an official Chinese term, as authored files and documents write it.
public interface Term {

  String term();

  /// The constant whose official term is the given text.
  static <E extends Enum<E> & Term> Optional<E> find(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.term().equals(text)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
