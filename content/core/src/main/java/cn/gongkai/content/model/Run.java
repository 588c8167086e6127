package cn.gongkai.content.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// A stretch of text of one style. A line break inside a paragraph is the character `\n`.
///
/// @param styles empty for plain text
public record Run(String text, Set<Style> styles, Optional<Link> link) {

  /// What a run can look like besides plain.
  public enum Style {
    BOLD,
    EMPHASIS,
    UNDERLINE,
    STRIKE,
    SUPERSCRIPT,
    SUBSCRIPT
  }

  public Run {
    styles =
        styles == null || styles.isEmpty()
            ? Set.of()
            : Collections.unmodifiableSet(EnumSet.copyOf(styles));
    InvalidValue.require(!text.isEmpty(), "MODEL-BLOCK", "a run of text must not be empty");
  }

  public static Run of(String text) {
    return new Run(text, Set.of(), Optional.empty());
  }
}
