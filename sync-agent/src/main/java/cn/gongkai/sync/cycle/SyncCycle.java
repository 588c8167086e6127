package cn.gongkai.sync.cycle;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.TrustedRelease;
import cn.gongkai.content.release.tuf.TufLimits;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.AgentReport.ClockState;
import cn.gongkai.content.store.AgentReport.Waiting;
import cn.gongkai.content.store.ContentWriter;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.SiteMetadata;
import cn.gongkai.sync.site.SiteSource;
import cn.gongkai.sync.site.Sources;
import cn.gongkai.sync.transfer.Failpoints;
import cn.gongkai.sync.transfer.Failpoints.Point;
import cn.gongkai.sync.transfer.Transfer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One bounded run from what a site offers to what a terminal shows.
///
/// Strategy: 1. take the terminal's lock; 2. verify the metadata of every source and take the
/// newest; 3. fetch the segments that lead from what the store is proven to hold to the published
/// heads; 4. fetch the smaller blobs they name; 5. apply everything in one transaction that proves
/// the heads' digests; 6. only now keep the metadata as trusted; 7. fetch the other blobs, near
/// sources first, and reveal what waited for them as they come; 8. delete what nothing names.
///
/// On failure: before step 5 commits the terminal shows what it showed; after it, the new release.
/// Whatever was fetched and verified stays for the next run. A store that is damaged is built anew
/// beside the old one.
public final class SyncCycle {

  private static final Logger LOG = LoggerFactory.getLogger(SyncCycle.class);

  private static final SyncOutcome ON_THE_WAY =
      new SyncOutcome.Interrupted(
          "SYNC-FETCHING", "the release is applied; files of some items are on their way");

  private static final int CAUSES_MAX = 8;

  /// What is mended by building the store anew.
  private static final Set<String> OF_THE_STORE = Set.of("STORE-CORRUPT", "STORE-VERSION");

  private final Path terminal;
  private final Sources sources;
  private final SyncLimits limits;
  private final Clock clock;
  private final Progress progress;
  private final Failpoints failpoints;
  private final Room room;
  private final FirstRoot firstRoot;
  private final Reports reports;

  /// What the run at hand has found out about this machine's clock.
  private ClockState clockState = ClockState.PLAUSIBLE;

  /// Whether the run at hand has put a new store in the place of a damaged one.
  private boolean rebuilt;

  /// Files that the run at hand leaves for the night.
  private final Set<BlobRef> forTheNight = new HashSet<>();

  /// @param sources of one site; the first of its mirrors names the site in reports
  /// @param root root metadata brought by hand
  public SyncCycle(
      Path terminal,
      Sources sources,
      Optional<Path> root,
      SyncLimits limits,
      Clock clock,
      Progress progress) {
    this(terminal, sources, root, limits, clock, progress, Failpoints.NONE, Room.ofDisk(terminal));
  }

  SyncCycle(
      Path terminal,
      Sources sources,
      Optional<Path> root,
      SyncLimits limits,
      Clock clock,
      Progress progress,
      Failpoints failpoints,
      Room.Free free) {
    this.terminal = terminal;
    this.sources = sources;
    this.limits = limits;
    this.clock = clock;
    this.progress = progress;
    this.failpoints = failpoints;
    this.room = new Room(free, limits.diskReserveBytes());
    this.firstRoot = new FirstRoot(terminal, root, new SiteMetadata(sources.sites()));
    this.reports = new Reports(sources.sites().getFirst().name());
  }

  /// What a run came to.
  ///
  /// @param proven what the store holds after it, recomputed from it
  /// @param waiting files that stored items wait for
  private record Run(SyncOutcome outcome, List<ChannelHead> proven, Waiting waiting) {

    static Run of(SyncOutcome outcome, ContentWriter writer, Waiting waiting)
        throws StoreException {
      return new Run(outcome, writer.provenHeads(), waiting);
    }

    /// True where the store is damaged or of another version of the program.
    boolean needsAnotherStore() {
      return outcome instanceof SyncOutcome.Failed failed && OF_THE_STORE.contains(failed.code());
    }
  }

  /// Runs once and leaves a report in the terminal directory.
  public SyncOutcome run() {
    rebuilt = false;
    Run run = runOnStore();
    if (run.needsAnotherStore()) {
      LOG.warn("the store cannot be used; building it anew: {}", run.outcome().describe());
      run = runOnRebuiltStore();
    }
    leaveReport(run);
    LOG.info("sync of {}: {}", sources.sites().getFirst().name(), run.outcome().describe());
    return run.outcome();
  }

