package dev.bagu.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorecardTest {
  @TempDir Path folder = Path.of("unset");

  /** One question, answered with its first points and, if wanted, a known mistake. */
  private static Scorecard card(Room room, String section, int points, boolean wrong) {
    Session session = room.room.start(Room.settings(section, 1));
    String id = ((Said.Ask) session.said().get(0)).entry();
    List<String> said = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      said.add(Room.point(id, i));
    }
    if (wrong) {
      said.add(Room.entry(id).mistakes().get(0).wrong());
    }
    session.answer(String.join("。", said));
    session.command(Command.END);
    return session.scorecard();
  }

  @Test
  void the_json_keeps_its_field_names() throws IOException {
    try (Room room = new Room(folder)) {
      JsonNode json = new ObjectMapper().readTree(card(room, "peft", 1, true).toJson());

      assertThat(json.fieldNames())
          .toIterable()
          .containsExactly(
              "session",
              "mode",
              "started",
              "ended",
              "seconds",
              "points",
              "low",
              "high",
              "hints",
              "asked",
              "handled",
              "sections",
              "questions");
      JsonNode question = json.get("questions").get(0);
      assertThat(question.fieldNames())
          .toIterable()
          .containsExactly(
              "number",
              "question",
              "question_en",
              "level",
              "result",
              "covered",
              "missed",
              "wrong",
              "corrected");
      assertThat(question.get("result").fieldNames())
          .toIterable()
          .containsExactly(
              "entry",
              "section",
              "state",
              "points",
              "low",
              "high",
              "coverage",
              "hints",
              "follow_ups",
              "handled",
              "seconds");
      assertThat(question.get("result").get("state").asText()).isEqualTo("answered");
      assertThat(question.get("wrong").get(0).get("verdict").asText()).isEqualTo("contradicted");
      assertThat(question.get("missed").get(0).get("source").get("start_line").asInt())
          .isPositive();
    }
  }

  @Test
  void the_page_names_scores_misses_errors_and_sources_in_both_languages() {
    try (Room room = new Room(folder)) {
      Scorecard card = card(room, "peft", 1, true);

      assertThat(card.toMarkdown(Room.PROMPTS, true))
          .contains("# 面试成绩单")
          .contains("总分：" + card.points() + " / 100")
          .contains("漏掉的要点")
          .contains("与资料不符")
          .contains("05-peft.md:");
      assertThat(card.toMarkdown(Room.PROMPTS, false))
          .contains("# Interview scorecard")
          .contains("Parameter-efficient fine-tuning")
          .contains("may lie between");
    }
  }

  @Test
  void two_attempts_at_an_entry_are_compared() {
    Scorecard.QuestionScore first;
    Scorecard.QuestionScore second;
    Scorecard.QuestionScore other;
    try (Room a = new Room(folder.resolve("a"));
        Room b = new Room(folder.resolve("b"))) {
      first = card(a, "peft", 1, true).questions().get(0);
      second = card(b, "peft", 3, false).questions().get(0);
      assertThat(b.room.attempts(second.result().entry())).containsExactly(second);
      other = card(b, "rlhf", 1, false).questions().get(0);
    }

    Comparison comparison = Comparison.compare(first, second);

    assertThat(comparison.points()).isPositive();
    assertThat(comparison.gained()).hasSize(2);
    assertThat(comparison.lost()).isEmpty();
    assertThat(comparison.wrongBefore()).hasSize(1);
    assertThat(comparison.wrongNow()).isEmpty();
    assertThatThrownBy(() -> Comparison.compare(first, other))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
