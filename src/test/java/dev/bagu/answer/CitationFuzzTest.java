package dev.bagu.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;

/**
 * Whatever a model writes, and however it comes in pieces: what is shown holds no mark without
 * evidence.
 */
class CitationFuzzTest {
  private static final int EVIDENCE = 3;

  /** The first byte says how long the pieces are in which the rest comes. */
  @FuzzTest
  void marks(byte[] data) {
    int piece = data.length == 0 ? 1 : 1 + (data[0] & 0x3f);
    String answer = data.length == 0 ? "" : new String(data, 1, data.length - 1, UTF_8);
    StringBuilder heard = new StringBuilder();
    CitationFilter whole = filtered(answer, Math.max(1, answer.length()), new StringBuilder());
    CitationFilter pieces = filtered(answer, piece, heard);

    assertThat(pieces.text()).isEqualTo(whole.text()).isEqualTo(heard.toString());
    assertThat(pieces.used()).isEqualTo(whole.used());
    assertThat(whole.used()).allMatch(n -> n >= 1 && n <= EVIDENCE);
    assertThat(marks(whole.text())).allMatch(whole.used()::contains);
    QuoteCheck.unverified(whole.text(), List.of());
  }

  private static CitationFilter filtered(String answer, int piece, StringBuilder heard) {
    CitationFilter filter = new CitationFilter(EVIDENCE, heard::append);
    for (int i = 0; i < answer.length(); i += piece) {
      filter.accept(answer.substring(i, Math.min(answer.length(), i + piece)));
    }
    filter.end();
    return filter;
  }

  /** The numbers of the marks of a shown text. */
  private static List<Integer> marks(String text) {
    List<Integer> marks = new ArrayList<>();
    Statement.of(text).forEach(each -> marks.addAll(each.marks()));
    return marks;
  }
}
