package cn.gongkai.desk.publish;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.DurableFile;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.sign.Repository;
import cn.gongkai.content.release.sign.TownRole;
import cn.gongkai.content.release.tuf.PublishedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// What townships have signed and the county has taken in, until its next release carries it. Lies
/// beside the site, never in it.
///
/// @param folder one folder for each township below it
record TownInbox(Path folder) {

  static TownInbox of(SiteFolder site) {
    return new TownInbox(site.work().resolve("towns"));
  }

  /// A township's release that waits.
  ///
  /// @param state what the channel holds with it
  record Waiting(
      Channel town,
      byte[] roleFile,
      PublishedChannel channel,
      PublishedState state,
      SegmentFolder segments) {}

  /// Takes a release in; its signed file comes last.
  void put(TownFolder from, PublishedChannel channel, byte[] roleFile)
      throws IOException, ReleaseException {
    Path own = folder.resolve(from.town().name());
    SourceTree.delete(own);
    SegmentFolder to = new SegmentFolder(own.resolve("targets"));
    for (SegmentRef segment : channel.segments()) {
      copy(from.segments().file(segment), to.file(segment));
    }
    new TownRole(own.resolve("metadata"), from.town()).put(roleFile);
  }

  /// The release of a township that waits and may still be published: what has been published or
  /// revoked since it came does not count.
  Optional<Waiting> find(Channel town, Repository repository) throws PublishException {
    TownFolder own = new TownFolder(folder.resolve(town.name()), town);
    try {
      Optional<byte[]> roleFile = own.role().newest();
      if (roleFile.isEmpty()) {
        return Optional.empty();
      }
      PublishedChannel channel = repository.check(town, roleFile.get());
      PublishedState state = PublishedState.read(channel, own.segments());
      return Optional.of(new Waiting(town, roleFile.get(), channel, state, own.segments()));
    } catch (ReleaseException e) {
      return Optional.empty();
    }
  }

  /// Puts a waiting release's segments where the site has them.
  static void deliver(Waiting waiting, SegmentFolder site) throws IOException {
    for (SegmentRef segment : waiting.channel().segments()) {
      copy(waiting.segments().file(segment), site.file(segment));
    }
  }

  /// Forgets what has been published.
  void remove(Channel town) throws IOException {
    SourceTree.delete(folder.resolve(town.name()));
  }

  /// A segment's name has its hash, so that one that is there is the same.
  static void copy(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      return;
    }
    Path partial = DurableFile.partialFor(to);
    try {
      Files.copy(from, partial, StandardCopyOption.REPLACE_EXISTING);
      DurableFile.moveInto(partial, to);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
