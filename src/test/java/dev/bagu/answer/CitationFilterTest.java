package dev.bagu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks with three pieces of evidence: what goes through, and what is taken out. */
class CitationFilterTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a good mark | 没有延迟[1]。 | 没有延迟[1]。 | ",
        "two marks in one bracket | 没有延迟[1, 3]。 | 没有延迟[1][3]。 | ",
        "a range | 没有延迟[1-3]。 | 没有延迟[1][2][3]。 | ",
        "wide brackets | 没有延迟【2】，真的［1］。 | 没有延迟[2]，真的[1]。 | ",
        "a footnote mark | no delay[^2]. | no delay[2]. | ",
        "an invented mark | 没有延迟[9]。 | 没有延迟。 | [9]",
        "a good and an invented mark | 没有延迟[2, 7]。 | 没有延迟[2]。 | [7]",
        "mark zero | 没有延迟[0]。 | 没有延迟。 | [0]",
        "a range beyond the evidence | 没有延迟[2-4]。 | 没有延迟[2][3]。 | [4]",
        "words in brackets | 参见[附录]和[CLS]。 | 参见[附录]和[CLS]。 | ",
        "a checkbox | - [x] 完成 [ ] 未完成 | - [x] 完成 [ ] 未完成 | ",
        "a link | 见[1](https://example.org)。 | 见[1](https://example.org)。 | ",
        "inline code | 取 `a[7]` 就行[1]。 | 取 `a[7]` 就行[1]。 | ",
        "a formula | 设 $x[9]$ 为输入[1]。 | 设 $x[9]$ 为输入[1]。 | ",
        "a formula block | $$A[8]$$ 见[2] | $$A[8]$$ 见[2] | ",
        "a lone dollar sign | 花了 5$ 左右[9]。 | 花了 5$ 左右。 | [9]",
        "a dollar amount hides nothing | 以 $5 起[9]。 | 以 $5 起。 | [9]",
        "an open code span hides nothing | 用 ``x 说[9]。 | 用 ``x 说。 | [9]",
        "an open formula block hides nothing | 设 $$ 未完[9]。 | 设 $$ 未完。 | [9]",
        "an escaped bracket | 没有延迟\\[9\\]，真的\\[1\\]。 | 没有延迟，真的[1]。 | [9]",
        "LaTeX delimiters | 设 \\(x[9]\\) 与 \\[y[8]\\] 见[1]。 | 设 \\(x[9]\\) 与 \\[y[8]\\] 见[1]。 | ",
        "a source mark | 没有延迟【1†source】【9†source】。 | 没有延迟[1]。 | [9]",
        "a labelled mark | 没有延迟[证据2][Source 9]。 | 没有延迟[2]。 | [9]",
        "a long list | 真的[1,2,3,4,5,6,7,8,9,10,11,12]。 | 真的[1][2][3]。 | [4] [5] [6] [7] [8] [9] [10] [11] [12]",
        "a range backwards | 真的[8-7]。 | 真的。 | [8] [7]",
        "a number of four digits | 真的[1234]。 | 真的。 | [1234]",
        "the space before goes too | no delay [9]. Sure [9] of it [9] | no delay. Sure of it | [9]",
        "an interval | 取值在 [0, 1] 内[1]。 | 取值在 [0, 1] 内[1]。 | ",
        "a year | Hu 等 [2021] 提出[1]。 | Hu 等 [2021] 提出[1]。 | ",
        "an invented mark in brackets | [[9]] | […] | [9]",
        "an invented mark that would leave another | 没有[[9]7]，[1[9],8]。 | 没有[…7]，[1…,8]。 | [9]",
        "an invented mark between dollars | 花 $ [9]$，见[1]$ | 花 $ …$，见[1]$ | [9]",
        "an invented mark before ticks | [9]```x | …```x | [9]",
        "an invented mark after a backslash | a\\ [9]$x$ | a\\ …$x$ | [9]",
        "a wide mark before a bracket | 没有延迟【2】(见下)。 | 没有延迟[2] (见下)。 | ",
        "an open bracket at the end | 没有延迟[1 | 没有延迟[1 | ",
        "a bracket in a bracket | [[1]] | [[1]] | ",
        "a long bracket | [1 这不是一个标记而是一段很长很长的话 1] 后 | [1 这不是一个标记而是一段很长很长的话 1] 后 | "
      })
  void checks_marks(String name, String written, String expected, String invented) {
    CitationFilter filter = filtered(written, written.length());

    assertThat(filter.text()).isEqualTo(expected);
    assertThat(String.join(" ", filter.invented())).isEqualTo(invented == null ? "" : invented);
  }

  @Test
  void code_blocks_keep_their_brackets() {
    String code = "看代码[1]：\n```python\nx = a[9] + b[12]\n```\n就这样[2]。";

    assertThat(filtered(code, 3).text()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"```", "~~~~", "- ```", "> ~~~"})
  void whatever_the_fence(String fence) {
    String close = fence.replaceAll("^[->] ", "");
    String code = fence + "\nx = a[9]\n\ny = b[8]\n" + close + "\n就这样[2]。";

    assertThat(filtered(code, 1).text()).isEqualTo(code);
    assertThat(filtered(code + "没有[9]。", 2).invented()).containsExactly("[9]");
  }

  @Test
  void whatever_the_text_its_cut_changes_nothing() {
    long seed = RandomGenerator.getDefault().nextLong();
    Random random = new Random(seed);
    String[] parts = {
      "[", "]", "1", "9", "2", ",", "-", " ", "\n", "`", "``", "```", "$", "$$", "\\", "(", ")",
      "【", "】", "［", "\r", "^", "†", "合", "x", "0", "~~~", "> ", "证据", "。"
    };
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      String written = text.toString();
      CitationFilter whole = filtered(written, written.length());

      assertThat(filtered(written, 1 + random.nextInt(3)).text())
          .as("seed %s, text %s", seed, written)
          .isEqualTo(whole.text());
      assertThat(whole.used()).isSubsetOf(1, 2, 3);
    }
  }

  @Test
  void a_million_brackets_take_no_time() {
    for (String one : new String[] {"[", "[1", "`", "$", "$$", "\\(", "\\[", "> ", "[1,"}) {
      String many = one.repeat(1_000_000 / one.length());

      assertThat(filtered(many, 4096).text()).as(one).hasSizeGreaterThan(500_000);
    }
  }

  @Test
  void how_the_text_is_cut_into_pieces_changes_nothing() {
    long seed = RandomGenerator.getDefault().nextLong();
    Random random = new Random(seed);
    String text = "一[1]、二[2, 9]【3】 `c[4]` $d[5]$ [x](y) [^1] [[2]] ``e`[7]`` 末[";
    String whole = filtered(text, text.length()).text();
    for (int i = 0; i < 200; i++) {
      CitationFilter filter = new CitationFilter(3, piece -> {});
      for (int at = 0; at < text.length(); ) {
        int next = Math.min(text.length(), at + 1 + random.nextInt(4));
        filter.accept(text.substring(at, next));
        at = next;
      }
      filter.end();

      assertThat(filter.text()).as("seed " + seed).isEqualTo(whole);
    }
  }

  private static CitationFilter filtered(String text, int step) {
    StringBuilder heard = new StringBuilder();
    CitationFilter filter = new CitationFilter(3, heard::append);
    for (int at = 0; at < text.length(); at += step) {
      filter.accept(text.substring(at, Math.min(text.length(), at + step)));
    }
    filter.end();
    assertThat(heard.toString()).isEqualTo(filter.text());
    return filter;
  }
}
