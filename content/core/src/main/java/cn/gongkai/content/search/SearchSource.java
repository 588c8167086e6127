package cn.gongkai.content.search;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Validity;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Where [Finder] looks: an index of [Terms] and the items it was made of. Rows are numbered by
/// age: a larger number is a newer item. One release for the whole of a search.
///
/// @param <E> what goes wrong when reading
public interface SearchSource<E extends Exception> {

  /// An item with the words it was indexed by.
  ///
  /// @param words see [ItemWords#of]
  record Row(long row, Profile profile, String words) {}

  /// What an item is counted by.
  ///
  /// @param office its publisher
  record Facts(long row, ColumnId column, int year, String office, Validity validity) {}

  /// Rows that match, newest first, all smaller than `before`.
  ///
  /// @param expression an FTS5 MATCH expression
  List<Long> newest(String expression, long before, int limit) throws E;

  /// Items that carry a document or index number as their own, newest first.
  ///
  /// @param number as documents write it, `源政发〔2021〕6号`; each `?` stands for one character, a `*`
  ///   at the beginning for any prefix
  List<Long> numbered(String number, int limit) throws E;

  /// How many rows match, counted up to `most`.
  int count(String expression, int most) throws E;

  /// Items of a life topic, newest first.
  List<Long> inTopic(String topic, int limit) throws E;

  /// @param today the day for which validity is computed
  Optional<Row> findRow(long row, LocalDate today) throws E;

  /// The item itself, see [Item#summary].
  Optional<Item> findSummary(long row) throws E;

  List<Facts> facts(Collection<Long> rows, LocalDate today) throws E;

  /// A column and all columns below it.
  List<ColumnId> columnsUnder(ColumnId column) throws E;
}
