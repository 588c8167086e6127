package cn.gongkai.desk.publish;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.sign.TownRole;
import cn.gongkai.content.release.tuf.PublishedChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// Where a township goes on from: its channel as the county's site has it, verified as a terminal
/// would.
record TownBeginning(TownFolder folder, Clock clock) {

  /// Takes over what a copy of the site (or a stick) holds of the channel, where the township's
  /// folder holds nothing newer. A site without the channel changes nothing.
  ///
  /// @throws ReleaseException where the copy is not what was signed
  void copy(Path site) throws IOException, ReleaseException {
    Channel town = folder.town();
    TownRole theirs = new TownRole(site.resolve("metadata"), town);
    Optional<byte[]> roleFile = theirs.newest();
    if (roleFile.isEmpty() || PublishedSite.read(site, clock).heads().isEmpty()) {
      return;
    }
    long own = folder.role().version();
    if (own >= theirs.version()) {
      return;
    }
    PublishedChannel channel = theirs.channel().orElseThrow();
    TownFolder copy = new TownFolder(site, town);
    for (SegmentRef segment : channel.segments()) {
      SegmentReader.verify(copy.segments().file(segment), segment, ReleaseLimits.STANDARD);
      TownInbox.copy(copy.segments().file(segment), folder.segments().file(segment));
    }
    folder.role().put(roleFile.get());
  }
}
