package dev.bagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {
  static Stream<Arguments> table() {
    return Stream.of(
        row("two in Chinese", "冻结权重。只训练增量。", "冻结权重。", "只训练增量。"),
        row(
            "two in English",
            "It is frozen. Only the update is trained.",
            "It is frozen.",
            "Only the update is trained."),
        row("a semicolon", "A 随机；B 置零。", "A 随机；", "B 置零。"),
        row("closing quotation mark", "他说“不会变慢。”然后合并。", "他说“不会变慢。”", "然后合并。"),
        row("decimal", "秩为 0.5 倍。取 8.", "秩为 0.5 倍。", "取 8."),
        row(
            "version",
            "Use v1.19.0 or Llama-3.1 here. Then go.",
            "Use v1.19.0 or Llama-3.1 here.",
            "Then go."),
        row(
            "abbreviation",
            "Adapters, e.g. LoRA, are small. See Hu et al. 2021.",
            "Adapters, e.g. LoRA, are small.",
            "See Hu et al. 2021."),
        row("initial", "E. J. Hu wrote it. It works.", "E. J. Hu wrote it.", "It works."),
        row("formula", "写成 $a.b; c?d$ 即可。好。", "写成 $a.b; c?d$ 即可。", "好。"),
        row("inline code", "调用 `a. b; c` 即可。好。", "调用 `a. b; c` 即可。", "好。"),
        row("formula alone", "前向为\n\n$$h = Wx$$\n\n其中 W 冻结。", "前向为\n\n$$h = Wx$$", "其中 W 冻结。"),
        row("list items", "- 省显存\n- 不变慢", "- 省显存", "- 不变慢"),
        row("list number", "1. 省显存\n2. 不变慢", "1. 省显存", "2. 不变慢"),
        row("wrapped line", "The update is\nlow-rank. Done.", "The update is\nlow-rank.", "Done."),
        row("mixed", "用 LoRA? 可以。Why not? 因为快。", "用 LoRA?", "可以。", "Why not?", "因为快。"),
        row("price without partner", "It costs $5. It is cheap.", "It costs $5.", "It is cheap."),
        row("repeated marks", "真的吗？！是的。", "真的吗？！", "是的。"),
        row("no end", "低秩适配", "低秩适配"),
        row("blank", " \n "));
  }

  private static Arguments row(String name, String text, String... sentences) {
    return Arguments.of(name, text, List.of(sentences));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void splits(String name, String text, List<String> sentences) {
    assertThat(Sentences.split(text)).as(name).isEqualTo(sentences);
  }

  @Test
  void loses_nothing_but_white_space_between_sentences() {
    long seed = System.nanoTime();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String alphabet = "低秩。！？；.!?;$`\n \"”)a0B，…-|#*";
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String all = String.join("", Sentences.split(text.toString()));

      assertThat(all.replaceAll("\\s", ""))
          .as("seed %d round %d text %s", seed, round, text)
          .isEqualTo(text.toString().replaceAll("\\s", ""));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void is_fast_on_hostile_text(String name, String text) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> Sentences.split(text), () -> "slow: " + name);
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("dollars", "$ ".repeat(500_000)),
        Arguments.of("backticks", "`a``b".repeat(200_000)),
        Arguments.of("full stops", ".".repeat(500_000)),
        Arguments.of("letters", "a".repeat(1_000_000)),
        Arguments.of("new lines and dollars", "$\n".repeat(300_000)));
  }
}
