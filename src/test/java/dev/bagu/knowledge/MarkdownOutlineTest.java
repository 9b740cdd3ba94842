package dev.bagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownOutlineTest {
  static Stream<Arguments> table() {
    return Stream.of(
        row("atx", "# LoRA\n\n## 背景 ##\n", "1 LoRA @1", "2 背景 @3"),
        row("setext", "LoRA\n====\n\n背景\n----\n", "1 LoRA @1", "2 背景 @4"),
        row("marks in a heading", "### **2.1 RMSNorm** &#x20;\n", "3 2.1 RMSNorm @1"),
        row("escape and formula", "# 4.trt\\_llm 的 $W_0$\n", "1 4.trt\\_llm 的 $W_0$ @1"),
        row("closing mark that is a word", "## C#\n", "2 C# @1"),
        row("no space", "#标签\n"),
        row("comment in code", "```python\n# 导入\n```\n# 真\n", "1 真 @4"),
        row("code in a longer fence", "````\n```\n# 假\n```\n````\n# 真\n", "1 真 @6"),
        row("code that is never closed", "~~~\n# 假\n"),
        row("indented code", "文\n\n    # 假\n"),
        row("HTML comment", "<!--\n# 假\n-->\n# 真\n", "1 真 @4"),
        row("HTML heading", "<h2 align=\"center\">简介</h2>\n", "2 简介 @1"),
        row("formula block", "$$\nx\n=\ny\n$$\n"),
        row("formula in a paragraph", "设\n$$\nx\n- \n$$\n"),
        row("paragraph over a rule", "第一行写了一段话，\n第二行接着写。\n---\n"),
        row("in a quote", "> # 引用\n"),
        row("front matter", "---\ntitle: 甲\n---\n# 乙\n", "1 乙 @4"),
        row("rule at the start", "---\n\n文\n"));
  }

  private static Arguments row(String name, String text, String... headings) {
    return Arguments.of(name, text, List.of(headings));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void finds_headings(String name, String text, List<String> headings) {
    Outline outline = MarkdownOutline.of(SourceText.of(text));

    assertThat(outline.headings())
        .as(name)
        .extracting(h -> h.level() + " " + h.text() + " @" + (h.from() + 1))
        .isEqualTo(headings);
  }

  @Test
  void reads_front_matter() {
    Outline outline =
        MarkdownOutline.of(SourceText.of("---\nsection: peft\ntitle: \"微调：甲\"\n---\n# 乙\n"));

    assertThat(outline.meta()).containsEntry("section", "peft").containsEntry("title", "微调：甲");
  }

  @ParameterizedTest
  @ValueSource(strings = {">", "[", "- ", "* ", "1. ", "![](", "<", "> - ", "#", "`", "|", "$$ "})
  void survives_ten_thousand_of_anything(String unit) {
    String text =
        (unit + "\nx\n").repeat(50_000)
            + "\n\n"
            + unit.repeat(10_000)
            + "\n\n# 真\n"
            + (unit + "\n").repeat(2_000);

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> Reading.read("hostile.md", text));
  }
}
