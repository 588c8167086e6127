package cn.gongkai.kiosk.screen.annualreport;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.AnnualFigures;
import cn.gongkai.content.model.Details;
import cn.gongkai.kiosk.reading.MoreSamples;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportBarsTest {

  private static Details.AnnualReport report(int year) {
    return (Details.AnnualReport) MoreSamples.annual(year).details();
  }

  @Test
  void channelsAreShownInTheirOrder() {
    ReportBars.Chart chart = ReportBars.channels(report(2023).figures()).orElseThrow();
    assertThat(chart.bars())
        .extracting(ReportBars.Bar::label)
        .containsExactly("政府网站", "政务新媒体", "政府公报", "其他方式");
    assertThat(chart.largest()).isEqualTo(BigDecimal.valueOf(6871));
  }

  @Test
  void resultsAddUpToTheTotalOfTheForm() {
    ReportBars.Chart chart = ReportBars.results(report(2023).figures()).orElseThrow();
    assertThat(chart.bars().stream().mapToInt(bar -> bar.value().intValue()).sum()).isEqualTo(103);
    assertThat(chart.bars()).contains(new ReportBars.Bar("不予公开", BigDecimal.valueOf(6)));
  }

  @Test
  void aSingleYearIsNotComparedWithItself() {
    assertThat(ReportBars.received(List.of(report(2023)))).isEmpty();
    assertThat(ReportBars.received(List.of(report(2023), report(2021))).orElseThrow().bars())
        .extracting(ReportBars.Bar::label)
        .containsExactly("2021年", "2023年");
  }

  @Test
  void figuresThatAreNotThereMakeNoChart() {
    AnnualFigures empty = new AnnualFigures(Map.of(), List.of(), List.of(), Map.of());
    assertThat(ReportBars.channels(empty)).isEmpty();
    assertThat(ReportBars.results(empty)).isEmpty();
  }
}
