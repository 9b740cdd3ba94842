package dev.bagu.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.check.Statement.Origin;
import dev.bagu.index.Encoding;
import dev.bagu.knowledge.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which sentences are key points. */
class PointsTest {
  private static final SourceSpan SPAN = new SourceSpan("a.md", "h", List.of("h"), 1, 9);

  @Test
  void what_the_entry_lists_is_taken_in_its_order() {
    List<Statement> statements =
        List.of(
            statement(Origin.BODY, "正文里的一句话说得很长很长", 1, 0),
            statement(Origin.KEY_POINT, "第一点", 1, 0),
            statement(Origin.MISTAKE, "一个错误的说法", 0, 1),
            statement(Origin.KEY_POINT, "第二点", 0, 1));

    assertThat(Points.of(statements))
        .extracting(each -> each.source().quote())
        .containsExactly("第一点", "第二点");
  }

  @Test
  void without_a_list_the_central_sentences_of_the_text_are_taken_each_but_once() {
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double angle = i * 0.13;
      String text = "正文第 " + i + " 句话说的是另一件要紧的事情";
      statements.add(
          statement(Origin.BODY, text, (float) Math.cos(angle), (float) Math.sin(angle)));
    }
    statements.add(statement(Origin.BODY, "正文第 5 句话说的是另一件要紧的事情啊", 0.796f, 0.605f));
    statements.add(statement(Origin.BODY, "短", 1, 0));

    List<Statement> points = Points.of(statements);

    assertThat(points).hasSizeBetween(1, 6).isSubsetOf(statements).doesNotHaveDuplicates();
    assertThat(points).noneMatch(each -> each.source().quote().equals("短"));
    assertThat(points).isSortedAccordingTo((a, b) -> statements.indexOf(a) - statements.indexOf(b));
  }

  @Test
  void nothing_gives_no_points() {
    assertThat(Points.of(List.of())).isEmpty();
  }

  private static Statement statement(Origin origin, String text, float x, float y) {
    Encoding encoding =
        new Encoding(new float[] {x, y, 0, 0}, new float[0][], new int[0], new int[0]);
    return new Statement(new SourceQuote(SPAN, text), origin, Reading.of(text, text, encoding));
  }
}
