package cn.gongkai.kiosk.screen;

import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Hall;
import cn.gongkai.kiosk.data.Catalogue;
import cn.gongkai.kiosk.data.Diary;
import cn.gongkai.kiosk.input.InputMethod;
import cn.gongkai.kiosk.nav.Navigator;
import cn.gongkai.kiosk.nav.Session;
import cn.gongkai.kiosk.theme.Panel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/// What a screen may use of the terminal it is shown on.
///
/// @param hallId which hall the terminal stands in, where it is configured
/// @param clock in the zone residents live in
/// @param input what keyboards type with
/// @param diary where the screen keeps what it has to tell
public record Surroundings(
    Catalogue catalogue,
    Navigator navigator,
    Session session,
    Optional<String> hallId,
    Clock clock,
    Panel panel,
    InputMethod input,
    Diary diary) {

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /// The hall the terminal stands in, as the release in view describes it.
  public Optional<Hall> hall() {
    return hallId.flatMap(id -> catalogue.outline().flatMap(outline -> outline.findHall(id)));
  }

  /// Whose items come first here.
  public Optional<DivisionCode> division() {
    return hall().map(Hall::division);
  }
}
