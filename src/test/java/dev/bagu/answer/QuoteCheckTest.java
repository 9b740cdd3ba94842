package dev.bagu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.knowledge.Chunk;
import dev.bagu.knowledge.SourceSpan;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quotations before marks, with two pieces of evidence. */
class QuoteCheckTest {
  private static final List<Evidence> EVIDENCE =
      List.of(
          evidence(1, "合并后的模型**结构与原模型**相同，见 [12]。"),
          evidence(2, "It adds no latency at inference time."));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "stands | 文中说“合并后的模型结构与原模型相同”[1]。 | ",
        "stands in other widths | 文中说“合并后的模型结构与原模型相同,见[12]”[1]。 | ",
        "stands in the second mark's evidence | “adds no latency at inference”[1][2] | ",
        "a mark after the full stop | “合并后的模型会慢三成左右。”[1] 另外很好。 | 合并后的模型会慢三成左右。",
        "a mark before | [1] 说“合并后的模型会慢三成左右” | 合并后的模型会慢三成左右",
        "stands elsewhere only | “adds no latency at inference”[1] | adds no latency at inference",
        "another letter case | “Adds No Latency At Inference”[2] | Adds No Latency At Inference",
        "straight quotes pair from the left | \"LoRA\" 比全参数微调更省显存，\"QLoRA\" 也是[1]。 | ",
        "short words are terms | “低秩适配”就是这样[1]。 | ",
        "no mark, no claim | “合并后的模型会慢三成左右” | ",
        "a mark in code is none | “合并后的模型会慢三成左右”，见 `a[1]` | "
      })
  void reports_what_does_not_stand(String name, String answer, String reported) {
    assertThat(QuoteCheck.unverified(answer, EVIDENCE))
        .isEqualTo(reported == null ? List.of() : List.of(reported));
  }

  private static Evidence evidence(int n, String text) {
    SourceSpan span = new SourceSpan("a.md", "h", List.of("h"), n, n);
    return new Evidence(n, "q", List.of(new Chunk("e" + n + "/0", "e" + n, text, text, span)));
  }
}
