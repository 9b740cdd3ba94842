package dev.bagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SavedPageTest {
  static Stream<Arguments> table() {
    return Stream.of(
        row(
            "Q and A",
            "Q: 什么是 LoRA？\nA: 低秩适配。\n\nQ: 为什么快？\nA: 参数少。\n",
            "1-2 什么是 LoRA？",
            "4-5 为什么快？"),
        row("Chinese labels", "问：什么是 LoRA\n答：低秩适配。\n问：为什么快\n答：参数少。\n", "1-2 什么是 LoRA", "3-4 为什么快"),
        row(
            "numbered labels",
            "Q1: What is LoRA?\n\nA low-rank update.\n\nQ2. Why is it fast?\n\nFew parameters.\n",
            "1-3 What is LoRA?",
            "5-7 Why is it fast?"),
        row(
            "问题 with a number",
            "问题1：什么是 LoRA？\n低秩适配的意思。\n问题2：为什么快？\n因为参数少。\n",
            "1-2 什么是 LoRA？",
            "3-4 为什么快？"),
        row(
            "answer on the same line",
            "Q: 什么是 LoRA？ A: 低秩适配。\nQ: 为什么快？ A: 参数少。\n",
            "1-1 什么是 LoRA？",
            "2-2 为什么快？"),
        row("bold labels", "**Q:** 什么是 LoRA？\n**A:** 低秩适配。\n", "1-2 什么是 LoRA？"),
        row(
            "numbered",
            "1. 什么是 LoRA？\n低秩适配的意思。\n2、为什么快？\n因为参数少得多。\n",
            "1-2 什么是 LoRA？",
            "3-4 为什么快？"),
        row(
            "Chinese numbers",
            "一、什么是 LoRA？\n\n低秩适配的意思。\n\n二、为什么快？\n\n因为参数少得多。\n",
            "1-3 什么是 LoRA？",
            "5-7 为什么快？"),
        row(
            "list inside an answer",
            "1. 如何训练？\n分三步：\n  1. 准备数据？先清洗再说。\n  2. 训练\n  3. 评测\n2. 如何部署？\n合并之后再导出。\n",
            "1-5 如何训练？",
            "6-7 如何部署？"),
        row(
            "question inside an answer",
            "1. 如何训练？\n准备数据。\n    1. 数据够吗？\n    够了就开始。\n2. 如何部署？\n合并之后再导出。\n",
            "1-4 如何训练？",
            "5-7 如何部署？".replace("5-7", "5-6")),
        row("bare questions", "1. 什么是 LoRA？\n2. 什么是 QLoRA？\n3. 什么是 AdaLoRA？\n"),
        row(
            "contents, then answers",
            "目录\n1. 什么是 LoRA？\n2. 为什么快？\n\n正文\n\n1. 什么是 LoRA？\n低秩适配的意思。\n2. 为什么快？\n因为参数少得多。\n",
            "7-8 什么是 LoRA？",
            "9-10 为什么快？"),
        row(
            "bulleted contents",
            "• 1. 什么是 LoRA？\n• 2. 为什么快？\n\n1 什么是 LoRA？\n\n低秩适配的意思。\n",
            "4-6 什么是 LoRA？"),
        row(
            "contents between question and answer",
            "1 什么是 LoRA？\n• 1.1 秩怎么选？\n• 1.2 加在哪里？\n\n低秩适配的意思。\n",
            "1-5 什么是 LoRA？"),
        row(
            "chapter between questions",
            "1. 什么是 LoRA？\n\n低秩适配的意思。\n\n二、推理面\n\n1. 显存为何上涨？\n\n因为键值缓存。\n",
            "1-3 什么是 LoRA？",
            "7-9 显存为何上涨？"),
        row(
            "pictures",
            "1. 什么是 LoRA？\n在这里插入图片描述\n低秩适配的意思。\n在这里插入图片描述\n[图片]\n2. 为什么快？\n在这里插入图片描述\n",
            "1-3 什么是 LoRA？"),
        row(
            "unmarked questions",
            "什么是 LoRA？\n\n低秩适配的意思。\n\n为什么快？\n\n因为参数少得多。\n",
            "1-3 什么是 LoRA？",
            "5-7 为什么快？"),
        row(
            "rhetorical question in an answer",
            "1. 什么是 LoRA？\n\n低秩适配。\n\n那么为什么有效？\n\n内在秩低。\n\n2. 为什么快？\n\n因为参数少得多。\n",
            "1-7 什么是 LoRA？",
            "9-11 为什么快？"),
        row(
            "advertisement at the end",
            "1. 什么是 LoRA？\n\n低秩适配的意思。\n\n如何学习大模型？\n\n我整理了一套资料包。\n有需要的小伙伴可以扫描下方二维码免费领取🎁\n👉领取方式:加微信进群\n",
            "1-3 什么是 LoRA？"),
        row(
            "advertisement without a question over it",
            "1. 什么是 LoRA？\n\n低秩适配的意思。\n\n👉[大礼包:免费领取学习资源包]()👈\n扫码进群领取\n评论\n添加红包\n",
            "1-3 什么是 LoRA？"),
        row(
            "one advertisement amid an answer",
            "1. 什么是 LoRA？\n\n低秩适配的意思。\n\n👉扫码免费领取资料包🎁\n\n它冻结原有权重。\n它只训练增量部分。\n增量是两个矩阵之积。\n\n2. 为什么快？\n\n因为参数少得多。\n",
            "1-9 什么是 LoRA？",
            "11-13 为什么快？"),
        row(
            "buttons of a Chinese site",
            "1. 什么是 LoRA？\n\n低秩适配的意思。\n\n赞同 12\n3 条评论\n分享\n收藏\n发布于 2024-05-01\n",
            "1-3 什么是 LoRA？"),
        row(
            "buttons of an English blog",
            "Sign in\n5 min read\nTable of contents\n- 1. What is LoRA?\n- 2. Why is it fast?\n\n1. What is LoRA?\n\nA low-rank update of frozen weights.\n\n2. Why is it fast?\n\nFew parameters have gradients.\n\nShare\nPrevious post: Adapters\nNext post: QLoRA\nLeave a comment\n",
            "7-9 What is LoRA?",
            "11-13 Why is it fast?"),
        row(
            "prose before the questions",
            "我把面试里被问到的问题都整理在这里了，每一题都附上当时的回答和事后查到的资料，供大家参考。\n\n1. 什么是 LoRA？\n\n低秩适配的意思。\n",
            "1-1 我把面试里被问到的问题都整理在这里了，每一题都附上当时的回答和事后查到的资料，供大家参考。",
            "3-5 什么是 LoRA？"));
  }

  private static Arguments row(String name, String text, String... entries) {
    return Arguments.of(name, text, List.of(entries));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void finds_answered_questions_and_nothing_else(String name, String text, List<String> entries) {
    assertThat(Reading.summary(Reading.plain(text))).as(name).isEqualTo(entries);
  }

  @Test
  void chunks_leave_out_an_advertisement_amid_an_answer() {
    ParsedFile page =
        Reading.read(
            "page.txt",
            "1. 什么是 LoRA？\n\n低秩适配的意思。\n\n👉扫码免费领取资料包🎁\n\n它冻结原有权重。\n它只训练增量部分。\n增量是两个矩阵之积。\n");

    assertThat(page.chunks()).noneMatch(chunk -> chunk.text().contains("扫码"));
    assertThat(page.chunks()).extracting(Chunk::text).last().asString().startsWith("它冻结");
  }

  @Test
  void text_without_structure_is_grouped_and_nothing_is_lost() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 60; i++) {
      text.append("第")
          .append(i)
          .append("段讲训练中的一个细节，")
          .append("并说明它的来由与做法。".repeat(8))
          .append("\n\n");
    }
    ParsedFile parsed = Reading.read("essay.txt", text.toString());

    assertThat(parsed.entries()).hasSizeBetween(5, 12);
    assertThat(parsed.entries().get(0).question()).startsWith("第1段讲训练中的一个细节");
    assertThat(
            parsed.chunks().stream().mapToInt(c -> c.text().replaceAll("\\s", "").length()).sum())
        .isEqualTo(text.toString().replaceAll("\\s", "").length());
  }

  @Test
  void the_page_that_was_found_yields_its_four_answered_questions() throws IOException {
    Path seeds = Reading.shared("seeds");
    Path page;
    try (Stream<Path> files = Files.list(seeds)) {
      page = files.filter(f -> f.toString().endsWith(".txt")).sorted().findFirst().orElseThrow();
    }
    List<String> lines = Files.readAllLines(page);
    KnowledgeBase base = KnowledgeBase.load(List.of(seeds));

    List<String> expected = new ArrayList<>();
    int answers = lines.indexOf("答案");
    for (int number = 1; number <= 4; number++) {
      int at = answers;
      while (!lines.get(at).strip().startsWith(number + " ")) {
        at++;
      }
      int end = at + 1;
      int next = number + 1;
      while (!lines.get(end).startsWith(next + " ") && !lines.get(end).startsWith("在这里插入")) {
        end++;
      }
      while (lines.get(end - 1).isBlank()) {
        end--;
      }
      String question = lines.get(at).strip().substring(2);
      expected.add((at + 1) + "-" + end + " " + question);
    }
    assertThat(Reading.summary(base.entries())).isEqualTo(expected);
    assertThat(base.entries()).allMatch(e -> e.kind() == Entry.Kind.QUESTION);
    assertThat(base.entries().stream().map(e -> numberedItems(e.text())))
        .containsExactly(5L, 2L, 4L, 5L);
    assertThat(base.chunks()).noneMatch(c -> c.text().contains("插入图片") || c.text().contains("领取"));
  }

  private static long numberedItems(String text) {
    return text.lines().filter(line -> line.matches("  \\d\\. .*")).count();
  }
}
