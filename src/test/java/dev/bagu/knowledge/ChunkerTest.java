package dev.bagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ChunkerTest {
  private static List<Chunk> chunks(String body) {
    return Reading.read("notes.md", "# 甲\n\n" + body + "\n").chunks();
  }

  private static final String SENTENCE = "低秩适配冻结预训练权重并且只训练两个很瘦的矩阵的乘积。";

  @Test
  void a_short_answer_is_one_chunk() {
    assertThat(chunks("低秩。\n\n省显存。")).extracting(Chunk::text).containsExactly("低秩。\n\n省显存。");
  }

  @Test
  void a_long_line_is_cut_between_sentences() {
    List<Chunk> chunks = chunks(SENTENCE.repeat(30));

    assertThat(chunks).hasSizeGreaterThan(2);
    assertThat(chunks).allMatch(c -> c.text().startsWith("低秩") && c.text().endsWith("乘积。"));
    assertThat(chunks)
        .allMatch(c -> c.text().length() <= Chunker.LONGEST + Chunker.SHORTEST)
        .allMatch(c -> c.text().length() >= Chunker.SHORTEST)
        .allMatch(c -> c.span().startLine() == 3 && c.span().endLine() == 3);
  }

  @Test
  void code_and_tables_stay_whole_up_to_their_limit() {
    String code = "```python\n" + "x = x + 1  # 加一\n".repeat(50) + "```";
    String table = "| a | b |\n|---|---|\n" + "| 一 | 二二二二二二 |\n".repeat(50).strip();

    assertThat(
            chunks(
                SENTENCE.repeat(8) + "\n\n" + code + "\n\n" + SENTENCE.repeat(8) + "\n\n" + table))
        .extracting(Chunk::text)
        .contains(code, table);
  }

  @Test
  void longer_code_is_cut_at_lines() {
    List<Chunk> chunks = chunks("```\n" + "y = f(x)  # 一行代码\n".repeat(200) + "```");

    assertThat(chunks).hasSizeGreaterThan(2);
    assertThat(chunks).allMatch(c -> c.text().length() <= Chunker.LONGEST_WHOLE);
    assertThat(chunks.subList(1, chunks.size() - 1))
        .allMatch(c -> c.text().startsWith("y =") && c.text().endsWith("一行代码"));
  }

  @Test
  void a_lead_in_stays_with_its_list() {
    List<Chunk> chunks =
        chunks(
            SENTENCE.repeat(11)
                + "\n\n训练分为下面两步：\n\n- "
                + SENTENCE.repeat(4)
                + "\n- "
                + SENTENCE.repeat(4));

    assertThat(chunks).hasSize(2);
    assertThat(chunks.get(1).text()).startsWith("训练分为下面两步：\n\n- ");
  }

  @Test
  void a_formula_stays_with_the_sentence_before_it() {
    List<Chunk> chunks =
        chunks(SENTENCE.repeat(11) + "\n前向写成\n\n$$\nh = W_0 x + BAx\n$$\n\n" + SENTENCE.repeat(6));

    assertThat(chunks.get(0).text()).endsWith("h = W_0 x + BAx\n$$");
    assertThat(chunks.get(0).searchText()).endsWith("前向写成\nh = W_0 x + BAx");
  }

  @Test
  void numbers_chunks_in_the_order_of_the_file() {
    assertThat(chunks(SENTENCE.repeat(30)))
        .extracting(Chunk::id)
        .startsWith("notes.md#甲/0", "notes.md#甲/1", "notes.md#甲/2");
  }

  @Test
  void every_character_stands_in_exactly_one_chunk_and_on_its_lines() {
    long seed = Long.getLong("bagu.seed", System.nanoTime());
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String[] blocks = {
      SENTENCE,
      SENTENCE.repeat(9),
      "- 省显存：\n  不变慢\n- 可合并",
      "1. 一\n2. 二",
      "$$\nx\n=\ny\n$$",
      "```\n# 假\n\nx = 1\n```",
      "| a | b |\n|---|---|\n| 1 | 2 |",
      "A wrapped line of\nEnglish text. Done.",
      "分两步：",
      "![](a.png)",
      "> 引用一句。",
      "无句号的一行",
      "字".repeat(900),
      "```\n" + "z\n".repeat(900) + "```",
    };
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder("# 甲\n\n");
      for (int i = 1 + random.nextInt(12); i > 0; i--) {
        text.append(blocks[random.nextInt(blocks.length)]).append("\n\n");
      }
      ParsedFile parsed = Reading.read("notes.md", text.toString());
      for (Entry entry : parsed.entries()) {
        Coverage.check(
            "seed " + seed + " round " + round,
            List.of(text.toString().split("\n", -1)),
            entry,
            parsed.chunks());
      }
    }
  }
}
