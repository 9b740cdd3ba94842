package dev.bagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryTest {
  @Test
  void reads_rows_and_passes_over_head_and_rule() {
    SourceText text =
        SourceText.of(
            """
            # 术语

            | 中文术语 | English | 缩写 | 定义 | 条目 |
            | --- | --- | --- | --- | --- |
            | 张量并行、模型内并行 | tensor parallelism / intra-layer parallelism | TP | 一层切到多卡 | dist-03 |
            | 残差 | residual | – | 输入加回输出 | norm-01 |
            | 坏行 | 只有两列 |
            """);

    assertThat(Glossary.read(text))
        .containsExactly(
            new GlossaryRow(
                List.of("张量并行", "模型内并行"),
                List.of("tensor parallelism", "intra-layer parallelism"),
                List.of("TP"),
                "一层切到多卡",
                "dist-03",
                5),
            new GlossaryRow(List.of("残差"), List.of("residual"), List.of(), "输入加回输出", "norm-01", 6));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "long, short         | 用 Low-Rank Adaptation (LoRA) 微调 | - | Low-Rank Adaptation | LoRA",
        "short, long         | RLHF（Reinforcement Learning from Human Feedback）很贵 | - | Reinforcement Learning from Human Feedback | RLHF",
        "English, Chinese    | Tensor Parallelism（张量并行，TP） | 张量并行 | Tensor Parallelism | TP",
        "Chinese, English    | **张量并行**（Tensor Parallelism，TP） | 张量并行 | Tensor Parallelism | TP",
        "Chinese alone       | 张量并行（TP）把一层切开 | 张量并行 | - | TP",
        "short, Chinese      | TP（张量并行）把一层切开 | 张量并行 | - | TP",
        "initials win        | 用 Proximal Policy Optimization (PPO) | - | Proximal Policy Optimization | PPO",
        "words before        | we use the gated linear unit (GLU) | - | gated linear unit | GLU",
        "bold                | **Mixture of Experts**（**MoE**） | - | Mixture of Experts | MoE",
      })
  void finds_definitions(String name, String text, String zh, String en, String abbreviation) {
    List<GlossaryRow> rows = DefinitionFinder.find(Reading.markdown("# 甲\n\n" + text + "\n"));

    assertThat(rows)
        .as(name)
        .containsExactly(
            new GlossaryRow(
                Optional.ofNullable(zh).stream().toList(),
                Optional.ofNullable(en).stream().toList(),
                List.of(abbreviation),
                "",
                "notes.md#甲",
                3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "我们在本文中使用的张量并行（TP）很快",
        "模型（GPT-4）很大",
        "见图（a）和表（1）",
        "函数 f(x) 与 max(0, x)",
        "Attention is all you need (NIPS)",
        "效果很好（GPU）",
      })
  void takes_nothing_where_no_name_has_two_ends(String text) {
    List<GlossaryRow> rows = DefinitionFinder.find(Reading.markdown("# 甲\n\n" + text + "\n"));

    assertThat(rows).allSatisfy(row -> assertThat(row.zh()).noneMatch(zh -> zh.contains("使用")));
    assertThat(rows).allSatisfy(row -> assertThat(row.en()).isEmpty());
  }
}
