package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonWordsTest {

  @ParameterizedTest
  @EnumSource
  void everyReasonSaysWhatItIsAndWhatToDo(AgentReason reason) {
    assertThat(ReasonWords.what(reason)).isNotBlank().hasSizeLessThan(24);
    assertThat(ReasonWords.advice(reason)).endsWith("。");
  }

  @Test
  void noTwoReasonsSoundTheSame() {
    Set<String> all = new HashSet<>();
    for (AgentReason reason : AgentReason.values()) {
      all.add(ReasonWords.what(reason));
    }
    assertThat(all).hasSize(AgentReason.values().length);
  }
}
