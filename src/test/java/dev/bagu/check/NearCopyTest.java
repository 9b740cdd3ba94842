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
          number in words      ~ 每层多出四次小矩阵乘法            ~ 每层多出两次小矩阵乘法           ~ NUMBER
          negation added       ~ 推理时不会增加任何额外延迟        ~ 推理时会增加任何额外延迟         ~ NEGATION
          negation removed     ~ 合并之后有额外的推理延迟          ~ 合并之后没有额外的推理延迟       ~ NEGATION
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
