package dev.bagu.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownRendererTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      value = {
        "bold                ¦ 用 **低秩** 矩阵 ¦ 用 低秩 矩阵",
        "italics             ¦ 用 *低秩* 矩阵 ¦ 用 低秩 矩阵",
        "bold by a quote     ¦ **“低秩”**假设 ¦ “低秩”假设",
        "bold by a bracket   ¦ 用**键值(KV)**缓存 ¦ 用键值(KV)缓存",
        "stars that are none ¦ 2 * 3 与 a ** b ¦ 2 * 3 与 a ** b",
        "code                ¦ 设 `r = 8` 时 ¦ 设 `r = 8` 时",
        "link                ¦ 见[论文](https://a.b/c)的图 ¦ 见论文 (https://a.b/c)的图",
        "bare address        ¦ <https://a.b/c> ¦ https://a.b/c",
        "mail                ¦ <me@a.b> ¦ me@a.b",
        "picture             ¦ 前![图 1](a.png) ¦ 前[图 1] (a.png)",
        "formula             ¦ 秩 $r \\ll d$ 时 ¦ 秩 r ≪ d 时",
        "two indices         ¦ $a_{i} b_{j} * c_{i}$ ¦ aᵢ bⱼ * cᵢ",
        "parentheses         ¦ 秩 \\(r_i\\) 时 ¦ 秩 rᵢ 时",
        "money               ¦ 从 $5 到 $10 ¦ 从 $5 到 $10",
        "escape              ¦ \\*不是\\* 与 snake_case_name ¦ *不是* 与 snake_case_name",
        "comment             ¦ 前<!-- id: x -->后 ¦ 前后",
        "tag                 ¦ 前<b>粗</b>后 ¦ 前<b>粗</b>后",
        "heading 1           ¦ # 秩 ¦ 秩⏎==",
        "heading 2           ¦ ## 低秩 ¦ 低秩⏎----",
        "heading 3           ¦ ### 低秩 ¦ ### 低秩",
        "entity              ¦ a &amp; b &lt; c ¦ a & b < c",
        "escape as an entity ¦ a&#27;[31mb&#x202e;c ¦ ab\\u202ec",
        "break tag           ¦ 前<br>后 ¦ 前⏎后",
        "hard break          ¦ 前\\⏎后 ¦ 前⏎后",
        "Chinese line end    ¦ 权重⏎冻结 ¦ 权重冻结",
        "English line end    ¦ the weights⏎are frozen ¦ the weights are frozen",
        "line after a stop   ¦ 冻结。⏎训练 ¦ 冻结。⏎训练",
        "bullets             ¦ - 一⏎- 二⏎  - 三⏎    - 四 ¦ - 一⏎- 二⏎  - 三⏎    - 四",
        "numbers             ¦ 3. 一⏎4. 二 ¦ 3. 一⏎4. 二",
        "quotation           ¦ > 一⏎>⏎> 二 ¦ > 一⏎>⏎> 二",
        "label and list      ¦ **要点**⏎- 一 ¦ 要点⏎- 一",
        "code block          ¦ ```py⏎a = [1]⏎⏎  b⏎``` ¦ '    a = [1]⏎⏎      b'",
        "rule                ¦ 一⏎⏎---⏎⏎二 ¦ 一⏎⏎---------------⏎⏎二",
        "formula block       ¦ $$⏎h = W_0 x⏎- b⏎$$ ¦ '    h = W₀ x - b'",
        "bracket block       ¦ \\[ x^2 \\] ¦ '    x²'",
        "aligned             ¦ $$\\begin{aligned} a &= b \\\\ &= c \\end{aligned}$$"
            + " ¦ '    a = b⏎    = c'",
      })
  void shows_each_notation_without_colours(String name, String markdown, String lines) {
    String source = markdown.replace('⏎', '\n');

    assertThat(new MarkdownRenderer(TerminalMode.plain(30)).lines(source))
        .as(name)
        .containsExactly(lines.split("⏎", -1));
  }

  @Test
  void colours_code_formulas_and_bold() {
    assertThat(new MarkdownRenderer(TerminalMode.colour(80)).lines("**秩** `r` $x^2$ [t](u)"))
        .containsExactly(
            "\u001b[1m秩\u001b[0m \u001b[36mr\u001b[0m \u001b[33mx²\u001b[0m"
                + " \u001b[4mt\u001b[0m (\u001b[2mu\u001b[0m)");
  }

  @Test
  void passes_the_source_through_when_piped() {
    String source = "# 标题\n\n- **a** $x$ \u001b[31mred\u202e\n";

    assertThat(new MarkdownRenderer(TerminalMode.raw()).render(source))
        .isEqualTo("# 标题\n\n- **a** $x$ red\\u202e\n");
  }

  @Test
  void aligns_a_table_by_display_width() {
    assertThat(new MarkdownRenderer(TerminalMode.plain(40)).lines(TABLE))
        .containsExactly(
            "方法          参数  显存",
            "----------  ------  ----",
            "LoRA        r(d+k)   低",
            "全参数微调      dk   高");
  }

  @Test
  void lists_the_rows_of_a_table_that_is_too_wide() {
    assertThat(new MarkdownRenderer(TerminalMode.plain(22)).lines(TABLE))
        .containsExactly("LoRA", "  参数: r(d+k)", "  显存: 低", "全参数微调", "  参数: dk", "  显存: 高");
  }

  @Test
  void keeps_code_lines_that_are_too_long() {
    String code = "x = " + "a + ".repeat(20) + "b";

    assertThat(new MarkdownRenderer(TerminalMode.plain(40)).lines("```\n" + code + "\n```"))
        .isEqualTo(List.of("    " + code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> ",
        "- ",
        "*a **b ",
        "[",
        "![",
        "$",
        "$$",
        "`",
        "<!-- ",
        "\\(",
        "| a ",
        "&#27;",
        "\\frac{a}{b}"
      })
  void is_fast_and_finite_on_hostile_text(String unit) {
    String text = unit.repeat(5_000);
    MarkdownRenderer renderer = new MarkdownRenderer(TerminalMode.plain(80));

    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> renderer.render(text));
  }

  private static final String TABLE =
      """
      | 方法 | 参数 | 显存 |
      |---|--:|:-:|
      | LoRA | $r(d+k)$ | 低 |
      | 全参数微调 | $dk$ | 高 |
      """;
}
