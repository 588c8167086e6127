package cn.gongkai.desk.publish;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Site;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.sign.RepositoryPolicy;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.AuthoredFolder;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.gate.Gate;
import cn.gongkai.desk.gate.Verdict;
import cn.gongkai.desk.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Publishes authored folders to one site.
///
/// The site's state is read from the site itself, so nothing but its keys has to be kept elsewhere.
/// Its `timestamp.json` is replaced last: terminals see the old release or the new one. One
/// publication at a time, guarded by a lock beside the keys.
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

  /// Reads, checks and publishes an authored folder.
  ///
  /// @throws IOException where a disk fails
  /// @throws ReleaseException where a release cannot be read or signed
  public PublishOutcome publish(Path authored, PublishOptions options)
      throws IOException, PublishException, ReleaseException {
    progress.at(Progress.Step.READING, 0, 0);
    return switch (AuthoredFolder.read(authored)) {
      case Authored.Refused refused ->
          new PublishOutcome.Refused(refused.problems(), refused.unlisted());
      case Authored.Content content -> publish(withBaseUrl(content, options.baseUrl()), options);
    };
  }

  private PublishOutcome publish(Authored.Content content, PublishOptions options)
      throws IOException, PublishException, ReleaseException {
    progress.at(Progress.Step.CHECKING, 0, content.items().size());
    Verdict verdict = Gate.check(content);
    List<Problem> problems = new ArrayList<>(content.warnings());
    problems.addAll(verdict.problems());
    problems.sort(null);
    if (!verdict.passes()) {
      return new PublishOutcome.Refused(problems, 0);
    }
    try (PublishSession session =
        PublishSession.open(site, keys, clock, RepositoryPolicy.STANDARD, progress)) {
      return session.publish(content, options, new Report(problems, verdict.overridden()));
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
        content.items(),
        content.media(),
        content.warnings());
  }

  /// The items and columns of the new release as they will be signed.
  static List<Item> items(Authored.Content content) {
    return content.items().stream().map(Entry::entity).toList();
  }

  static List<Column> columns(Authored.Content content) {
    return content.columns().stream().<Column>map(Entry::entity).toList();
  }

  static Set<Entity> puts(List<ChannelDiff> diffs) {
    Set<Entity> puts = new HashSet<>();
    for (ChannelDiff diff : diffs) {
      for (Change change : diff.changes()) {
        if (change instanceof Change.Put put) {
          puts.add(put.entity());
        }
      }
    }
    return puts;
  }
}
