package cn.gongkai.desk.fleet;

import java.time.Instant;
import java.util.Optional;

/// One line of what the desk noted of a terminal: that something came, or that something about it
/// was wrong. Notes are only ever appended.
///
/// @param at by the desk's clock
/// @param how `line`, `stick` or `desk`
/// @param code `REPORT-…` where something was wrong
/// @param detail what was expected and what came
/// @param to number of the last receipt of what came
/// @param dropped how many the terminal said it gave up
/// @param sentAt when what came was signed, by the terminal's clock
public record Note(
    Instant at,
    String how,
    Optional<String> code,
    Optional<String> detail,
    Optional<String> series,
    Optional<Long> from,
    Optional<Long> to,
    Optional<Long> dropped,
    Optional<Instant> sentAt) {

  static Note trouble(Instant at, String how, String code, String detail) {
    return new Note(
        at,
        how,
        Optional.of(code),
        Optional.of(detail),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
