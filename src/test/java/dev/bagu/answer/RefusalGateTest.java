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
    gate.end();

    assertThat(gate.refused()).isEqualTo(refused);
    assertThat(heard.toString()).isEqualTo(refused ? "" : written);
  }
}
