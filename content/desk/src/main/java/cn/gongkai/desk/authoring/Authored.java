package cn.gongkai.desk.authoring;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.Hall;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Site;
import cn.gongkai.content.model.Synonym;
import cn.gongkai.content.model.Topic;
import cn.gongkai.desk.media.MediaFile;
import cn.gongkai.desk.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What reading an authored folder gives: its content, or what is wrong with it.
public sealed interface Authored {

  /// Every file could be read.
  ///
  /// @param items with revision 1; the publisher counts revisions
  /// @param media files that the items use, by SHA-256
  /// @param warnings never of severity `BLOCK`
  record Content(
      Entry<Site> site,
      List<Entry<Column>> columns,
      List<Entry<Hall>> halls,
      List<Entry<Topic>> topics,
      List<Entry<Synonym>> synonyms,
      List<Entry<Item>> items,
      Map<String, MediaFile> media,
      List<Problem> warnings)
      implements Authored {

    public Content {
      columns = List.copyOf(columns);
      halls = List.copyOf(halls);
      topics = List.copyOf(topics);
      synonyms = List.copyOf(synonyms);
      items = List.copyOf(items);
      media = Map.copyOf(media);
      warnings = List.copyOf(warnings);
    }

    /// Every entity, the site first.
    public Stream<Entry<? extends Entity>> entries() {
      return Stream.of(List.of(site), columns, halls, topics, synonyms, items)
          .flatMap(List::stream);
    }
  }

  /// Nothing may be published.
  ///
  /// @param problems by file and line, warnings among them; at least one blocks
  /// @param unlisted how many more there are
  record Refused(List<Problem> problems, int unlisted) implements Authored {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
