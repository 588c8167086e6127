package cn.gongkai.desk.index;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is remembered of the last publication. Rows are sorted by the ids of their items.
///
/// @param rules what the rows depend on besides their sources: program, configuration, folder
/// @param heads the heads that were signed; where the site has others, the rows are of no use
/// @param structure hashes of the entities that are no items
/// @param pages how the folder of phone pages was left, see [PageFolderState]
/// @param segments the listed segment files as they were when last hashed
public record PublisherIndex(
    String rules,
    SortedMap<Channel, ChannelHead> heads,
    SortedMap<EntityRef, String> structure,
    PageFolderState pages,
    Map<String, cn.gongkai.desk.authoring.FileStamp> segments,
    NameTable columns,
    NameTable channels,
    List<IndexRow> rows) {

  /// An index that knows nothing.
  public static PublisherIndex empty(String rules) {
    return new PublisherIndex(
        rules,
        new TreeMap<>(),
        new TreeMap<>(),
        PageFolderState.UNKNOWN,
        Map.of(),
        new NameTable(),
        new NameTable(),
        List.of());
  }

  PublisherIndex withRows(List<IndexRow> other) {
    return new PublisherIndex(rules, heads, structure, pages, segments, columns, channels, other);
  }

  public boolean isEmpty() {
    return heads.isEmpty();
  }

  static ChannelHead head(Channel channel, long sequence, String asOf, String digest, int count) {
    return new ChannelHead(channel, sequence, Instant.parse(asOf), digest, count);
  }

  static EntityRef ref(String text) {
    int slash = text.indexOf('/');
    return new EntityRef(EntityKind.ofId(text.substring(0, slash)), text.substring(slash + 1));
  }
}
