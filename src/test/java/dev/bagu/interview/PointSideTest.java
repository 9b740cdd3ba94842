package dev.bagu.interview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointSideTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P-tuning v2 只训练约 0.1% 到 3% 的参数             | NUMBER
          P-tuning v2 在主流推理引擎中的支持不如 LoRA        | COMPARISON
          q 与 k 独立时，点积的方差等于 $d_k$                | FORMULA
          评测题必须与训练数据隔离                           | PRACTICE
          气泡来自流水线的填充和排空阶段                     | CONDITION
          Loss scaling 放大损失，使 fp16 梯度保住小值        | REASON
          多轮对话使用同一个模板，由程序拼成一条             | MEANS
          扩词表会增加嵌入层                                 | LIMIT
          """)
  void tells_the_kind_of_thing_by_its_words(String point, PointSide side) {
    assertThat(PointSide.of(point)).contains(side);
  }

  @Test
  void a_number_within_a_name_is_no_quantity() {
    assertThat(PointSide.of("GPT-3 175B 与 P-tuning v2")).isEmpty();
  }

  @Test
  void every_side_has_its_phrases() {
    for (PointSide side : PointSide.values()) {
      for (String start : new String[] {"missed.open.", "missed.unquoted.open."}) {
        assertThat(Phrases.load(Room.PROMPTS, true).has(start + side.label())).isTrue();
      }
    }
  }
}
