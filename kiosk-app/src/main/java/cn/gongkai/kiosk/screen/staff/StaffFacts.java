package cn.gongkai.kiosk.screen.staff;

import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.report.ProgramVersion;
import cn.gongkai.content.store.AgentReason;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.ReasonWords;
import cn.gongkai.content.store.StoreCheck;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.kiosk.data.Diary;
import cn.gongkai.kiosk.data.TerminalFacts;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.text.Wording;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is known of a terminal, as sections of lines in plain Chinese.
final class StaffFacts {

  private static final int SHORT_DIGEST = 12;
  private static final double GIB = 1L << 30;
  private static final double MIB = 1L << 20;

  /// How a section or a line is to be taken.
  enum Tone {
    PLAIN,
    GOOD,
    WARN
  }

  /// A name with its value; a line of words where the name is empty.
  record Line(String name, String value, Tone tone) {}

  record Section(String title, List<Line> lines) {
    Section {
      lines = List.copyOf(lines);
    }
  }

  /// A stick that is plugged in.
  ///
  /// @param words what it holds, or why it cannot be imported
  record StickOffer(String id, String words, StickUse use) {}

  /// What a stick that is plugged in can be asked to do.
  enum StickUse {
    NOTHING,
    /// It is to be trusted and holds something newer. It takes receipts along as well.
    IMPORT,
    /// It is to be trusted and holds nothing newer, but receipts wait to be carried.
    CARRY
  }

  private final TerminalFacts facts;
  private final int leftOut;
  private final boolean understands;
  private final Clock clock;

  /// @param leftOut items that the screen met and cannot show
  /// @param understands whether search finds by meaning
  StaffFacts(TerminalFacts facts, int leftOut, boolean understands, Clock clock) {
    this.understands = understands;
    this.facts = facts;
    this.leftOut = leftOut;
    this.clock = clock;
  }

  /// How the content stands: also for residents.
  Section content() {
    List<Line> lines = new ArrayList<>();
    if (facts.report().isEmpty()) {
      lines.add(warn("", Messages.of("staff.content.none")));
      return new Section(Messages.of("staff.content"), lines);
    }
    AgentReport report = facts.report().get();
    if (leftOut > 0) {
      lines.add(warn("", Messages.of("staff.leftOut", String.valueOf(leftOut))));
    } else {
      lines.add(proof(report));
    }
    report.findReason().ifPresent(reason -> lines.addAll(reason(reason, report.code().orElse(""))));
    add(lines, "staff.asof", asOf(report));
    add(lines, "staff.succeeded", report.succeededAt());
    return new Section(Messages.of("staff.content"), lines);
  }

  private static Optional<Instant> asOf(AgentReport report) {
    return report.heads().stream().map(ChannelHead::asOf).max(Comparator.naturalOrder());
  }

  private static Line proof(AgentReport report) {
    boolean proven =
        report.outcome() == AgentReport.Outcome.UP_TO_DATE
            || report.outcome() == AgentReport.Outcome.APPLIED;
    return proven
        ? new Line("", Messages.of("staff.proven"), Tone.GOOD)
        : warn("", Messages.of("staff.unproven"));
  }

  private static List<Line> reason(AgentReason reason, String code) {
    return List.of(
        warn("", ReasonWords.what(reason)),
        plain("", ReasonWords.advice(reason) + Messages.of("staff.code", code)));
  }

  private void add(List<Line> lines, String key, Optional<Instant> at) {
    lines.add(
        plain(
            Messages.of(key),
            at.map(it -> Wording.moment(it, clock)).orElseGet(() -> Messages.of("staff.never"))));
  }

  /// Everything, for staff.
  ///
  /// @param check empty while it runs
  List<Section> all(Optional<StoreCheck> check, List<String> inputs) {
    List<Section> sections = new ArrayList<>();
    sections.add(content());
    sections.add(times());
    sections.add(machine(check, inputs));
    sections.add(screen());
    return sections;
  }

  private Section times() {
    List<Line> lines = new ArrayList<>();
    facts
        .report()
        .ifPresent(
            report -> {
              add(lines, "staff.seen", report.seenAt());
              add(lines, "staff.attempted", Optional.of(report.attemptedAt()));
              report.heads().stream().findFirst().ifPresent(head -> lines.add(digest(head)));
              lines.add(waiting(report.waiting()));
              lines.add(plain(Messages.of("staff.site"), report.site()));
              report.rebuiltAt().ifPresent(at -> add(lines, "staff.rebuilt", Optional.of(at)));
            });
    lines.add(desk());
    return new Section(Messages.of("staff.times"), lines);
  }

  private static Line digest(ChannelHead head) {
    return plain(
        Messages.of("staff.digest"),
        Messages.of(
            "staff.digest.value",
            String.valueOf(head.sequence()),
            head.digest().substring(0, Math.min(SHORT_DIGEST, head.digest().length()))));
  }

  private static Line waiting(AgentReport.Waiting waiting) {
    return plain(
        Messages.of("staff.waiting"),
        waiting.files() == 0
            ? Messages.of("staff.waiting.none")
            : Messages.of(
                "staff.waiting.files", String.valueOf(waiting.files()), size(waiting.bytes())));
  }

  private Line desk() {
    Optional<AgentReport.Reporting> told = facts.report().flatMap(AgentReport::reporting);
    String name = Messages.of("staff.desk");
    if (told.isEmpty()) {
      return plain(name, Messages.of("staff.desk.queued", String.valueOf(facts.queued())));
    }
    String queued = Messages.of("staff.desk.queued", String.valueOf(told.get().queued()));
    String heard =
        told.get()
            .heardAt()
            .map(at -> Messages.of("staff.desk.heard", Wording.moment(at, clock)))
            .orElse("");
    String code = told.get().code().map(it -> Messages.of("staff.code", it)).orElse("");
    return new Line(name, heard + queued + code, code.isEmpty() ? Tone.PLAIN : Tone.WARN);
  }

