package cn.gongkai.desk.fleet;

/// What became of a batch at the desk.
public sealed interface Intake {

  /// Everything up to this number of the series is on disk, whether it came now or before.
  ///
  /// @param added receipts that were new
  record Taken(String terminal, String series, long number, int added) implements Intake {}

  /// Nothing was kept but, where the terminal is known, a note.
  ///
  /// @param code `REPORT-…`
  record Refused(String code, String why) implements Intake {}
}
