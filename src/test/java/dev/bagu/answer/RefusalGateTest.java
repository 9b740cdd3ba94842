package dev.bagu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalGateTest {
  @ParameterizedTest(name = "[{0}]")
  @CsvSource({
    "NOT_COVERED, true",
    "not_covered, true",
    "**NOT_COVERED**, true",
    "`NOT_COVERED`, true",
    "' NOT_COVERED.', true",
    "NOT_COVERED 资料里没有, true",
    "NOT COVERED, true",
    "> **Not covered.**, true",
    "'NOT_COVERED: the evidence is about LoRA', true",
    "'NOT_COVERED\n资料讲的是 LoRA', true",
    "'Not covered in pretraining, RLHF aligns the model [1].', false",
    "'NOT_COVEREDX', false",
    "NOT, false",
    "Nothing is covered, false",
    "资料里没有 NOT_COVERED, false",
    "'', false"
  })
  void lets_nothing_of_a_refusal_through(String written, boolean refused) {
    StringBuilder heard = new StringBuilder();
    RefusalGate gate = new RefusalGate("NOT_COVERED", heard::append);
    for (int i = 0; i < written.length(); i++) {
      gate.accept(written.substring(i, i + 1));
    }
    gate.end(true);

    assertThat(gate.refused()).isEqualTo(refused);
    assertThat(heard.toString()).isEqualTo(refused ? "" : written);
  }

  @ParameterizedTest
  @CsvSource({
    "'<think>NOT_COVERED? no</think>\n\n合并后没有延迟[1]。', false, 合并后没有延迟[1]。",
    "<think>hm</think>NOT_COVERED, true, ''",
    "<think>never ends, false, ''",
    "'<thin ice>', false, '<thin ice>'"
  })
  void keeps_thinking_to_itself(String written, boolean refused, String expected) {
    StringBuilder heard = new StringBuilder();
    RefusalGate gate = new RefusalGate("NOT_COVERED", heard::append);
    for (int i = 0; i < written.length(); i++) {
      gate.accept(written.substring(i, i + 1));
    }
    gate.end(true);

    assertThat(gate.refused()).isEqualTo(refused);
    assertThat(heard.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"NOT_CO, false", "NOT_COVERED, true", "N, false"})
  void of_a_reply_that_broke_off_the_beginning_of_a_sentinel_is_dropped(
      String written, boolean refused) {
    StringBuilder heard = new StringBuilder();
    RefusalGate gate = new RefusalGate("NOT_COVERED", heard::append);
    gate.accept(written);
    gate.end(false);

    assertThat(gate.refused()).isEqualTo(refused);
    assertThat(heard.toString()).isEmpty();
  }
}
