package cn.gongkai.desk.fleet;

import cn.gongkai.content.report.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known of one terminal.
///
/// @param terminal its name; empty for a hall without one
/// @param hall name of the hall, or its id where the site does not know it
/// @param behindChanges changes of all channels that it has not got
/// @param behindBy how much newer the published content is than what it holds
/// @param heardAt when something of it last came to the desk
/// @param byStick true where that came on a stick
/// @param last what its newest receipt says
/// @param code why it is not up to date, as it says
/// @param flags `REPORT-…` codes of what does not hold together, with details
/// @param clockOff by how much its clock was ahead when it last sent something, below zero where
///   behind; only where that is more than the limit
/// @param missing receipts that never came
/// @param dropped receipts that it says it gave up
/// @param faults what its screen met in the last seven days, newest first
public record FleetRow(
    Optional<String> terminal,
    String hall,
    State state,
    long behindChanges,
    Optional<Duration> behindBy,
    Optional<Instant> heardAt,
    boolean byStick,
    Optional<Last> last,
    Optional<String> code,
    List<Flag> flags,
    Optional<Duration> clockOff,
    long missing,
    long dropped,
    List<Receipt.FaultCount> faults) {

  /// What a newest receipt says.
  ///
  /// @param provenAt when the store was last proven to hold the newest, by the terminal's clock
  /// @param asOf when the desk published what is held
  public record Last(
      long number, String version, Optional<Instant> provenAt, Optional<Instant> asOf) {

    static Last of(Receipt receipt) {
      Receipt.Times times = receipt.times();
      return new Last(receipt.number(), receipt.version(), times.succeededAt(), times.asOf());
    }
  }

  /// A hall that nobody answers for.
  static FleetRow never(String hall) {
    return new FleetRow(
        Optional.empty(),
        hall,
        State.NEVER,
        0,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        0,
        0,
        List.of());
  }

  /// Something that does not hold together.
  public record Flag(String code, String detail, Optional<Instant> at) {}

  public FleetRow {
    flags = List.copyOf(flags);
    faults = List.copyOf(faults);
  }
}
