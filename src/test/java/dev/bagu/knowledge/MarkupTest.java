package dev.bagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "emphasis        | **LoRA** 与 *低秩* 和 ~~删除~~ | LoRA 与 低秩 和 删除",
        "snake case      | 用 lora_alpha 和 _强调_ | 用 lora_alpha 和 强调",
        "product         | r * k 与 2*3 | r * k 与 2*3",
        "link            | 见 [论文](https://arxiv.org/abs/2106.09685 \"LoRA\") 的图 | 见 论文 的图",
        "link in brackets| ([论文](a(b)c)) | (论文)",
        "picture         | 前 ![图 1](image/a.png) 后 | 前 后",
        "brackets alone  | 区间 [0, 1] 内 | 区间 [0, 1] 内",
        "code            | 调 `a*b_c` 时 | 调 a*b_c 时",
        "formula         | 写成 $W_0 + \\frac{a}{r}BA$ 时 | 写成 W_0 + \\frac{a}{r}BA 时",
        "escape          | 标记 \\[MASK] 与 4.trt\\_llm | 标记 [MASK] 与 4.trt_llm",
        "entity          | Transformer&#x20;&amp; 注意力 | Transformer & 注意力",
        "tag             | 换<br/>行 <font color=\"red\">红</font> | 换 行 红",
        "comparison      | 当 r<<d 且 a < b 时 | 当 r<<d 且 a < b 时",
        "list item       | - 省显存 | 省显存",
        "numbered item   | 2. 省显存 | 省显存",
        "quote           | > 引用 | 引用",
      })
  void takes_the_marks_off(String name, String raw, String plain) {
    assertThat(Markup.plain(raw)).as(name).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"![](image/a.png)", "|---|:-:|", "```python", "<img src=\"a.png\">", "$$"})
  void leaves_out_lines_that_say_nothing(String line) {
    assertThat(Markup.plain("前\n" + line)).isEqualTo("前");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "![", "](", "[](", "*", "`", "<a", "&", "$", "\\", "_a", "![]("})
  void is_fast_on_hostile_text(String unit) {
    String text = unit.repeat(200_000);

    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Markup.plain(text));
  }
}
