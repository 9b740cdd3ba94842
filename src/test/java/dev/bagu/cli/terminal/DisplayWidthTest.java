package dev.bagu.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "empty             | '' | 0",
        "Latin             | LoRA | 4",
        "Chinese           | 低秩适配 | 8",
        "mixed             | LoRA 的秩 | 9",
        "full-width marks  | （是）。 | 8",
        "quotes            | “是” | 4",
        "rare Chinese      | 𠀀 | 2",
        "kana, Hangul      | あ가 | 4",
        "Greek, signs      | α≤β→∑ | 5",
        "superscripts      | x²ₜ₋₁ | 5",
        "combining         | e\u0301x\u0302 | 2",
        "emoji             | 🚀🧠 | 4",
        "pictographs       | ✅⭐⚡ | 6",
        "skin tone         | 👍🏽 | 2",
        "flag              | 🇨🇳 | 2",
        "colours           | a\u001b[1;36mr\u001b[0m | 2",
        "terminal link     | a\u001b]8;;http://x\u001b\\y\u001b]8;;\u001b\\b | 3",
        "tab               | a\tb | 6",
      })
  void counts_columns(String name, String text, int columns) {
    assertThat(DisplayWidth.of(text)).as(name).isEqualTo(columns);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "short      | 秩 r | 10 | 秩 r",
        "Chinese    | 低秩适配的思路 | 9 | 低秩适配…",
        "odd column | 低秩适配的思路 | 8 | 低秩适…",
        "Latin      | low-rank | 5 | low-…",
        "one        | 低秩 | 1 | …",
      })
  void cuts_to_a_width(String name, String text, int width, String cut) {
    assertThat(DisplayWidth.cut(text, width)).as(name).isEqualTo(cut);
  }

  @Test
  void pads_by_columns_and_not_by_characters() {
    assertThat(DisplayWidth.pad("低秩", 6)).isEqualTo("低秩  ");
    assertThat(DisplayWidth.pad("低秩适配", 6)).isEqualTo("低秩适配");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Latin words          | 20 | low-rank adaptation of models "
            + "| low-rank adaptation/of models",
        "Chinese              | 12 | 冻结预训练权重只训练矩阵 | 冻结预训练权/重只训练矩阵",
        "no comma first       | 12 | 冻结预训练权，只训练矩阵 | 冻结预训练/权，只训练矩/阵",
        "no full stop first   | 12 | 冻结预训练权。只训练矩阵 | 冻结预训练/权。只训练矩/阵",
        "two closing marks    | 12 | 它说（冻结权）。只训练 | 它说（冻结/权）。只训练",
        "no bracket last      | 12 | 冻结预训练（权重）不动 | 冻结预训练/（权重）不动",
        "no quote last        | 11 | 冻结预训练“权重”不动 | 冻结预训练/“权重”不动",
        "no straight quote    | 11 | 冻结预训练\"权重\"不动 | 冻结预训练/\"权重\"不动",
        "no quote first       | 11 | 冻结\"预训练权\"不动 | 冻结\"预训练/权\"不动",
        "ellipsis and dash    | 12 | 冻结预训练权……只训练——它 | 冻结预训练/权……只训练——/它",
        "word in Chinese      | 12 | 冻结预训练LoRA权重 | 冻结预训练/LoRA权重",
        "code whole           | 12 | 冻结 `a b c d` 权重 | 冻结/`a b c d` 权/重",
        "formula whole        | 14 | 冻结 $W + B A$ 再训练 | 冻结 $W + B A$/再训练",
        "formula too long     | 8 | 如 $a + b + c + d$ 是 | 如 $a +/b + c +/d$ 是",
        "number and unit      | 12 | 显存共约 80 GB 左右 | 显存共约/80 GB 左右",
        "Chinese unit         | 12 | 参数共约是1678 万个 | 参数共约是/1678 万个",
        "citation             | 12 | 合并后没有延迟。[1]其次 | 合并后没有延/迟。[1]其次",
        "spaces at breaks     | 10 | low-rank   adaptation | low-rank/adaptation",
        "word too long        | 10 | 见 https://arxiv.org/abs/1 处 | 见/https://arxiv.org/abs/1/处",
      })
  void wraps_by_the_rules_of_chinese_typesetting(
      String name, int width, String text, String lines) {
    assertThat(DisplayWidth.wrap(text, width))
        .as(name)
        .containsExactly(name.equals("word too long") ? split(lines) : lines.split("/", -1));
  }

  private static String[] split(String lines) {
    return new String[] {"见", "https://arxiv.org/abs/1", lines.substring(lines.length() - 1)};
  }

  @Test
  void hangs_the_further_lines_of_an_item() {
    assertThat(DisplayWidth.wrap("冻结预训练权重，只训练低秩矩阵。", 20, "- ", "  "))
        .containsExactly("- 冻结预训练权重，只", "  训练低秩矩阵。");
  }

  @Test
  void keeps_the_line_ends_of_the_text() {
    assertThat(DisplayWidth.wrap("一\n\n二", 20)).isEqualTo(List.of("一", "", "二"));
  }
}
