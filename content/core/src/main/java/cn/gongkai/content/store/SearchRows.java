package cn.gongkai.content.store;

import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.search.FacetTokens;
import cn.gongkai.content.search.Terms;
import java.util.Optional;

/// The rows of the search index. Taking a text back needs the very tokens that were put in, so the
/// index remembers by which rules tokens were made and is made anew where these changed.
final class SearchRows {

  private static final String PROBE_TEXT =
      "关于印发《沂源县ABC-12.5办法》的通知 源政发〔２０２１〕06号 113703233130158447/2024-5428775 税";
  private static final String PROBE_ITEM =
      """
      {"kind":"item","id":"probe","column":"zc-wj","title":"A","revision":1,"metadata":{
      "publisher":"沂源县（A1）局","publishedAt":"2021-12-31T23:30:00+08:00","division":"370323104"}}""";
  private static final String RULES = "token_rules";

  private final Database database;

  SearchRows(Database database) {
    this.database = database;
  }

  void insert(long id, Item item, String words) throws StoreException {
    database.update(
        "INSERT INTO ft(rowid, title, body) VALUES(?, ?, ?)",
        id,
        Terms.tokens(item.title()),
        body(item, words));
  }

  void remove(long id, Item item, String words) throws StoreException {
    database.update(
        "INSERT INTO ft(ft, rowid, title, body) VALUES('delete', ?, ?, ?)",
        id,
        Terms.tokens(item.title()),
        body(item, words));
  }

  private static String body(Item item, String words) {
    return Terms.tokens(words) + " " + FacetTokens.of(item);
  }

  /// True where another version of the program made the index.
  boolean isOutdated() throws StoreException {
    Optional<String> made = Meta.find(database, RULES);
    return made.isEmpty() || !made.get().equals(rules());
  }

  private static String rules() {
    return body(EntityJson.read(PROBE_ITEM, Item.class), PROBE_TEXT);
  }

  /// Makes the index anew from the texts, in one transaction of its own.
  void rebuild(StoreLimits limits) throws StoreException {
    database.run("BEGIN IMMEDIATE");
    try {
      database.run("INSERT INTO ft(ft) VALUES('delete-all')");
      database.each(
          """
          SELECT i.id, j.z, b.z FROM item i JOIN item_json j ON j.id = i.id
            JOIN body b ON b.id = i.id WHERE i.shown = 1 ORDER BY i.id""",
          r -> {
            String words = Packing.unpack(r.getBytes(3), limits.entityBytes());
            String json = Packing.unpack(r.getBytes(2), limits.entityBytes(), words);
            insert(r.getLong(1), Structure.read(json, Item.class), words);
          });
      Meta.set(database, RULES, rules());
      database.run("COMMIT");
    } catch (StoreException e) {
      database.rollback(e);
      throw e;
    }
  }
}
