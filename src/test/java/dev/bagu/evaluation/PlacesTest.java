package dev.bagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.KnowledgeBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
  private static final String NOTES =
      """
      # 微调

      ## 参数高效

      ### LoRA 的**思路**

      低秩矩阵的乘积近似权重的增量，训练时只更新这两个矩阵。

      ### Adapter

      在每一层插入小的瓶颈模块，训练时只更新它们的参数。

      ## 全量

      全部参数都更新，显存要装下权重、梯度和优化器状态。

      ### 学习率

      全量微调的学习率通常比预训练时小一到两个数量级。
      """;

  @TempDir private static Path folder;

  private static List<Entry> entries = List.of();

  @BeforeAll
  static void reads_the_notes() throws IOException {
    Files.writeString(folder.resolve("a.md"), NOTES, StandardCharsets.UTF_8);
    Files.writeString(
        folder.resolve("b.md"), "# Adapter\n\n另一个文件里同名的一节，说的是别的事情。\n", StandardCharsets.UTF_8);
    entries = KnowledgeBase.load(List.of(folder)).entries();
  }

  @ParameterizedTest
  @CsvSource({
    "its own heading,                 Adapter,          'a.md Adapter'",
    "emphasis and white space,        'LoRA 的思路',     'a.md LoRA 的思路'",
    "no-break space,                  'LoRA\u00a0的思路', 'a.md LoRA 的思路'",
    "full width,                      'ＬｏＲＡ的\\*思路', 'a.md LoRA 的思路'",
    "without own text: all below,     参数高效,          'a.md LoRA 的思路;a.md Adapter'",
    "with own text: that alone,       全量,              'a.md 全量'",
    "no such heading,                 QLoRA,            ''",
  })
  void a_relevant_heading_is_met(String name, String heading, String met) {
    Question.Relevant relevant = new Question.Relevant("", "a.md", heading, 2);
    Places places = Places.of(entries);

    List<String> found =
        entries.stream()
            .filter(entry -> places.meets(relevant, entry))
            .map(entry -> entry.span().file() + " " + entry.span().heading())
            .toList();

    assertThat(String.join(";", found)).as(name).isEqualTo(met);
  }

  @Test
  void a_named_entry_is_met_by_its_id_alone() {
    Entry entry = entries.get(0);
    Places places = Places.of(entries);

    assertThat(places.meets(new Question.Relevant(entry.id(), "", "", 2), entry)).isTrue();
    assertThat(places.meets(new Question.Relevant("other", "", "", 2), entry)).isFalse();
  }

  @Test
  void the_best_of_several_grades_counts() {
    Question question =
        new Question(
            "q",
            "x",
            "zh",
            "",
            true,
            List.of(
                new Question.Relevant("", "a.md", "参数高效", 1),
                new Question.Relevant("", "a.md", "Adapter", 2)),
            "dev");
    Places places = Places.of(entries);

    assertThat(entries.stream().map(entry -> places.grade(question, entry)).toList())
        .containsExactly(1, 2, 0, 0, 0);
  }

  @Test
  void hits_count_a_place_once_and_a_heading_without_text_only_for_its_first() {
    Question question =
        new Question(
            "q", "x", "zh", "", true, List.of(new Question.Relevant("", "a.md", "参数高效", 2)), "dev");
    HitList list = new HitList(question, Places.of(entries));

    list.add(entries.get(0), 3);
    list.add(entries.get(0), 2);
    list.add(entries.get(1), 1);

    assertThat(list.hits()).extracting(Run.Hit::grade).containsExactly(2, 0);
  }
}
