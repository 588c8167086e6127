package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.search.Embedder;
import cn.gongkai.content.search.SearchQuery;
import cn.gongkai.content.search.SearchResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An item that shares no word with what was typed is found where it means the same. The embedder
/// here knows two meanings: of warmth and of anything else.
class FindingByMeaningTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 11, 20);

  @TempDir Path terminal;

  private final Releases desk = new Releases();
  private final AtomicInteger made = new AtomicInteger();
  private ContentWriter writer;
  private ContentReader reader;

  private final Embedder embedder =
      text -> {
        made.incrementAndGet();
        float[] direction = new float[Embedder.DIMENSIONS];
        boolean warm = text.contains("供热") || text.contains("冰凉");
        direction[warm ? 0 : 1] = 1;
        return Optional.of(direction);
      };

  @BeforeEach
  void fill() throws StoreException {
    writer = ContentWriter.open(terminal, Releases.CLOCK);
    desk.put(Draft.column("zcwj", ""));
    desk.put(
        Draft.item("heat").titled("集中供热服务指南").saying("测温和退费。"),
        Draft.item("road").titled("道路命名公告").saying("命名两条道路。"));
    desk.applyTo(writer);
    reader = ContentReader.open(terminal, Releases.CLOCK);
  }

  @AfterEach
  void close() {
    reader.close();
    writer.close();
  }

  private SearchResult find(String words) throws StoreException {
    return reader.search(SearchQuery.of(words, TODAY));
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.item().key()).toList();
  }

  @Test
  void whatMeansTheSameIsFoundWithoutACommonWord() throws StoreException {
    assertThat(ids(find("坐着冰凉"))).isEmpty();
    reader.understandAllBy(embedder);
    SearchResult found = find("坐着冰凉");
    assertThat(ids(found)).containsExactly("heat");
    assertThat(found.hits().getFirst().reasons()).contains("near in meaning, 1.00");
    assertThat(found.total()).isEqualTo(1);
    assertThat(found.isMeantOnly()).isTrue();
    assertThat(find("供热").isMeantOnly()).isFalse();
  }

  @Test
  void lettersAndNumbersMeanNothing() throws StoreException {
    reader.understandAllBy(embedder);
    int items = made.get();
    find("gongre");
    find("源政发〔2021〕6号");
    assertThat(made).hasValue(items);
  }

  @Test
  void whatIsWithdrawnOrChangedIsNotAnsweredByItsOldMeaning() throws Exception {
    reader.understandAllBy(embedder);
    desk.put(Draft.item("heat").titled("停车收费公告").saying("按小时收费。"));
    desk.put(Draft.item("boiler").titled("供热站开放日").saying("走进热源厂。"));
    desk.applyTo(writer);
    assertThat(ids(find("坐着冰凉"))).isEmpty();
    reader.understandAllBy(embedder);
    assertThat(ids(find("坐着冰凉"))).containsExactly("boiler");
    desk.delete(new EntityRef(EntityKind.ITEM, "boiler"));
    desk.applyTo(writer);
    assertThat(ids(find("坐着冰凉"))).isEmpty();
  }

  @Test
  void anEmbedderThatFailsLeavesSearchAsItWas() throws StoreException {
    reader.understandAllBy(text -> Optional.empty());
    assertThat(ids(find("供热"))).containsExactly("heat");
    assertThat(ids(find("坐着冰凉"))).isEmpty();
  }
}