  private Section machine(Optional<StoreCheck> check, List<String> inputs) {
    List<Line> lines = new ArrayList<>();
    lines.add(store(check));
    settings().ifPresent(words -> lines.add(warn(Messages.of("staff.settings"), words)));
    lines.add(
        plain(
            Messages.of("staff.disk"),
            facts.freeBytes().isPresent()
                ? Messages.of("staff.disk.free", size(facts.freeBytes().getAsLong()))
                : Messages.of("staff.unknown")));
    inputs.forEach(line -> lines.add(plain(Messages.of("staff.input"), line)));
    lines.add(
        plain(
            Messages.of("staff.search"),
            Messages.of(understands ? "staff.search.meaning" : "staff.search.words")));
    String agent = facts.report().flatMap(AgentReport::version).orElse("?");
    lines.add(
        plain(
            Messages.of("staff.version"),
            Messages.of("staff.version.both", ProgramVersion.TEXT, agent)));
    facts
        .report()
        .flatMap(AgentReport::reporting)
        .ifPresent(it -> lines.add(plain(Messages.of("staff.name"), it.terminal())));
    facts
        .report()
        .filter(AgentReport::rootOnFirstUse)
        .ifPresent(
            it -> {
              lines.add(warn("", Messages.of("staff.root.uncompared")));
              lines.add(plain(Messages.of("staff.root"), groups(it.rootFingerprint().orElse("?"))));
            });
    return new Section(Messages.of("staff.machine"), lines);
  }

  private Optional<String> settings() {
    if (facts.settings().broken()) {
      return Optional.of(Messages.of("staff.settings.broken", TerminalJson.UNREADABLE));
    }
    return facts.settings().wrong().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Messages.of(
                "staff.settings.wrong",
                String.join("、", facts.settings().wrong()),
                TerminalJson.UNREADABLE));
  }

  private static Line store(Optional<StoreCheck> check) {
    String name = Messages.of("staff.store");
    if (check.isEmpty()) {
      return plain(name, Messages.of("staff.store.checking"));
    }
    return check.get().isSound()
        ? new Line(
            name,
            Messages.of(
                "staff.store.sound",
                String.valueOf(check.get().items()),
                String.valueOf(check.get().hidden())),
            Tone.GOOD)
        : warn(name, Messages.of("staff.store.broken", check.get().problems().getFirst().code()));
  }

  /// One that this version does not know is shown under its own name.
  private static String event(String event) {
    return switch (event) {
      case Diary.OPEN -> Messages.of("staff.event.open");
      case Diary.CODE -> Messages.of("staff.event.code");
      case Diary.SESSION -> Messages.of("staff.event.session");
      case Diary.IDLE -> Messages.of("staff.event.idle");
      case Diary.SEARCH -> Messages.of("staff.event.search");
      case Diary.SEARCH_NOTHING -> Messages.of("staff.event.nothing");
      default -> event;
    };
  }

  private Section screen() {
    List<Line> lines = new ArrayList<>();
    if (facts.today().isEmpty()) {
      lines.add(plain("", Messages.of("staff.today.none")));
    }
    for (TerminalFile.Count count : facts.today()) {
      lines.add(
          plain(
              event(count.event()), Messages.of("staff.times.of", String.valueOf(count.times()))));
    }
    if (facts.faults().isEmpty()) {
      lines.add(new Line(Messages.of("staff.faults"), Messages.of("staff.faults.none"), Tone.GOOD));
    }
    for (TerminalFile.Fault fault : facts.faults()) {
      lines.add(warn(fault.code(), Wording.moment(fault.at(), clock)));
    }
    return new Section(Messages.of("staff.today"), lines);
  }

  Optional<StickOffer> stick() {
    return facts.report().flatMap(AgentReport::stick).map(this::offer);
  }

  private StickOffer offer(AgentReport.Stick stick) {
    if (stick.code().isPresent()) {
      String code = stick.code().get();
      return new StickOffer(
          stick.id(),
          ReasonWords.what(AgentReason.of(code))
              + Messages.of("staff.stop")
              + ReasonWords.advice(AgentReason.of(code))
              + Messages.of("staff.code", code),
          StickUse.NOTHING);
    }
    String asOf = stick.asOf().map(at -> Wording.moment(at, clock)).orElse("?");
    if (!stick.newer() && facts.queued() > 0) {
      String receipts = Messages.of("staff.stick.receipts", asOf, String.valueOf(facts.queued()));
      return new StickOffer(stick.id(), receipts, StickUse.CARRY);
    }
    return new StickOffer(
        stick.id(),
        Messages.of(stick.newer() ? "staff.stick.newer" : "staff.stick.same", asOf),
        stick.newer() ? StickUse.IMPORT : StickUse.NOTHING);
  }

  /// In groups of eight, to be read out over the telephone.
  private static String groups(String fingerprint) {
    return fingerprint.replaceAll("(.{8})(?=.)", "$1 ");
  }

  private static String size(long bytes) {
    return bytes >= GIB
        ? Messages.of("staff.gb", String.format(Locale.ROOT, "%.1f", bytes / GIB))
        : Messages.of("staff.mb", String.format(Locale.ROOT, "%.1f", bytes / MIB));
  }

  private static Line plain(String name, String value) {
    return new Line(name, value, Tone.PLAIN);
  }

  private static Line warn(String name, String value) {
    return new Line(name, value, Tone.WARN);
  }
}
