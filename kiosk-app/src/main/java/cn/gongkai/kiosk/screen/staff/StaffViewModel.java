package cn.gongkai.kiosk.screen.staff;

import cn.gongkai.content.store.StaffPin;
import cn.gongkai.content.store.StaffRequest;
import cn.gongkai.content.store.StoreCheck;
import cn.gongkai.kiosk.data.Holding;
import cn.gongkai.kiosk.data.TerminalFacts;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.work.Fault;
import cn.gongkai.kiosk.work.Lane;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Decides what the staff's screen shows: nothing that residents may not see before the PIN was
/// right; then everything, read anew every few seconds. JavaFX thread only; disks are read and PINs
/// are checked elsewhere.
final class StaffViewModel {

  private static final int DIGITS_MAX = 12;
  private static final String GATE_SHUT = "KIOSK-PIN";

  private final Surroundings surroundings;
  private final StaffPorts ports;
  private final Clock clock;
  private final Lane reading;
  private final Lane checking;
  private final Lane trying;
  private final ReadOnlyObjectWrapper<StaffState> state =
      new ReadOnlyObjectWrapper<>(new StaffState.Reading());
  private Optional<TerminalFacts> facts = Optional.empty();
  private Optional<StoreCheck> check = Optional.empty();
  private String typed = "";
  private String word = "";
  private boolean open;

  StaffViewModel(Surroundings surroundings, StaffPorts ports) {
    this.surroundings = surroundings;
    this.ports = ports;
    this.clock = surroundings.clock();
    this.reading = surroundings.catalogue().lane();
    this.checking = surroundings.catalogue().lane();
    this.trying = surroundings.catalogue().lane();
  }

  // Properties

  ReadOnlyObjectProperty<StaffState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  boolean canRestart() {
    return ports.restart().isPresent();
  }

  // Commands

  /// Reads everything anew.
  void refresh() {
    reading.load(() -> TerminalFacts.read(ports.terminal(), clock), this::know, fault -> {});
  }

  void type(int digit) {
    if (canType() && typed.length() < DIGITS_MAX) {
      typed += digit;
      word = "";
      show();
    }
  }

  void erase() {
    typed = typed.isEmpty() ? "" : typed.substring(0, typed.length() - 1);
    show();
  }

  /// Tries the PIN that was typed.
  void enter() {
    Optional<StaffPin> pin = facts.flatMap(TerminalFacts::findPin);
    if (!canType() || pin.isEmpty()) {
      return;
    }
    String tried = typed;
    typed = "";
    trying.load(
        () -> pin.get().matches(tried), right -> tried(right), fault -> tried(Boolean.FALSE));
    show();
  }

  private void tried(boolean right) {
    if (right) {
      ports.gate().right();
      open = true;
      word = "";
      checking.load(() -> TerminalFacts.check(ports.terminal()), this::checked, fault -> {});
    } else {
      word = Messages.of("staff.pin.wrong");
      if (ports.gate().wrong()) {
        surroundings.diary().fault(new Fault(GATE_SHUT, "wrong PINs at the screen"));
      }
    }
    show();
  }

  private void checked(StoreCheck found) {
    check = Optional.of(found);
    show();
  }

  /// 现在同步.
  void syncNow() {
    if (open) {
      surroundings.diary().ask(new StaffRequest.SyncNow(clock.instant()));
      word = Messages.of("staff.sync.asked");
      show();
    }
  }

  /// U盘导入 or 带走回执, after staff have read what the stick holds and confirmed it: the agent does both
  /// in one go.
  void useStick(StaffFacts.StickOffer offer) {
    if (open && offer.use() != StaffFacts.StickUse.NOTHING) {
      surroundings.diary().ask(new StaffRequest.ImportStick(offer.id(), clock.instant()));
      word =
          Messages.of(
              offer.use() == StaffFacts.StickUse.CARRY
                  ? "staff.stick.carry.asked"
                  : "staff.stick.asked");
      show();
    }
  }

  void restart() {
    if (open) {
      ports.restart().ifPresent(Runnable::run);
    }
  }

  void set(StaffPorts.Switch setting, boolean on) {
    if (open) {
      setting.set().accept(on);
      show();
    }
  }

  void dispose() {
    reading.cancel();
    checking.cancel();
    trying.cancel();
    typed = "";
    open = false;
  }

  private void know(TerminalFacts read) {
    facts = Optional.of(read);
    show();
  }

  private boolean canType() {
    return !open
        && facts.flatMap(TerminalFacts::findPin).isPresent()
        && ports.gate().findWait().isEmpty();
  }

  private void show() {
    if (facts.isEmpty()) {
      return;
    }
    StaffFacts told =
        new StaffFacts(facts.get(), leftOut(), surroundings.catalogue().understands(), clock);
    state.set(
        open
            ? new StaffState.Open(told.all(check, ports.inputs().get()), told.stick(), word)
            : new StaffState.Shut(told.content(), typed.length(), pinWord(), canType()));
  }

  private int leftOut() {
    return surroundings.catalogue().holdingProperty().get() instanceof Holding.Ready ready
        ? ready.freshness().leftOut()
        : 0;
  }

  private String pinWord() {
    if (facts.flatMap(TerminalFacts::findPin).isEmpty()) {
      return Messages.of("staff.pin.none");
    }
    return ports
        .gate()
        .findWait()
        .map(left -> Messages.of("staff.pin.wait", minutes(left)))
        .orElse(word.isEmpty() ? Messages.of("staff.pin.type") : word);
  }

  private static String minutes(Duration left) {
    return String.valueOf(Math.max(1, left.plusSeconds(59).toMinutes()));
  }
}
