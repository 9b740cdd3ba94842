package dev.bagu.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LoRA 合并公式是 W0 加上 alpha 除以 r 再乘 BA      | LoRA 合并公式
          量化底座要先反量化或加载半精度底座再合并            | 量化底座
          GQA 和 MLA 通过减少或压缩键值来缩小缓存             | GQA 和 MLA
          除以 $d_k$ 使注意力分数的标准差回到 1 左右          | 除以 $d_k$
          The KV cache is what lets decoding skip the prefix | The KV cache
          模型的调用能力来自含工具轨迹的微调和强化学习            | 模型的调用能力
          RoPE 的不同维度使用不同频率，高频分辨近处             | RoPE 的不同维度
          P-tuning v2 的前缀增加每个查询的注意力计算            | P-tuning v2 的前缀
          VectorStore 接口统一了增删与相似度检索                | VectorStore 接口
          GPipe 和 1F1B 的气泡与理想时间之比都是 $(p-1)/m$      | GPipe 和 1F1B 的气泡
          f-string 模板里的字面花括号必须写成双花括号           | f-string 模板里的字面花括号
          decoder-only 用预测下一个 token 统一了各类任务        | decoder-only
          PEFT 冻结绝大部分预训练参数，只训练少量新增的参数       | PEFT
          稠密向量，只有一份                                  |
          贪心解码、小模型、超长生成和结束符缺失的时候更易出现复读 |
          """)
  void finds_what_a_key_point_speaks_of(String point, String subject) {
    assertThat(new PointText(point).subject().orElse("")).isEqualTo(subject == null ? "" : subject);
  }

  @Test
  void a_half_never_cuts_a_word_or_a_formula() {
    assertThat(new PointText("用 tokenizer 训练").firstHalf()).isEqualTo("用 tokenizer");
    assertThat(new PointText("缩放 $\\frac{a}{b}$ 倍数").firstHalf()).isEqualTo("缩放 $\\frac{a}{b}$");
    assertThat(new PointText("").firstHalf()).isEmpty();
  }

  @Test
  void the_guard_lets_pass_what_was_said_already() {
    List<String> points = List.of("LoRA 合并后的模型结构与原模型相同，推理没有额外延迟");

    assertThat(new LeakGuard(points, "LoRA 会变慢吗").leaks("所以推理没有额外延迟，对吗？")).isTrue();
    assertThat(new LeakGuard(points, "推理没有额外延迟").leaks("你说推理没有额外延迟？")).isFalse();
    assertThat(new LeakGuard(points, "").leaks("合并之后的模型有什么特点？")).isFalse();
  }
}
