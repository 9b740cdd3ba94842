package dev.bagu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "a lone dollar sign | 花了 5$ 左右[9]。 | 花了 5$ 左右[9]。 | ",
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
