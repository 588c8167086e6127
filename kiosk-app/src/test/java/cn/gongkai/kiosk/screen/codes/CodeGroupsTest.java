package cn.gongkai.kiosk.screen.codes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.reading.MoreSamples;
import cn.gongkai.kiosk.reading.Samples;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CodeGroupsTest {

  @Test
  void codesAreGroupedBySubjectInTheOrderOfTheColumn() {
    assertThat(CodeGroups.on(Samples.TODAY, MoreSamples.codes()).keySet())
        .containsExactly("法律法规", "办事渠道", "办事指南", "监管动态", "你点我检");
  }

  @Test
  void anExpiredCodeIsHiddenFromTheDayAfterItsLast() {
    LocalDate last = LocalDate.of(2023, 11, 21);
    assertThat(CodeGroups.on(last, MoreSamples.codes()).get("办事渠道")).hasSize(4);
    assertThat(CodeGroups.on(last.plusDays(1), MoreSamples.codes()).get("办事渠道")).hasSize(3);
  }
}
