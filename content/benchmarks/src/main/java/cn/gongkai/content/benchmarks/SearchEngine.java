package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.Item;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

/// A search engine under measurement. Every engine answers with the best 20 and a snippet of each.
interface SearchEngine extends AutoCloseable {

  /// How many results a search makes.
  int RESULTS = 20;

  String name();

  /// Fills an empty index and makes it durable.
  void build(Iterator<Item> items) throws Exception;

  /// True where it has been built before.
  boolean isBuilt() throws Exception;

  /// Opens what was built, as after a start of the program.
  void open() throws Exception;

  /// What a program does after its start in the background.
  default void warm() throws Exception {}

  /// @return the titles of the results that were made, the best first, at most [#RESULTS]
  List<String> search(String words) throws Exception;

  /// What is asked for.
  enum Asking {
    /// The best results.
    PLAIN,
    /// The same among the items of one year and one office, with the counts of every filter.
    NARROWED,
    /// The newest of one column, with the counts of every filter; the words choose the column.
    LISTED
  }

  /// True where the engine has such a thing.
  default boolean knows(Asking asking) {
    return asking == Asking.PLAIN;
  }

  /// @return as [#search]
  default List<String> ask(Asking asking, String words) throws Exception {
    return search(words);
  }

  /// Bytes of the index and the texts on disk.
  long bytes() throws Exception;

  @Override
  void close() throws IOException, SQLException;
}
