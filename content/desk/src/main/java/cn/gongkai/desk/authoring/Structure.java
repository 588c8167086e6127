package cn.gongkai.desk.authoring;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.Hall;
import cn.gongkai.content.model.Site;
import cn.gongkai.content.model.Synonym;
import cn.gongkai.content.model.Topic;
import cn.gongkai.desk.problem.Problem;
import java.util.List;
import java.util.Optional;

/// What the five files at the top of an authored folder say.
///
/// @param site empty where something is wrong with it
public record Structure(
    Optional<Entry<Site>> site,
    List<Entry<Column>> columns,
    List<Entry<Hall>> halls,
    List<Entry<Topic>> topics,
    List<Entry<Synonym>> synonyms,
    List<Problem> problems) {

  /// Names of the files.
  public static final List<String> FILES =
      List.of("site.yaml", "columns.yaml", "halls.yaml", "topics.yaml", "synonyms.yaml");

  public Structure {
    columns = List.copyOf(columns);
    halls = List.copyOf(halls);
    topics = List.copyOf(topics);
    synonyms = List.copyOf(synonyms);
    problems = List.copyOf(problems);
  }
}
