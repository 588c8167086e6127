package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.search.ItemWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/// Lucene with its bigram analyzer for Chinese, texts stored, BM25, phrases of bigrams.
final class LuceneEngine implements SearchEngine {

  private static final String TITLE = "title";
  private static final String WORDS = "words";
  private static final float TITLE_BOOST = 4;

  private final Path folder;
  private final Analyzer analyzer = new CJKAnalyzer();
  private Optional<DirectoryReader> reader = Optional.empty();

  LuceneEngine(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "lucene";
  }

  @Override
  public void build(Iterator<Item> items) throws Exception {
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      while (items.hasNext()) {
        Item item = items.next();
        Document document = new Document();
        document.add(new TextField(TITLE, item.title(), Field.Store.YES));
        document.add(new TextField(WORDS, ItemWords.of(item), Field.Store.YES));
        writer.addDocument(document);
      }
      writer.commit();
    }
  }

  @Override
  public boolean isBuilt() throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder)) {
      return DirectoryReader.indexExists(directory);
    }
  }

  @Override
  public void open() throws Exception {
    reader = Optional.of(DirectoryReader.open(FSDirectory.open(folder)));
  }

  @Override
  public List<String> search(String words) throws Exception {
    IndexSearcher searcher = new IndexSearcher(reader.orElseThrow());
    searcher.setSimilarity(new BM25Similarity());
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    QueryBuilder builder = new QueryBuilder(analyzer);
    for (String word : words.split(" ")) {
      BooleanQuery.Builder either = new BooleanQuery.Builder();
      either.add(boosted(builder, word), BooleanClause.Occur.SHOULD);
      either.add(phrase(builder, WORDS, word), BooleanClause.Occur.SHOULD);
      all.add(either.build(), BooleanClause.Occur.MUST);
    }
    StoredFields stored = searcher.storedFields();
    List<String> titles = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(all.build(), RESULTS).scoreDocs) {
      Document document = stored.document(hit.doc);
      Folders.snippet(document.get(WORDS), words);
      titles.add(document.get(TITLE));
    }
    return titles;
  }

  private static Query boosted(QueryBuilder builder, String word) {
    return new BoostQuery(phrase(builder, TITLE, word), TITLE_BOOST);
  }

  private static Query phrase(QueryBuilder builder, String field, String word) {
    Query query = builder.createPhraseQuery(field, word);
    return query == null ? new BooleanQuery.Builder().build() : query;
  }

  @Override
  public long bytes() throws Exception {
    return Folders.bytes(folder);
  }

  @Override
  public void close() throws IOException {
    if (reader.isPresent()) {
      reader.get().close();
      reader = Optional.empty();
    }
  }
}
