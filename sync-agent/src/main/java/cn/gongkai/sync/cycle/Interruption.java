package cn.gongkai.sync.cycle;

/// Ends a cycle, or what is done for one channel, early with the outcome it carries.
final class Interruption extends Exception {

  private final transient SyncOutcome outcome;
  private final boolean ofTheChannel;

  Interruption(SyncOutcome outcome) {
    this(outcome, false);
  }

  private Interruption(SyncOutcome outcome, boolean ofTheChannel) {
    super(outcome.toString());
    this.outcome = outcome;
    this.ofTheChannel = ofTheChannel;
  }

  /// What is wrong is wrong with one channel; others may go on.
  static Interruption ofChannel(SyncOutcome outcome) {
    return new Interruption(outcome, true);
  }

  SyncOutcome outcome() {
    return outcome;
  }

  boolean isOfTheChannel() {
    return ofTheChannel;
  }
}
