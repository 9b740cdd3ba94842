package dev.bagu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a claim, and where it stands. */
class ClaimSplitterTest {
  private static final long SEED = 20_240_611;

  private static final List<String> PIECES =
      List.of(
          "LoRA 冻结原权重",
          "，只训练两个低秩矩阵",
          "。",
          "；",
          "\n",
          "\n\n",
          "- ",
          "1. ",
          "| a | b |\n",
          "|---|---|\n",
          "```\ncode\n```\n",
          "$W_0 + BA$",
          "$$",
          "# 标题\n",
          "嗯，",
          "我不知道",
          "？",
          "KV cache grows linearly",
          ", and it is large",
          ". ",
          "; ",
          "（见 [1]）",
          "\t",
          "\r\n",
          "😀",
          "　",
          "> ",
          "**",
          "~~~",
          "3.35 TB/s",
          "首先，",
          "…",
          ":",
          "：");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          a Chinese sentence   ~ LoRA 冻结原权重。                                    ~ LoRA 冻结原权重
          two sentences        ~ LoRA 冻结原权重。推理时可以合并。                         ~ LoRA 冻结原权重 / 推理时可以合并
          a semicolon chain    ~ 预填充受算力限制；解码受带宽限制；两者可以分开部署               ~ 预填充受算力限制 / 解码受带宽限制 / 两者可以分开部署
          coordinated clauses  ~ 预填充阶段主要受限于算力，解码阶段主要受限于显存带宽                ~ 预填充阶段主要受限于算力 / 解码阶段主要受限于显存带宽
          a clause that goes on ~ LoRA 冻结原来的全部权重，所以显存占用会低很多                 ~ LoRA 冻结原来的全部权重，所以显存占用会低很多
          spaces for commas    ~ LoRA 冻结原权重 只训练低秩矩阵 推理时可以合并           ~ LoRA 冻结原权重 只训练低秩矩阵 推理时可以合并
          spaces round letters ~ 秩 r 常用 8 到 64                                  ~ 秩 r 常用 8 到 64
          a version            ~ - 1.0 把主包收缩到几个模块                             ~ 1.0 把主包收缩到几个模块
          a condition          ~ 如果把增量合并进原来的权重里，推理时就没有额外的延迟               ~ 如果把增量合并进原来的权重里，推理时就没有额外的延迟
          short clauses        ~ 更快，更省                                        ~ 更快，更省
          filler before        ~ 嗯，我觉得，首先，LoRA 冻结原权重                          ~ LoRA 冻结原权重
          an English sentence  ~ LoRA freezes the base weights.                 ~ LoRA freezes the base weights
          English sentences    ~ It saves memory. Latency stays the same.       ~ It saves memory / Latency stays the same
          an abbreviation      ~ Some methods, e.g. LoRA, freeze weights.       ~ Some methods, e.g. LoRA, freeze weights
          English semicolons   ~ Prefill is compute-bound; decode is memory-bound. ~ Prefill is compute-bound / decode is memory-bound
          mixed                ~ KV cache 随长度线性增长。It is not constant.        ~ KV cache 随长度线性增长 / It is not constant
          a decimal            ~ H100 的带宽是 3.35 TB/s 左右。                      ~ H100 的带宽是 3.35 TB/s 左右
          a thousands comma    ~ 词表有 128,000 个词                              ~ 词表有 128,000 个词
          a formula            ~ 更新量写成 $BA$，其中 $r$ 远小于 $d$                  ~ 更新量写成 $BA$，其中 $r$ 远小于 $d$
          a comma in brackets  ~ 常用的学习率调度方法（包括线性预热，以及后面的余弦退火）都可以用      ~ 常用的学习率调度方法（包括线性预热，以及后面的余弦退火）都可以用
          """)
  void a_line_is_cut_into_its_claims(String what, String line, String claims) {
    assertThat(texts(line)).as(what).containsExactly(claims.split(" / "));
  }

  @Test
  void each_list_item_is_a_claim_without_its_mark() {
    String draft =
        "- LoRA 冻结原权重\n* 秩常取 8 到 64\n1. 推理时可以合并\n2、合并后没有延迟\n（3）可以挂多个适配器\n④ 显存占用降低\n- [x] Ranks are small\n";

    assertThat(texts(draft))
        .containsExactly(
            "LoRA 冻结原权重",
            "秩常取 8 到 64",
            "推理时可以合并",
            "合并后没有延迟",
            "可以挂多个适配器",
            "显存占用降低",
            "Ranks are small");
  }

  @Test
  void a_table_row_is_one_claim_and_its_rule_is_none() {
    assertThat(texts("|---|:--:|\n| LoRA | 冻结原权重。只训练增量 |\n| 全参微调 | 更新全部权重 |\n"))
        .hasSize(2)
        .satisfies(rows -> assertThat(rows.get(0)).contains("冻结原权重。只训练增量"));
  }

  @Test
  void code_is_no_claim_and_what_follows_it_is() {
    assertThat(texts("```python\nloss = ce(x, y)\n```\n梯度累积不改变结果\n~~~\nx = 1\n~~~\n推理时可以合并"))
        .containsExactly("梯度累积不改变结果", "推理时可以合并");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t\n",
        "。。。",
        "！！！",
        "😀😀😀",
        "你好",
        "面试官您好",
        "谢谢面试官",
        "谢谢！",
        "好的，",
        "嗯嗯，那个，",
        "就这些",
        "大概就这些吧",
        "以上就是我的回答",
        "我先说一下思路",
        "这个问题很好",
        "LoRA 是什么？",
        "为什么要冻结权重呢",
        "还有问题吗？",
        "What is LoRA?",
        "# LoRA 的原理是什么样的",
        "## Why LoRA works",
        "=====",
        "不知道",
        "我不知道",
        "我不太清楚",
        "这个我真的不了解",
        "不知道。",
        "没学过",
        "忘了",
        "记不清了",
        "I don't know",
        "I do not know.",
        "Sorry, I don't remember",
        "no idea",
        "pass",
        "跳过",
        "hello",
        "**经验起点**。",
        "低秩 冻结 矩阵 显存 合并 权重",
        "LoRA 低秩 rank 冻结 freeze 显存 GPU",
        "Thanks for your time",
        "That's all",
        "```\nLoRA 冻结原权重\n```"
      })
  void greetings_filler_questions_headings_and_abstentions_are_no_claims(String draft) {
    assertThat(texts(draft)).isEmpty();
  }

  @Test
  void a_claim_beside_a_greeting_or_an_abstention_is_still_one() {
    assertThat(texts("面试官您好。LoRA 冻结原权重。秩怎么选我不太清楚。谢谢。")).contains("LoRA 冻结原权重");
    assertThat(texts("我不知道。推理时可以合并。")).containsExactly("推理时可以合并");
  }

  @Test
  void a_claim_stands_where_its_offsets_say_whatever_the_draft() {
    Random random = new Random(SEED);
    for (int round = 0; round < 3000; round++) {
      StringBuilder made = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        made.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String draft = made.toString();
      int last = 0;
      for (Claim claim : ClaimSplitter.split(draft)) {
        assertThat(draft.substring(claim.start(), claim.end()))
            .as("seed " + SEED + " round " + round + " draft " + draft)
            .isEqualTo(claim.text())
            .isEqualTo(claim.text().strip());
        assertThat(claim.start()).as("draft " + draft).isGreaterThanOrEqualTo(last);
        last = claim.end();
      }
    }
  }

  @Test
  void a_very_long_draft_is_split_in_passing() {
    String draft = "解码阶段主要受限于显存带宽，预填充阶段主要受限于算力，".repeat(1500);

    long start = System.nanoTime();
    assertThat(ClaimSplitter.split(draft)).isNotEmpty();

    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5000);
  }

  private static List<String> texts(String draft) {
    return ClaimSplitter.split(draft).stream().map(Claim::text).toList();
  }
}
