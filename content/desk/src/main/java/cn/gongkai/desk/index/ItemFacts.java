package cn.gongkai.desk.index;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import cn.gongkai.desk.authoring.FileStamp;
import cn.gongkai.desk.authoring.ItemReading.Dependency;
import cn.gongkai.desk.gate.Verdict;
import cn.gongkai.desk.problem.Problem;
import java.time.OffsetDateTime;
import java.util.List;

/// What is remembered of an item that was published: enough to publish its neighbours and to list
/// it, not its text.
///
/// @param file path of its source below the authored folder
/// @param stamp of the source
/// @param sourceHash SHA-256 of the source, lower-case hex
/// @param dependencies other files that it was made of
/// @param hash SHA-256 of its JSON as published, lower-case hex
/// @param mentioned items that it refers to in any way
/// @param blobs by SHA-256
/// @param read warnings of reading it
/// @param checked warnings of the gate
/// @param overridden findings that its editors have set aside
public record ItemFacts(
    String file,
    FileStamp stamp,
    String sourceHash,
    List<Dependency> dependencies,
    ItemId id,
    String hash,
    int revision,
    ColumnId column,
    String title,
    String publisher,
    OffsetDateTime publishedAt,
    List<Relation> relations,
    List<ItemId> mentioned,
    List<String> blobs,
    List<Problem> read,
    List<Problem> checked,
    List<Verdict.Overridden> overridden) {

  public ItemFacts {
    dependencies = List.copyOf(dependencies);
    relations = List.copyOf(relations);
    mentioned = List.copyOf(mentioned);
    blobs = List.copyOf(blobs);
    read = List.copyOf(read);
    checked = List.copyOf(checked);
    overridden = List.copyOf(overridden);
  }
}