  private Run runOnStore() {
    try (ContentWriter writer = ContentWriter.open(terminal, clock)) {
      return Run.of(runGuarded(writer), writer, waiting(writer));
    } catch (StoreException e) {
      return failed(e);
    }
  }

  /// The old store serves until the new one holds the county's channel.
  private Run runOnRebuiltStore() {
    try (ContentWriter writer = ContentWriter.rebuild(terminal, clock)) {
      Run run = Run.of(runGuarded(writer), writer, waiting(writer));
      if (run.proven().stream().anyMatch(head -> head.channel().equals(Channel.COUNTY))) {
        writer.swap();
        rebuilt = true;
      }
      return run;
    } catch (StoreException e) {
      return failed(e);
    }
  }

  private Run failed(StoreException e) {
    SyncOutcome outcome =
        switch (e.code()) {
          case "STORE-BUSY" -> new SyncOutcome.Busy();
          case "STORE-IO" -> ofDatabase(e);
          default -> new SyncOutcome.Failed(e.code(), String.valueOf(e.getMessage()));
        };
    return new Run(outcome, List.of(), Waiting.NOTHING);
  }

  /// SQLite says of some requests that find no room, such as for the index of its log, only that
  /// they failed.
  private SyncOutcome ofDatabase(StoreException e) {
    try {
      Optional<String> shortage = room.findShortage(0);
      if (shortage.isPresent()) {
        return new SyncOutcome.Failed("SYNC-DISK-FULL", shortage.get() + "; " + e.getMessage());
      }
    } catch (IOException second) {
      e.addSuppressed(second);
    }
    return new SyncOutcome.Failed(e.code(), String.valueOf(e.getMessage()));
  }

  private SyncOutcome runGuarded(ContentWriter writer) throws StoreException {
    try {
      return runOn(writer);
    } catch (Interruption e) {
      return e.outcome();
    } catch (ReleaseException e) {
      return e.kind() == ReleaseException.Kind.REFUSED
          ? new SyncOutcome.Refused(e.code(), e.expected(), e.actual())
          : ofDisk(e, e.code());
    } catch (IOException e) {
      return ofDisk(e, "SYNC-IO");
    }
  }

