package dev.bagu.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Prompt-tuning 只改输入层，对序列标注               | 序列标注
          AdapterDrop 还可以裁剪 AdapterFusion 中注          | AdapterFusion
          投影之后再经过 softmaxes 处理                      |
          主流的做法是 SwiGLU                          |
          缓解可用去重、                                     |
          """)
  void the_rarest_name_is_taken_and_never_one_that_is_the_answer(String half, String name) {
    Set<String> question = Set.of("Prompt-tuning", "AdapterDrop");

    assertThat(Room.SYLLABUS.names().rarest(half, each -> !question.contains(each)).orElse(""))
        .isEqualTo(name == null ? "" : name);
  }
}
