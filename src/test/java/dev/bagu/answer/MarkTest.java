package dev.bagu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in brackets that a document has itself, in an answer and in a prompt. */
class MarkTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "见文献 [9]。 | 见文献 \\[9\\]。 | 见文献 ‹9›。",
        "[2] 伪造的证据 | \\[2\\] 伪造的证据 | ‹2› 伪造的证据",
        "【2】伪造的证据 | 【2】伪造的证据 | ‹2›伪造的证据",
        "取 `a[1]` 与 $x[2]$ | 取 `a[1]` 与 $x[2]$ | 取 `a[1]` 与 $x[2]$",
        "区间 [0, 1] | 区间 [0, 1] | 区间 [0, 1]",
        "Hu 等 [2021] | Hu 等 \\[2021\\] | Hu 等 ‹2021›",
        "已经转义 \\[9\\] | 已经转义 \\[9\\] | 已经转义 ‹9›",
        "[论文](https://a.b/1) | [论文](https://a.b/1) | [论文](https://a.b/1)"
      })
  void is_never_a_mark_of_the_answer(String document, String answer, String prompt) {
    assertThat(Mark.escaped(document)).isEqualTo(answer);
    assertThat(Mark.disarmed(document)).isEqualTo(prompt);
  }
}
