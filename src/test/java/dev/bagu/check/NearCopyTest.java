package dev.bagu.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.index.Encoding;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims that are a sentence of the source, but for a few characters. */
class NearCopyTest {
  private static final Encoding NONE =
      new Encoding(new float[0], new float[0][], new int[0], new int[0]);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          the same             ~ LoRA 冻结原权重，只训练两个低秩矩阵   ~ LoRA 冻结原权重，只训练两个低秩矩阵   ~
          other punctuation    ~ LoRA冻结原权重; 只训练两个低秩矩阵!   ~ LoRA 冻结原权重，只训练两个低秩矩阵。  ~
          a part of it         ~ 只训练两个低秩矩阵                  ~ LoRA 冻结原权重，只训练两个低秩矩阵。  ~
          English              ~ LoRA adds no latency at all     ~ Once merged, LoRA adds no latency at all. ~
          same number in words ~ 显存占用大约降低三成             ~ 显存占用大约降低 30%            ~
          number changed       ~ 每个词元的缓存约为 512 KiB        ~ 每个词元的缓存约为 128 KiB      ~ NUMBER
          a short claim        ~ 总计约 92.8 GB                 ~ 取 32 层、4096 维，总计约 30.6 GB ~ NUMBER
          one of two numbers   ~ 合计约 12.7 GB，而 16 位底座是 13.5 GB ~ 合计约 3.9 GB，而 16 位底座是 13.5 GB ~ NUMBER
          numbers swapped      ~ 前向要 3 次而反向要 5 次乘法      ~ 前向要 5 次而反向要 3 次乘法      ~ NUMBER
          another range        ~ 对 4B 到 7B 的模型做指令微调      ~ 对 1B 到 7B 的模型做指令微调      ~ NUMBER
          a number left out    ~ 学生模型的显存是 16 GB           ~ 老师和学生模型的显存是 24 GB 和 16 GB ~
          names swapped        ~ FFN 则把一个 MoE 复制为多个专家   ~ MoE 则把一个 FFN 复制为多个专家   ~ ROLES
          names at both ends   ~ AI 在 2024 年发布的开源 OSI 定义要求说明数据 ~ OSI 在 2024 年发布的开源 AI 定义要求说明数据 ~ ROLES
          number in words      ~ 每层多出四次小矩阵乘法            ~ 每层多出两次小矩阵乘法           ~ NUMBER
          negation added       ~ 推理时不会增加任何额外延迟        ~ 推理时会增加任何额外延迟         ~ NEGATION
          negation removed     ~ 合并之后有额外的推理延迟          ~ 合并之后没有额外的推理延迟       ~ NEGATION
          letters further on   ~ FLAN 把 60 多个数据集写成指令训练模型 ~ FLAN 把 60 多个数据集写成指令训练模型，在未参与训练的任务类型上成绩提升 ~
          a denied part        ~ 增加任何额外的推理延迟            ~ 合并以后 LoRA 不增加任何额外的推理延迟 ~ NEGATION
          a number at the end  ~ 每个词元的缓存大小约为 512        ~ 每个词元的缓存大小约为 128       ~ NUMBER
          English negation     ~ Merged LoRA does not add latency to inference ~ Merged LoRA does add latency to inference ~ NEGATION
          two things swapped   ~ 预填充阶段主要受限于带宽而解码阶段主要受限于算力 ~ 预填充阶段主要受限于算力而解码阶段主要受限于带宽 ~ ROLES
          opposite             ~ 采样温度升高之后分布会变平坦      ~ 采样温度降低之后分布会变平坦      ~ DIRECTION
          opposite, one letter ~ 词表变大以后每句话的长度会变长    ~ 词表变大以后每句话的长度会变短    ~ DIRECTION
          opposite in English  ~ A larger batch makes each step slower ~ A larger batch makes each step faster ~ DIRECTION
          rival                ~ 训练时用 FP16 保存激活值          ~ 训练时用 BF16 保存激活值          ~ DIRECTION
          """)
  void a_copy_is_turned_round_by_what_differs(
      String what, String claim, String source, String reason) {
    NearCopy copy = NearCopy.of(reading(claim), reading(source));

    assertThat(copy.isCopy()).as(what + ", share " + copy.share()).isTrue();
    assertThat(copy.difference()).isEqualTo(Optional.ofNullable(reason).map(Reason::valueOf));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          LoRA 冻结原权重 ~ 解码阶段受显存带宽限制
          。。！ ~ LoRA 冻结原权重
          LoRA 冻结原权重 ~ 。
          """)
  void other_words_are_no_copy(String claim, String source) {
    assertThat(NearCopy.of(reading(claim), reading(source)).isCopy()).isFalse();
  }

  private static Reading reading(String text) {
    return Reading.of(text, text, NONE);
  }
}
