package dev.bagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankParserTest {
  private static final String ENTRY =
      """
      ---
      section: peft
      title: 参数高效微调（PEFT）
      title_en: Parameter-efficient fine-tuning
      ---

      ## 适配器为什么放在残差里面？

      <!-- id: peft-90 | level: 2 | en: Why put the adapter inside the residual? | aka: 适配器放哪; adapter 位置 -->

      **一句话**：初始近似恒等，训练才稳。

      **In short**: It starts near the identity.

      适配器接在子层之后，残差相加之前。

      ```python
      **要点**
      ```

      **初始化**
      - 上投影置零

      **要点**
      - 适配器位于残差相加之前
      - 上投影初始化为零，
        因此起点是恒等映射

      **易错**
      - “适配器要随机初始化” → 上投影置零
      - "放哪都一样" -> 位置影响稳定性

      **追问**
      - 并联和串联有什么区别？(peft-91)
      - 还能放在哪里？

      **参考**：Houlsby et al., 2019, arXiv:1902.00751
      """;

  private static ParsedFile read(String text) {
    return Reading.read("peft.md", text);
  }

  @Test
  void reads_every_field() {
    Entry entry = read(ENTRY).entries().get(0);

    assertThat(entry.id()).isEqualTo("peft-90");
    assertThat(entry.kind()).isEqualTo(Entry.Kind.BANK);
    assertThat(entry.question()).isEqualTo("适配器为什么放在残差里面？");
    assertThat(entry.questionEn()).isEqualTo("Why put the adapter inside the residual?");
    assertThat(entry.wordings()).containsExactly("适配器放哪", "adapter 位置");
    assertThat(entry.level()).isEqualTo(2);
    assertThat(entry.section())
        .isEqualTo(new Section("peft", "参数高效微调（PEFT）", "Parameter-efficient fine-tuning"));
    assertThat(entry.shortZh()).isEqualTo("初始近似恒等，训练才稳。");
    assertThat(entry.shortEn()).isEqualTo("It starts near the identity.");
    assertThat(entry.answer()).startsWith("适配器接在").endsWith("- 上投影置零");
    assertThat(entry.keyPoints())
        .containsExactly(new KeyPoint("适配器位于残差相加之前", 25), new KeyPoint("上投影初始化为零， 因此起点是恒等映射", 26));
    assertThat(entry.mistakes())
        .containsExactly(
            new Mistake("适配器要随机初始化", "上投影置零", 30), new Mistake("放哪都一样", "位置影响稳定性", 31));
    assertThat(entry.followUps())
        .containsExactly(
            new FollowUp("并联和串联有什么区别？", "peft-91", 34), new FollowUp("还能放在哪里？", "", 35));
    assertThat(entry.references()).isEqualTo("Houlsby et al., 2019, arXiv:1902.00751");
    assertThat(entry.span().startLine()).isEqualTo(7);
    assertThat(entry.span().endLine()).isEqualTo(37);
    assertThat(entry.answerSpan().startLine()).isEqualTo(15);
    assertThat(entry.answerSpan().endLine()).isEqualTo(22);
    assertThat(read(ENTRY).skipped()).isEmpty();
  }

  @Test
  void half_width_punctuation_is_the_same() {
    String half = ENTRY.replace("**一句话**：", "**一句话**:").replace("**参考**：", "**参考:** ");

    assertThat(read(half).entries().get(0).shortZh()).isEqualTo("初始近似恒等，训练才稳。");
    assertThat(read(half).entries().get(0).references()).startsWith("Houlsby");
  }

  @Test
  void makes_one_chunk_of_each_short_form_and_list_and_none_of_follow_ups() {
    assertThat(read(ENTRY).chunks())
        .extracting(c -> c.span().startLine() + "-" + c.span().endLine())
        .containsExactly("11-11", "13-13", "15-22", "24-27", "29-31");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "no id      # id: peft-90 | # # peft.md:7 # bank entry has no usable id in its comment; write <!-- id: name-01 | level: 1 -->",
        "level 4    # level: 2 # level: 4 # peft.md:7 # bank entry has level \"4\", must be 1 to 3",
        "no short   # **一句话**：初始近似恒等，训练才稳。 # # peft.md:7 # bank entry lacks 一句话; the rest of it is used",
        "no arrow   # ” → 上 # ”上 # peft.md:30 # 易错 line has no → with the right version",
      })
  void reports_what_is_broken_and_keeps_the_rest(
      String name, String cut, String put, String where, String reason) {
    String with = put == null ? "" : put;
    ParsedFile parsed = read(ENTRY.replace(cut, with).replace("<!--  level", "<!-- id: | level"));

    assertThat(parsed.skipped()).as(name).containsExactly(new SkippedFile(where, reason));
    assertThat(parsed.entries()).isNotEmpty();
  }

  @Test
  void reports_an_id_that_stands_twice() {
    String second = ENTRY.substring(ENTRY.indexOf("## "));
    ParsedFile parsed = read(ENTRY + "\n" + second);

    assertThat(parsed.entries()).extracting(Entry::id).containsExactly("peft-90", "peft-90~2");
    assertThat(parsed.skipped())
        .containsExactly(
            new SkippedFile(
                "peft.md:39",
                "bank entry has the id peft-90 of an entry above; give it one of its own"));
  }

  @Test
  void reports_a_question_without_its_comment() {
    ParsedFile parsed = read(ENTRY + "\n## 忘了注释？\n\n答案。\n");

    assertThat(parsed.skipped()).extracting(SkippedFile::file).containsExactly("peft.md:39");
    assertThat(parsed.entries().get(1).kind()).isEqualTo(Entry.Kind.QUESTION);
  }
}
