package cn.gongkai.kiosk.ui.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Block;
import cn.gongkai.kiosk.reading.MoreSamples;
import cn.gongkai.kiosk.reading.Samples;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableShapeTest {

  private static Block.Table table(int headerRows, Block.Row... rows) {
    return new Block.Table(Optional.empty(), headerRows, List.of(rows));
  }

  @Test
  void aCellTakesTheFirstFreePlaceOfItsRow() {
    TableShape shape =
        TableShape.of(
            table(
                0,
                Samples.row(Samples.cell("甲", false, 1, 2), Samples.cell("乙")),
                Samples.row("丙")));
    assertThat(shape.columns()).isEqualTo(2);
    assertThat(shape.places().get(2).column()).isEqualTo(1);
    assertThat(shape.places().get(2).row()).isEqualTo(1);
  }

  @Test
  void theOfficialFormHasTenColumnsAndThreeHeaderRows() {
    TableShape shape = TableShape.of(MoreSamples.applicationTable());
    assertThat(shape.columns()).isEqualTo(10);
    assertThat(shape.rows()).isEqualTo(28);
    assertThat(shape.headerRows()).isEqualTo(3);
    assertThat(shape.headingColumns()).isEqualTo(3);
  }

  @Test
  void aHeadingThatReachesBelowTheHeaderTakesItsRowsAlong() {
    TableShape shape =
        TableShape.of(
            table(
                1,
                Samples.row(Samples.cell("甲", true, 1, 2), Samples.cell("乙", true, 1, 1)),
                Samples.row("丙"),
                Samples.row("丁", "戊")));
    assertThat(shape.headerRows()).isEqualTo(2);
  }

  @Test
  void spansBeyondTheTableAreCutToIt() {
    TableShape shape =
        TableShape.of(table(0, Samples.row(Samples.cell("甲", false, 64, 200)), Samples.row("乙")));
    assertThat(shape.rows()).isEqualTo(2);
    assertThat(shape.columns()).isLessThanOrEqualTo(TableShape.COLUMNS_MAX);
    assertThat(shape.places()).hasSize(1);
  }

  @Test
  void cellsOfAnyTableNeverOverlap() {
    long seed = 20231122;
    Random chance = new Random(seed);
    for (int round = 0; round < 500; round++) {
      List<Block.Row> rows = new ArrayList<>();
      int rowCount = 1 + chance.nextInt(12);
      for (int r = 0; r < rowCount; r++) {
        List<Block.Cell> cells = new ArrayList<>();
        for (int c = chance.nextInt(9); c >= 0; c--) {
          cells.add(
              Samples.cell(
                  "格", chance.nextBoolean(), 1 + chance.nextInt(5), 1 + chance.nextInt(6)));
        }
        rows.add(new Block.Row(cells));
      }
      TableShape shape =
          TableShape.of(new Block.Table(Optional.empty(), chance.nextInt(rowCount + 1), rows));
      assertThat(overlaps(shape)).as("seed %d round %d", seed, round).isFalse();
      assertThat(shape.headerRows()).isLessThanOrEqualTo(shape.rows());
      double[] widths = ColumnWidths.of(shape, 30, 0.9);
      assertThat(widths).hasSize(shape.columns());
      for (double width : widths) {
        assertThat(width).isPositive().isFinite();
      }
    }
  }

  private static boolean overlaps(TableShape shape) {
    Set<Long> taken = new HashSet<>();
    for (TableShape.Place place : shape.places()) {
      for (int r = place.row(); r < place.row() + place.rowSpan(); r++) {
        for (int c = place.column(); c < place.column() + place.columnSpan(); c++) {
          if (r >= shape.rows() || c >= shape.columns() || !taken.add(r * 1000L + c)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  @Test
  void columnsOfFiguresStayNarrowAndWordsGetTheRoom() {
    TableShape shape = TableShape.of(MoreSamples.applicationTable());
    double[] widths = ColumnWidths.of(shape, 42, 0.9);
    assertThat(java.util.Arrays.stream(widths).sum()).isBetween(41.9, 42.1);
    assertThat(widths[2]).isGreaterThan(8);
    assertThat(widths[9]).isLessThan(5);
  }

  @Test
  void aTableThatCannotFitIsWiderThanTheRoom() {
    TableShape shape = TableShape.of(MoreSamples.applicationTable());
    assertThat(java.util.Arrays.stream(ColumnWidths.of(shape, 17, 0.9)).sum()).isGreaterThan(17);
  }
}
