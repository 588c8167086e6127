package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SegmentHeader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.json.Json;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What the signed role of a channel says: where the channel stands and which segments lead there.
///
/// @param segments bases first, then in the order of what they cover
public record PublishedChannel(ChannelHead head, List<SegmentRef> segments) {

  /// The member of the signed part that carries the head.
  public static final String HEAD = "x-gongkai-head";

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final String CODE = "RELEASE-CHANNEL-CONTENT";

  public PublishedChannel {
    segments =
        segments.stream()
            .sorted(
                Comparator.comparing(SegmentRef::base)
                    .reversed()
                    .thenComparing(SegmentRef::from)
                    .thenComparing(SegmentRef::to))
            .toList();
  }

  public Channel channel() {
    return head.channel();
  }

  /// Reads a targets role that speaks for the channel and no other. Whether it may is for its
  /// signatures to show.
  ///
  /// @throws ReleaseException `RELEASE-CHANNEL-CONTENT`, `RELEASE-TUF-FORM`
  public static PublishedChannel read(Channel channel, SignedFile role, int segmentsMax)
      throws ReleaseException {
    ChannelHead head = readHead(role.signed().object(HEAD));
    if (!head.channel().equals(channel)) {
      throw ReleaseException.refused(CODE, "the head of " + channel, head.channel());
    }
    List<Map.Entry<String, Json.Obj>> listed =
        role.signed().objectMap("targets").entrySet().stream()
            .filter(e -> e.getKey().startsWith("ch/"))
            .toList();
    if (listed.size() > segmentsMax) {
      throw ReleaseException.refused(CODE, "at most " + segmentsMax + " segments", listed.size());
    }
    Set<Long> ends = new HashSet<>();
    List<SegmentRef> segments = new ArrayList<>();
    for (Map.Entry<String, Json.Obj> entry : listed) {
      SegmentRef segment = readSegment(TargetFile.read(entry.getKey(), entry.getValue(), true));
      if (!segment.channel().equals(channel) || !segment.targetPath().equals(entry.getKey())) {
        throw ReleaseException.refused(CODE, "a segment of " + channel, entry.getKey());
      }
      ends.add(segment.to());
      segments.add(segment);
    }
    if (head.sequence() > 0 && !ends.contains(head.sequence())) {
      throw ReleaseException.refused(
          CODE, "a segment that reaches " + head.sequence(), "up to " + ends);
    }
    return new PublishedChannel(head, segments);
  }

  private static ChannelHead readHead(Json.Obj form) throws ReleaseException {
    String digest = form.text("digest");
    if (!HEX.matcher(digest).matches()) {
      throw ReleaseException.refused(CODE, "a SHA-256 as digest", digest);
    }
    return new ChannelHead(
        channel(form),
        form.number("sequence"),
        SignedFile.time(form, "asOf"),
        digest,
        smallNumber(form, "entities"));
  }

  private static SegmentRef readSegment(TargetFile target) throws ReleaseException {
    Json.Obj custom =
        target
            .custom()
            .orElseThrow(
                () -> ReleaseException.refused(CODE, "custom of " + target.path(), "none"));
    try {
      return new SegmentRef(
          new SegmentHeader(
              channel(custom), custom.number("from"), custom.number("to"), custom.flag("base")),
          SignedFile.time(custom, "asOf"),
          smallNumber(custom, "items"),
          custom.number("rawLength"),
          target.length(),
          target.hashes().getOrDefault("sha256", ""));
    } catch (IllegalArgumentException e) {
      throw ReleaseException.refused(CODE, "a segment as " + target.path(), e, e);
    }
  }

  private static Channel channel(Json.Obj form) throws ReleaseException {
    String name = form.text("channel");
    try {
      return new Channel(name);
    } catch (IllegalArgumentException e) {
      throw ReleaseException.refused(CODE, "the name of a channel", name, e);
    }
  }

  private static int smallNumber(Json.Obj form, String name) throws ReleaseException {
    long number = form.number(name);
    if (number > Integer.MAX_VALUE) {
      throw ReleaseException.refused(CODE, "a smaller number as " + name, number);
    }
    return (int) number;
  }

  /// The head as a role's signed part carries it.
  public static Json.Obj write(ChannelHead head) {
    return Json.object()
        .with("channel", head.channel().name())
        .with("sequence", head.sequence())
        .with("asOf", head.asOf().truncatedTo(ChronoUnit.SECONDS).toString())
        .with("digest", head.digest())
        .with("entities", head.entities());
  }

  /// A segment as a role's `targets` lists it.
  public static Json.Obj write(SegmentRef segment) {
    return Json.object()
        .with("length", segment.length())
        .with("hashes", Json.object().with("sha256", segment.sha256()))
        .with(
            "custom",
            Json.object()
                .with("channel", segment.channel().name())
                .with("from", segment.from())
                .with("to", segment.to())
                .with("base", segment.base())
                .with("asOf", segment.asOf().truncatedTo(ChronoUnit.SECONDS).toString())
                .with("items", segment.items())
                .with("rawLength", segment.rawLength()));
  }
}
