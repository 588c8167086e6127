package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.store.StoreCheck.Depth;
import cn.gongkai.content.store.StoreCheck.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCheckTest {

  @TempDir Path terminal;

  final Releases desk = new Releases();
  BlobRef blob;

  @BeforeEach
  void fill() throws Exception {
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      blob = Releases.deliver(writer, "content");
      desk.put(Draft.column("zcwj", ""))
          .put(Draft.item("one").with(blob), Draft.item("two"))
          .put(Draft.item("waiting").with(Releases.blob("not here")));
      desk.applyTo(writer);
    }
  }

  private List<String> codes(Depth depth) {
    return StoreCheck.of(terminal, depth).problems().stream().map(Problem::code).toList();
  }

  private void change(String sql) throws StoreException {
    try (Database database = Database.toWrite(ContentFile.in(terminal), StoreLimits.TERMINAL)) {
      database.run(sql);
    }
  }

  private Path file() throws StoreException {
    return new BlobFolder(terminal).file(blob);
  }

  @Test
  void aSoundStoreHasNoProblems() {
    assertThat(StoreCheck.of(terminal, Depth.FULL)).isEqualTo(new StoreCheck(List.of(), 3, 1, 1));
  }

  @Test
  void nothingThereIsAProblemOfItsOwn() {
    assertThat(StoreCheck.of(terminal.resolve("elsewhere"), Depth.QUICK).problems())
        .extracting(Problem::code)
        .containsExactly("STORE-MISSING");
  }

  @Test
  void aMissingOrShortBlobIsFound() throws Exception {
    Files.writeString(file(), "cont");
    assertThat(codes(Depth.QUICK)).containsExactly("STORE-BLOB-MISSING");
    Files.delete(file());
    assertThat(codes(Depth.QUICK)).containsExactly("STORE-BLOB-MISSING");
  }

  @Test
  void aFlippedByteInABlobIsFoundByTheFullLook() throws Exception {
    Files.writeString(file(), "c0ntent");
    assertThat(codes(Depth.QUICK)).isEmpty();
    assertThat(codes(Depth.FULL)).containsExactly("STORE-BLOB");
  }

  @Test
  void aHeadThatDoesNotFitTheEntitiesIsFound() throws Exception {
    change("DELETE FROM entity WHERE key = 'two'");
    assertThat(codes(Depth.QUICK)).containsExactly("STORE-DIGEST", "STORE-ROWS");
  }

  @Test
  void aTextThatWasChangedIsFoundByTheFullLook() throws Exception {
    change("UPDATE structure SET json = replace(json, '栏目', '栏木')");
    assertThat(codes(Depth.QUICK)).isEmpty();
    assertThat(codes(Depth.FULL)).containsExactly("STORE-TEXT");
  }

  @Test
  void lostRowsAreFound() throws Exception {
    change("DELETE FROM body");
    change("DELETE FROM in_column WHERE branch = ''");
    assertThat(codes(Depth.QUICK)).containsExactly("STORE-ROWS", "STORE-ROWS");
  }
}
