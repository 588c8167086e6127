package cn.gongkai.desk.publish;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.Site;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.sign.Published;
import cn.gongkai.content.release.sign.RepositoryPolicy;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.AuthoredFolder;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.gate.Gate;
import cn.gongkai.desk.gate.Verdict;
import cn.gongkai.desk.index.IndexFile;
import cn.gongkai.desk.index.IndexRow;
import cn.gongkai.desk.index.ItemFacts;
import cn.gongkai.desk.index.PublisherIndex;
import cn.gongkai.desk.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Publishes authored folders to one site.
///
/// The site's state is read from the site itself, so nothing but its keys has to be kept elsewhere.
/// An index in a folder beside the site makes a publication cost by what has changed; where it is
/// lost, damaged or of another release, everything is read and the result is the same. Its
/// `timestamp.json` is replaced last: terminals see the old release or the new one. One publication
/// at a time, guarded by a lock beside the keys.
public final class Publisher {

  private final SiteFolder site;
  private final Path keys;
  private final Clock clock;
  private final Progress progress;

  /// @param site folder of the published site; made where it is missing
  /// @param keys folder of the signing keys, not inside the site
  public Publisher(Path site, Path keys, Clock clock, Progress progress) {
    this.site = new SiteFolder(site.toAbsolutePath().normalize());
    this.keys = keys.toAbsolutePath().normalize();
    this.clock = clock;
    this.progress = progress;
  }

  /// Reads, checks and publishes an authored folder: what has changed since the last time, or all
  /// of it where that is not known.
  ///
  /// @throws IOException where a disk fails
  /// @throws ReleaseException where a release cannot be read or signed
  public PublishOutcome publish(Path authored, PublishOptions options)
      throws IOException, PublishException, ReleaseException {
    progress.at(Progress.Step.READING, 0, 0);
    Doubt doubt = Doubt.begin(site.work());
    AuthoredFolder folder = AuthoredFolder.open(authored);
    String rules = Rules.of(folder, options);
    IndexFile file = new IndexFile(site.work().resolve("publish.index"));
    CompletableFuture<Optional<Remembered>> reading =
        CompletableFuture.supplyAsync(
            () -> options.full() ? Optional.empty() : file.read(rules).map(Remembered::of));
    FolderListing listing = FolderListing.of(folder);
    Optional<Remembered> last = reading.join();
    if (last.isPresent()) {
      Optional<PublishOutcome> outcome = publish(listing, last.get(), file, doubt, options);
      if (outcome.isPresent()) {
        return outcome.get();
      }
      listing = FolderListing.of(AuthoredFolder.open(authored));
    }
    return publish(listing, Remembered.of(PublisherIndex.empty(rules)), file, doubt, options)
        .orElseThrow();
  }

  /// @return empty where the index does not belong to what the site holds
  private Optional<PublishOutcome> publish(
      FolderListing listing,
      Remembered remembered,
      IndexFile file,
      Doubt doubt,
      PublishOptions options)
      throws IOException, PublishException, ReleaseException {
    AuthoredFolder folder = listing.folder();
    FolderScan.Result scan = FolderScan.scan(listing, remembered);
    PublisherIndex index = remembered.index();
    List<ItemFacts> noted =
        scan.kept().stream()
            .filter(IndexRow::isNoted)
            .map(row -> row.facts(index.columns()))
            .toList();
    List<Problem> further = new ArrayList<>(scan.problems());
    noted.forEach(facts -> further.addAll(facts.read()));
    return switch (folder.gather(scan.structure(), scan.read(), further)) {
      case Authored.Refused refused ->
          Optional.of(new PublishOutcome.Refused(refused.problems(), refused.unlisted()));
      case Authored.Content read -> {
        Authored.Content content = withBaseUrl(read, options.baseUrl());
        progress.at(Progress.Step.CHECKING, 0, content.items().size());
        Verdict verdict = Gate.check(content, scan::keeps);
        Report report = report(content, verdict, noted);
        if (!verdict.passes()) {
          yield Optional.of(new PublishOutcome.Refused(report.warnings(), 0));
        }
        PublishSession.Work work =
            new PublishSession.Work(
                folder, scan, content, verdict, index, doubt.from(scan.youngest()));
        yield publish(work, file, options, report);
      }
    };
  }

