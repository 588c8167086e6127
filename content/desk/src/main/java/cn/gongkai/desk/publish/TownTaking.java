package cn.gongkai.desk.publish;

import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.HeadDigest;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.sign.Repository;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.AuthoredFolder;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.authoring.ItemFile;
import cn.gongkai.desk.authoring.ItemSearch;
import cn.gongkai.desk.authoring.Structure;
import cn.gongkai.desk.gate.Gate;
import cn.gongkai.desk.gate.Verdict;
import cn.gongkai.desk.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How the county takes in what a township has signed. Nothing of it is kept unless all of it
/// holds: the signature, the version, every line of every segment, and that the sources handed over
/// are what was signed and pass the county's own gate.
final class TownTaking {

  private final Repository repository;
  private final TownInbox inbox;
  private final Path work;

  /// @param work a folder on the disk of the site, for what is not yet checked
  TownTaking(Repository repository, TownInbox inbox, Path work) {
    this.repository = repository;
    this.inbox = inbox;
    this.work = work;
  }

  TownTaken take(TownFolder from, Path authored)
      throws IOException, PublishException, ReleaseException {
    byte[] roleFile = from.roleFile();
    PublishedChannel channel = repository.check(from.town(), roleFile);
    readAll(from, channel);
    PublishedState state = PublishedState.read(channel, from.segments());
    Path trial = work.resolve("town-take");
    SourceTree.delete(trial);
    try {
      for (String place : from.places()) {
        SourceTree.copy(from.root().resolve(place), trial.resolve(place));
      }
      for (String list : Structure.FILES) {
        if (Files.exists(authored.resolve(list))) {
          Files.copy(authored.resolve(list), trial.resolve(list));
        }
      }
      TownTaken taken = judge(from, trial, authored, state);
      if (taken.taken()) {
        inbox.put(from, channel, roleFile);
        for (String place : from.places()) {
          Path aside = authored.resolve(place).resolveSibling(".replaced-" + from.town().name());
          Path whole = authored.resolve(place).resolveSibling(".coming-" + from.town().name());
          SourceTree.delete(whole);
          SourceTree.copy(trial.resolve(place), whole);
          SourceTree.replace(authored.resolve(place), whole, aside);
        }
      }
      return taken;
    } finally {
      SourceTree.delete(trial);
    }
  }

  /// Every segment from beginning to end: each line must belong to the township.
  private static void readAll(TownFolder from, PublishedChannel channel) throws ReleaseException {
    for (SegmentRef segment : channel.segments()) {
      try (SegmentReader reader = from.segments().open(segment)) {
        while (reader.next().isPresent()) {
          // Reading to the end is the check.
        }
      }
    }
  }

  private TownTaken judge(TownFolder from, Path trial, Path authored, PublishedState state)
      throws IOException, PublishException {
    Channel town = from.town();
    long sequence = state.sequence();
    return switch (AuthoredFolder.read(trial)) {
      case Authored.Refused refused -> new TownTaken(town, sequence, 0, refused.problems(), false);
      case Authored.Content content -> {
        requireSame(town, content, state);
        ItemSearch elsewhere = elsewhere(from, authored);
        Verdict verdict =
            Gate.check(
                content,
                ref -> ref.kind() == EntityKind.ITEM && elsewhere.holds(new ItemId(ref.key())));
        List<Problem> problems = new ArrayList<>(content.warnings());
        problems.addAll(verdict.problems());
        yield new TownTaken(town, sequence, content.items().size(), problems, verdict.passes());
      }
    };
  }

  /// @throws PublishException `PUBLISH-TOWN-DIFFERS` where the sources are not what was signed
  private static void requireSame(Channel town, Authored.Content content, PublishedState state)
      throws PublishException {
    Set<EntityRef> found = new HashSet<>();
    for (Entry<Item> entry : content.items()) {
      Item item = entry.entity();
      LiveEntity signed = state.live().get(item.ref());
      found.add(item.ref());
      if (signed == null
          || !signed
              .hash()
              .equals(
                  HeadDigest.hash(
                      EntityJson.write(ChannelDiff.withRevision(item, signed.revision()))))) {
        throw new PublishException(
            "PUBLISH-TOWN-DIFFERS", entry.source().file() + " is not what " + town + " has signed");
      }
    }
    for (EntityRef ref : state.live().keySet()) {
      if (!found.contains(ref)) {
        throw new PublishException(
            "PUBLISH-TOWN-DIFFERS", ref + " was signed by " + town + " and its source is missing");
      }
    }
  }

  /// The county's and other townships' items: what stands in the township's own places is what it
  /// said before.
  private static ItemSearch elsewhere(TownFolder from, Path authored) throws IOException {
    AuthoredFolder county = AuthoredFolder.open(authored);
    List<String> own = from.places().stream().map(place -> place + "/").toList();
    List<ItemFile> files =
        county.itemFiles(new ArrayList<>()).stream()
            .filter(file -> own.stream().noneMatch(file.name()::startsWith))
            .toList();
    return county.search(files);
  }
}
