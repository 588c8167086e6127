package cn.gongkai.desk.publish;

import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.HeadDigest;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.sign.RepositoryPolicy;
import cn.gongkai.content.release.sign.SigningKeys;
import cn.gongkai.content.release.sign.TownRole;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.AuthoredFolder;
import cn.gongkai.desk.gate.Gate;
import cn.gongkai.desk.gate.Verdict;
import cn.gongkai.desk.media.MediaFile;
import cn.gongkai.desk.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// How a township signs its own channel on its own machine, with a key that never leaves it, and
/// makes the folder it hands over.
public final class TownSigning {

  private final Channel town;
  private final Path keys;
  private final Clock clock;

  /// @param keys folder of the township's key, not inside what is handed over
  public TownSigning(Channel town, Path keys, Clock clock) {
    this.town = town;
    this.keys = keys.toAbsolutePath().normalize();
    this.clock = clock;
  }

  /// What came of it.
  public sealed interface Outcome {

    /// The content has problems; nothing was signed.
    record Refused(List<Problem> problems) implements Outcome {}

    /// What was signed last stands.
    record Stands(List<Problem> warnings) implements Outcome {}

    /// @param file the signed file's name
    record Signed(String file, PublishOutcome.ChannelChange change, List<Problem> warnings)
        implements Outcome {}
  }

  /// Signs a folder's items.
  ///
  /// @param authored the county's four lists, and items and files of the township's own
  /// @param to what was handed over last time, or a new folder
  /// @param from a copy of the published site: where the channel stands there is gone on from where
  ///   nothing newer is in `to`
  /// @throws PublishException `PUBLISH-TOWN-FOREIGN`, `PUBLISH-TOWN-PLACE`, `PUBLISH-KEYS-INSIDE`,
  ///   `PUBLISH-MANY-WITHDRAWN`
  public Outcome sign(Path authored, Path to, Optional<Path> from, boolean allowWithdrawals)
      throws IOException, PublishException, ReleaseException {
    TownFolder folder = new TownFolder(to.toAbsolutePath().normalize(), town);
    if (keys.startsWith(folder.root())) {
      throw new PublishException(
          "PUBLISH-KEYS-INSIDE", keys + " would be handed over with " + folder.root());
    }
    return switch (AuthoredFolder.read(authored)) {
      case Authored.Refused refused -> new Outcome.Refused(refused.problems());
      case Authored.Content content -> {
        requireOwn(content, authored.toRealPath());
        Verdict verdict =
            Gate.check(
                content, ref -> ref.kind() == EntityKind.ITEM && !Channel.of(ref).equals(town));
        List<Problem> problems = new ArrayList<>(content.warnings());
        problems.addAll(verdict.problems());
        if (!verdict.passes()) {
          yield new Outcome.Refused(problems);
        }
        if (from.isPresent()) {
          new TownBeginning(folder, clock).copy(from.get());
        }
        yield sign(content, authored.toRealPath(), folder, allowWithdrawals, problems);
      }
    };
  }

  private Outcome sign(
      Authored.Content content,
      Path authored,
      TownFolder folder,
      boolean allowWithdrawals,
      List<Problem> problems)
      throws IOException, PublishException, ReleaseException {
    TownRole role = folder.role();
    SegmentFolder segments = folder.segments();
    Optional<PublishedChannel> published = role.channel();
    PublishedState before =
        published.isEmpty()
            ? PublishedState.none(town)
            : PublishedState.read(published.get(), segments);
    Instant asOf = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<Entity> items = content.items().stream().<Entity>map(entry -> entry.entity()).toList();
    ChannelDiff diff = ChannelDiff.of(before, items, asOf);
    if (!allowWithdrawals
        && PublishLimits.STANDARD.isMany(diff.withdrawnItems().size(), before.live().size())) {
      throw new PublishException(
          "PUBLISH-MANY-WITHDRAWN",
          diff.withdrawnItems().size() + " items would be withdrawn; is this the right folder?");
    }
    PublishedChannel channel =
        diff.isEmpty() && published.isPresent()
            ? published.get()
            : new ChannelWriter(segments, asOf).write(diff, TownSigning::head, false);
    for (String place : folder.places()) {
      Path coming = folder.root().resolve(".coming");
      SourceTree.delete(coming);
      SourceTree.copy(authored.resolve(place), coming);
      SourceTree.replace(folder.root().resolve(place), coming, folder.root().resolve(".before"));
    }
    Optional<String> file =
        role.sign(channel, SigningKeys.open(keys), RepositoryPolicy.STANDARD, clock);
    folder.tidy(channel);
    return file.isEmpty()
        ? new Outcome.Stands(problems)
        : new Outcome.Signed(file.get(), diff.summary(channel.head().sequence()), problems);
  }

  private static ChannelHead head(
      Channel channel, long sequence, Instant asOf, SortedMap<EntityRef, LiveEntity> after) {
    HeadDigest digest = new HeadDigest();
    after.forEach((ref, entity) -> digest.add(ref, entity.hash()));
    return digest.toHead(channel, sequence, asOf);
  }

  private void requireOwn(Authored.Content content, Path authored) throws PublishException {
    List<String> places = TownFolder.places(town);
    for (var entry : content.items()) {
      String file = entry.source().file();
      if (!Channel.of(entry.entity().ref()).equals(town)) {
        throw new PublishException("PUBLISH-TOWN-FOREIGN", file + " is not an item of " + town);
      }
      requirePlace(file, places);
    }
    for (MediaFile media : content.media().values()) {
      requirePlace(authored.relativize(media.path()).toString().replace('\\', '/'), places);
    }
  }

  private static void requirePlace(String file, List<String> places) throws PublishException {
    if (places.stream().noneMatch(place -> file.startsWith(place + "/"))) {
      throw new PublishException(
          "PUBLISH-TOWN-PLACE", file + " must lie in " + String.join("/ or ", places) + "/");
    }
  }
}
