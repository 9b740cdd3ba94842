package dev.bagu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bagu.check.CheckReport;
import dev.bagu.check.PointCoverage;
import dev.bagu.check.Reason;
import dev.bagu.check.Verdict;
import dev.bagu.cli.terminal.DisplayWidth;
import dev.bagu.cli.terminal.Messages;
import dev.bagu.cli.terminal.TerminalMode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a check on a terminal. */
class CheckPageTest {
  private static final CheckWords ENGLISH = new CheckWords(Messages.of(Locale.ENGLISH));
  private static final CheckWords CHINESE = new CheckWords(Messages.of(Locale.CHINESE));

  @Test
  void without_colours_brackets_and_numbers_mark_the_claims() {
    String page = page(ENGLISH, TerminalMode.plain(80), Reports.usual());

    assertThat(page)
        .contains("⟦✓1 合并后 LoRA 没有延迟⟧。", "⟦✗2 LoRA 一定拖慢推理⟧，⟦?3 学习率要设为 3e-4⟧")
        .contains("✓ supported   ✗ contradicted   ? not in source")
        .doesNotContain("\u001b");
  }

  @Test
  void with_colours_the_same_numbers_stand_there() {
    String page = page(ENGLISH, TerminalMode.colour(80), Reports.usual());

    assertThat(page).contains("✗2 ", "\u001b[31;4mLoRA 一定拖慢推理\u001b[0m").doesNotContain("⟦");
  }

  @Test
  void evidence_stands_verbatim_with_its_place() {
    assertThat(page(ENGLISH, TerminalMode.plain(120), Reports.usual()))
        .contains("2  ✗ contradicted   合并后没有额外延迟")
        .contains("known mistake")
        .contains("01-peft.md › LoRA 会增加推理延迟吗？, lines 11-12");
  }

  @Test
  void missed_and_partly_made_points_follow_then_score_and_advice() {
    List<String> lines =
        new CheckPage(ENGLISH, TerminalMode.plain(80)).lines(Reports.usual(), false);

    assertThat(lines)
        .containsSubsequence(
            "Evidence",
            "Missed key points",
            "✗  合并后的模型结构与原模型相同",
            "Partly made key points",
            "½  两个低秩矩阵 (50 %, claim 1)",
            "Score: 60 of 100 (55 to 70: some verdicts are uncertain)",
            "Key points: 1 of 3 made, 1 partly (60 %)",
            "Judged offline, from key points, known mistakes and evidence",
            "Next: put claim 2 right. The source: 合并后没有额外延迟");
  }

  @Test
  void chinese_has_its_own_words() {
    assertThat(page(CHINESE, TerminalMode.plain(80), Reports.usual()))
        .contains("与资料矛盾", "常见错误", "漏掉的要点", "下一步：改正第 2 句。")
        .doesNotContain("Next", "Score", "missed");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 80, 120})
  void no_line_is_wider_than_the_terminal(int width) {
    for (CheckWords words : List.of(ENGLISH, CHINESE)) {
      for (String line :
          new CheckPage(words, TerminalMode.colour(width)).lines(Reports.usual(), false)) {
        // Two lines cannot be broken: an address, and advice that keeps some words in any case.
        boolean unbroken = width < 80 && (line.contains("peft") || line.contains("Next"));
        if (!unbroken && !(width < 80 && line.contains("下一步"))) {
          assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(width);
        }
      }
    }
  }

  @Test
  void a_pipe_gets_unbroken_lines() {
    assertThat(page(ENGLISH, TerminalMode.raw(), Reports.hostile()).lines())
        .anyMatch(line -> line.contains("<script>") && line.contains("www.e.example"));
  }

  @Test
  void hostile_text_reaches_no_terminal() {
    for (TerminalMode mode : List.of(TerminalMode.raw(), TerminalMode.plain(80))) {
      assertThat(page(ENGLISH, mode, Reports.hostile()))
          .doesNotContain("\u001b", "\u202e")
          .contains("\\u202e");
    }
  }

  @Test
  void an_empty_draft_gets_a_page() {
    assertThat(page(ENGLISH, TerminalMode.plain(80), Reports.empty()))
        .contains("The draft is empty.", "Score: 0 of 100", "Next: add the key point:")
        .doesNotContain("Evidence");
  }

  @Test
  void explain_shows_features_certainty_and_terms() {
    List<String> lines =
        new CheckPage(ENGLISH, TerminalMode.plain(80)).lines(Reports.usual(), true);

    assertThat(String.join("\n", lines))
        .contains("✗2 contradicted, certainty 0.80, judged by offline", "late-claim", "+60.00");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void every_reason_has_words_in_both_languages(Reason reason) {
    assertThat(ENGLISH.reason(reason)).isNotBlank().isNotEqualTo(CHINESE.reason(reason));
  }

  @Test
  void advice_names_what_is_worst() {
    assertThat(advice(new Reports().claim("甲", Verdict.CONTRADICTED, Reason.NUMBER)))
        .isEqualTo("Next: put claim 1 right; the source says otherwise.");
    assertThat(
            advice(
                new Reports()
                    .claim("甲", Verdict.NOT_IN_SOURCE, Reason.UNMENTIONED)
                    .point("乙", PointCoverage.State.MISSED)))
        .isEqualTo("Next: add the key point: 乙");
    assertThat(
            advice(
                new Reports()
                    .claim("甲", Verdict.NOT_IN_SOURCE, Reason.UNMENTIONED)
                    .point("乙", PointCoverage.State.PARTLY)))
        .startsWith("Next: prove claim 1");
    assertThat(advice(new Reports().point("乙", PointCoverage.State.PARTLY)))
        .isEqualTo("Next: complete the key point: 乙");
    assertThat(advice(new Reports().point("乙", PointCoverage.State.MADE)))
        .startsWith("Next: nothing to mend");
  }

  private static String advice(Reports report) {
    return CheckAdvice.of(ENGLISH, report.report(), 80);
  }

  private static String page(CheckWords words, TerminalMode mode, CheckReport report) {
    return String.join("\n", new CheckPage(words, mode).lines(report, false));
  }
}
