package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.Item;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Iterator;

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

  /// @return how many results were made, at most [#RESULTS]
  int search(String words) throws Exception;

  /// Bytes of the index and the texts on disk.
  long bytes() throws Exception;

  @Override
  void close() throws IOException, SQLException;
}
