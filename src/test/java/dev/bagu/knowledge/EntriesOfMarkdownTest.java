package dev.bagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EntriesOfMarkdownTest {
  static Stream<Arguments> table() {
    return Stream.of(
        row("section path", "# 微调\n\n## LoRA\n\n低秩。\n", "3-5 微调 › LoRA"),
        row("heading that asks", "# 微调\n\n## 1.什么是 LoRA？\n\n低秩。\n", "3-5 什么是 LoRA？"),
        row("own body only", "# 甲\n\n文一。\n\n## 乙\n\n文二。\n", "1-3 甲", "5-7 甲 › 乙"),
        row("text before the first heading", "前言在此。\n\n# 甲\n\n文。\n", "1-1 甲", "3-5 甲"),
        row("picture is no body", "# 甲\n\n![](a.png)\n\n## 乙\n\n文。\n", "5-7 甲 › 乙"),
        row("number repeats the title", "# 1.LoRA\n\n## LoRA\n\n文。\n", "3-5 LoRA"),
        row(
            "pairs under a heading",
            "# 问答\n\nQ：什么是 LoRA？\nA：低秩。\n\n**Q**: 为什么快？\n\n**A**: 参数少。\n",
            "3-4 什么是 LoRA？",
            "6-8 为什么快？"),
        row(
            "numbered questions under a title",
            "# 题目\n\n说明在此。\n\n1. 什么是 LoRA？\n\n低秩。\n\n2. 什么是 QLoRA？\n\n量化。\n",
            "1-3 题目",
            "5-7 什么是 LoRA？",
            "9-11 什么是 QLoRA？"),
        row(
            "numbered list in an answer",
            "# 如何选型？\n\n1. 数据够吗？\n\n够就微调。\n\n2. 显存够吗？\n\n够就全参。\n",
            "1-9 如何选型？"),
        row("one numbered question is no list", "# 说明\n\n1. 为什么？\n\n因为快。\n", "1-5 说明"));
  }

  private static Arguments row(String name, String text, String... entries) {
    return Arguments.of(name, text, List.of(entries));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void cuts_at_headings(String name, String text, List<String> entries) {
    assertThat(Reading.summary(Reading.markdown(text))).as(name).isEqualTo(entries);
  }

  @Test
  void keeps_the_heading_as_it_stands_and_the_path_above_it() {
    Entry entry = Reading.markdown("# 4.lora\n\n## **1.1 背景**\n\n文。\n").get(0);

    assertThat(entry.id()).isEqualTo("notes.md#1.1 背景");
    assertThat(entry.span().heading()).isEqualTo("1.1 背景");
    assertThat(entry.span().headingPath()).containsExactly("4.lora", "1.1 背景");
    assertThat(entry.text()).isEqualTo("文。");
  }

  @Test
  void gives_headings_of_the_same_name_ids_of_their_own() {
    List<Entry> entries = Reading.markdown("# 甲\n\n## 总结\n\n一。\n\n# 乙\n\n## 总结\n\n二。\n");

    assertThat(entries).extracting(Entry::id).containsExactly("notes.md#总结", "notes.md#总结~2");
  }

  @Test
  void keeps_code_formulas_and_tables_in_the_body() {
    String body = "```\n# 注释\n```\n\n$$\nx\n=\ny\n$$\n\n| a | b |\n|---|---|\n| 1 | 2 |";

    assertThat(Reading.markdown("# 甲\n\n" + body + "\n").get(0).text()).isEqualTo(body);
  }
}
