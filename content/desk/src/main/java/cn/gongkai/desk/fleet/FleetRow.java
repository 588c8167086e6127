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
/// @param last its newest receipt
/// @param code why it is not up to date, as it says
/// @param flags `REPORT-…` codes of what does not hold together, with details
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
    Optional<Receipt> last,
    Optional<String> code,
    List<Flag> flags,
    long missing,
    long dropped,
    List<Receipt.FaultCount> faults) {

  /// Something that does not hold together.
  public record Flag(String code, String detail, Optional<Instant> at) {}

  public FleetRow {
    flags = List.copyOf(flags);
    faults = List.copyOf(faults);
  }
}
