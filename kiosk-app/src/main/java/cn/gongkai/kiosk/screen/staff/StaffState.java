package cn.gongkai.kiosk.screen.staff;

import java.util.List;
import java.util.Optional;

/// What the staff's screen shows.
sealed interface StaffState {

  /// Nothing has been read yet.
  record Reading() implements StaffState {}

  /// For anybody: how the content stands, and the keys for the PIN where there is one.
  ///
  /// @param dots how many digits were typed
  /// @param word about the PIN: wrong, wait, none is set
  /// @param canType false where there is no PIN or the gate is shut
  record Shut(StaffFacts.Section content, int dots, String word, boolean canType)
      implements StaffState {}

  /// For staff.
  ///
  /// @param stick what a stick that is plugged in holds
  /// @param word about what was last asked for
  record Open(List<StaffFacts.Section> sections, Optional<StaffFacts.StickOffer> stick, String word)
      implements StaffState {}
}