  /// A full disk is told apart wherever it was met: staff can do something about it.
  private static SyncOutcome ofDisk(Exception trouble, String code) {
    boolean full = false;
    Throwable cause = trouble;
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
      full |= String.valueOf(cause.getMessage()).contains("No space left");
      cause = cause.getCause();
    }
    return new SyncOutcome.Failed(
        full ? "SYNC-DISK-FULL" : code, String.valueOf(trouble.getMessage()));
  }

  private SyncOutcome runOn(ContentWriter writer)
      throws Interruption, ReleaseException, StoreException, IOException {
    clockState = ClockState.PLAUSIBLE;
    forTheNight.clear();
    room.require(0);
    Optional<SyncOutcome> noRoot = firstRoot.begin();
    if (noRoot.isPresent()) {
      return noRoot.get();
    }
    progress.at("metadata", 0, 0);
    NewestRelease newest = newest(clock);
    return switch (newest.ask()) {
      case RefreshOutcome.Refused r -> refused(r);
      case RefreshOutcome.Unreachable u -> new SyncOutcome.Unreachable(u.code(), u.why());
      case RefreshOutcome.Current current -> bringTo(current.release(), newest, writer);
    };
  }

  private NewestRelease newest(Clock by) {
    return new NewestRelease(
        sources.sites(),
        firstRoot.trusted(),
        by,
        TufLimits.STANDARD.withExpiredFor(limits.expiredFor()));
  }

  /// What has run out by this machine's clock and has not by the site's server's is told apart: the
  /// one means a dead publisher, the other a dead battery. Either way nothing is applied.
  private SyncOutcome refused(RefreshOutcome.Refused refused) throws ReleaseException {
    Instant now = clock.instant();
    Optional<Instant> told =
        sources.sites().stream().flatMap(site -> site.findTime().stream()).min(Instant::compareTo);
    if (refused.code().equals("RELEASE-TUF-EXPIRED")
        && told.filter(now::isAfter).isPresent()
        && newest(Clock.fixed(told.get(), ZoneOffset.UTC)).ask()
            instanceof RefreshOutcome.Current) {
      clockState = ClockState.AHEAD;
      return new SyncOutcome.Refused(
          "SYNC-CLOCK-AHEAD", "about " + told.get() + " as at the site's server", now.toString());
    }
    return new SyncOutcome.Refused(refused.code(), refused.expected(), refused.actual());
  }

  private SyncOutcome bringTo(TrustedRelease release, NewestRelease newest, ContentWriter writer)
      throws Interruption, ReleaseException, StoreException, IOException {
    clockState = release.clockBehind() ? ClockState.BEHIND : ClockState.PLAUSIBLE;
    Transfer transfer = transfer(sources.sites());
    BlobIntake blobs =
        new BlobIntake(
            transfer(sources.forBlobs()),
            writer,
            room,
            limits,
            progress,
            failpoints,
            timely(writer));
    ReleaseIntake intake = new ReleaseIntake(writer, transfer, room, limits, progress, failpoints);
    intake.fetch(release, blobs);
    intake.apply();
    failpoints.pass(Point.BEFORE_TRUST);
    newest.keep();
    failpoints.pass(Point.AFTER_TRUST);
    MediaIntake media = new MediaIntake(writer, blobs, limits.revealBytes());
    media.run(() -> leaveReport(Run.of(ON_THE_WAY, writer, waiting(writer))));
    writer.collectGarbage();
    if (media.failure().isEmpty() && intake.refused().isEmpty()) {
      transfer.clear();
    }
    return outcome(release, intake, blobs, media);
  }

  private Transfer transfer(List<SiteSource> from) {
    return new Transfer(from, terminal.resolve("incoming"), limits, failpoints);
  }

  /// Large files wait for the night, but not on a terminal that has nothing to show yet.
  private Predicate<BlobRef> timely(ContentWriter writer) throws StoreException {
    boolean empty = writer.state().heads().isEmpty();
    Optional<Instant> since = before().flatMap(report -> report.waiting().since());
    return blob -> {
      boolean now = empty || limits.night().allow(blob.length(), clock.instant(), since);
      if (!now) {
        forTheNight.add(blob);
      }
      return now;
    };
  }

  private Optional<AgentReport> before() {
    return TerminalJson.agentReport(terminal).find();
  }

  private Waiting waiting(ContentWriter writer) throws StoreException {
    List<BlobRef> missing = writer.missingBlobs();
    return missing.isEmpty()
        ? Waiting.NOTHING
        : new Waiting(
            missing.size(),
            missing.stream().mapToLong(BlobRef::length).sum(),
            before().flatMap(report -> report.waiting().since()).or(() -> now()));
  }

  private Optional<Instant> now() {
    return Optional.of(clock.instant());
  }

  private SyncOutcome outcome(
      TrustedRelease release, ReleaseIntake intake, BlobIntake blobs, MediaIntake media) {
    if (media.failure().isPresent()) {
      var failed = media.failure().get();
      return new SyncOutcome.Interrupted(failed.code(), failed.why());
    }
    if (!release.refused().isEmpty()) {
      var refused = release.refused().getFirst();
      return new SyncOutcome.Interrupted(
          refused.code(), "channel " + refused.channel() + ": " + refused.actual());
    }
    if (!intake.refused().isEmpty()) {
      var refused = intake.refused().getFirst();
      return new SyncOutcome.Interrupted(
          refused.why().findCode().orElse("SYNC-CHANNEL"),
          "channel " + refused.channel() + ": " + refused.why().describe());
    }
    if (limits.ofStick()) {
      return new SyncOutcome.Carried(intake.heads(), release.freshUntil(), intake.changes());
    }
    return intake.isEmpty() && blobs.files() == 0
        ? new SyncOutcome.UpToDate(intake.heads())
        : new SyncOutcome.Applied(
            intake.heads(),
            intake.changes(),
            intake.files() + blobs.files(),
            intake.bytes() + blobs.bytes());
  }

  /// What is left for the night, in words.
  private Optional<String> night() {
    return forTheNight.isEmpty()
        ? Optional.empty()
        : Optional.of(forTheNight.size() + " files wait for the hours of " + limits.night());
  }

  private void leaveReport(Run run) {
    TerminalJson<AgentReport> file = TerminalJson.agentReport(terminal);
    try {
      Reports.Found found =
          new Reports.Found(
              run.proven(), firstRoot.describe(), clockState, run.waiting(), night(), rebuilt);
      Optional<AgentReport> report = reports.after(before(), run.outcome(), clock.instant(), found);
      if (report.isPresent()) {
        file.write(report.get());
      }
    } catch (StoreException | ReleaseException e) {
      LOG.error("the report could not be written", e);
    }
  }
}
