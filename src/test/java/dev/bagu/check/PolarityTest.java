package dev.bagu.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Denials, and words that only look like one. */
class PolarityTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "LoRA 不增加延迟, 1",
    "合并后没有额外开销, 1",
    "无需改动结构, 1",
    "并非所有层都要加, 1",
    "不是降低而是升高, 1",
    "既不快也不省, 2",
    "It does not add latency, 1",
    "Training never touches the base weights, 1",
    "It works without a key, 1",
    "It cannot and doesn't help, 2",
    "LoRA 增加延迟, 0",
    "It adds latency, 0",
  })
  void denials_are_counted(String text, int denials) {
    assertThat(Polarity.negations(text)).hasSize(denials);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "两者不同",
        "不仅快而且省",
        "无论多长",
        "无监督学习",
        "非线性激活",
        "差不多",
        "非常快",
        "区别在于",
        "类别分布",
        "识别实体",
        "无损压缩",
        "不断增长",
        "特别大",
        "notation and another note"
      })
  void idioms_and_parts_of_words_deny_nothing(String text) {
    assertThat(Polarity.negations(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "必须冻结所有层, 2, 0, 0",
    "通常可以合并, 0, 1, 0",
    "It always must be merged, 2, 0, 0",
    "It may help sometimes, 0, 2, 0",
    "我们线上用的是 LoRA, 0, 0, 2",
    "LoRA 冻结原权重, 0, 0, 0",
  })
  void absolutes_hedges_and_experience_are_counted(
      String text, int absolutes, int hedges, int personal) {
    assertThat(Polarity.absolutes(text)).isEqualTo(absolutes);
    assertThat(Polarity.hedges(text)).isEqualTo(hedges);
    assertThat(Polarity.personal(text)).isEqualTo(personal);
  }
}