  private static Report report(Authored.Content content, Verdict verdict, List<ItemFacts> noted) {
    List<Problem> problems = new ArrayList<>(content.warnings());
    problems.addAll(verdict.problems());
    List<Verdict.Overridden> overridden = new ArrayList<>(verdict.overridden());
    for (ItemFacts facts : noted) {
      problems.addAll(facts.checked());
      overridden.addAll(facts.overridden());
    }
    problems.sort(null);
    overridden.sort(Comparator.comparing(Verdict.Overridden::problem));
    return new Report(problems, overridden);
  }

  private Optional<PublishOutcome> publish(
      PublishSession.Work work, IndexFile file, PublishOptions options, Report report)
      throws IOException, PublishException, ReleaseException {
    try (PublishSession session =
        PublishSession.open(site, keys, clock, RepositoryPolicy.STANDARD, progress)) {
      if (!work.index().isEmpty() && !session.isKnownBy(work.index())) {
        return Optional.empty();
      }
      PublishSession.Done done = session.publish(work, options, report);
      if (done.published().isPresent()) {
        file.write(done.published().get());
      }
      return Optional.of(done.outcome());
    } catch (PublishException e) {
      // A township may have counted revisions that a source which is as it was does not show.
      if (e.code().equals("PUBLISH-TOWN-DIFFERS") && !work.index().isEmpty()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// Takes in what a township has signed on its own machine: checks all of it, puts its sources in
  /// the authored folder and the signed release beside the site. The next publication carries it.
  ///
  /// @param handedOver folder with the township's `metadata/`, `targets/`, `items/` and `files/`
  /// @throws PublishException `PUBLISH-TOWN-FOLDER`, `PUBLISH-TOWN-DIFFERS`, `PUBLISH-TOWN-CONTENT`
  /// @throws ReleaseException where the signature, the version, the time or a segment is not as it
  ///   must be; see [cn.gongkai.content.release.sign.Repository#check]
  public TownTaken take(Path handedOver, Path authored)
      throws IOException, PublishException, ReleaseException {
    TownFolder from = TownFolder.find(handedOver.toRealPath());
    try (PublishSession session =
        PublishSession.open(site, keys, clock, RepositoryPolicy.STANDARD, progress)) {
      return session.take(from, authored.toRealPath());
    }
  }

  /// Signs the timestamp anew, and whatever else nears its end, over the content as it is. Reads no
  /// authored folder. Applies replaced keys too: a key that was revoked is refused from then on.
  ///
  /// @throws PublishException `PUBLISH-BROKEN` where the site is not as it was signed
  public Published renew() throws IOException, PublishException, ReleaseException {
    try (PublishSession session =
        PublishSession.open(site, keys, clock, RepositoryPolicy.STANDARD, progress)) {
      return session.renew();
    }
  }

  /// What goes into the outcome besides what was done.
  record Report(List<Problem> warnings, List<Verdict.Overridden> overridden) {}

  private static Authored.Content withBaseUrl(Authored.Content content, Optional<URI> baseUrl) {
    if (baseUrl.isEmpty()) {
      return content;
    }
    Site site = content.site().entity();
    Site moved =
        new Site(
            site.name(),
            baseUrl.get(),
            site.division(),
            site.tiles(),
            site.attract(),
            site.staleAfterHours(),
            site.hosts(),
            site.contact());
    return new Authored.Content(
        new Entry<>(moved, content.site().source()),
        content.columns(),
        content.halls(),
        content.topics(),
        content.synonyms(),
        content.items(),
        content.media(),
        content.warnings());
  }

  /// The columns of the new release as they will be signed.
  static List<Column> columns(Authored.Content content) {
    return content.columns().stream().<Column>map(Entry::entity).toList();
  }
}
