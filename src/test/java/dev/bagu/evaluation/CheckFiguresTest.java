package dev.bagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bagu.check.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures of checked drafts, on runs small enough to count by hand. */
class CheckFiguresTest {
  /** Labels and verdicts by their first letters: supported, contradicted, not in the source. */
  private static final List<CheckRun> RUNS =
      List.of(run("sscn", "sscs", true), run("scnn", "sncn", false, true));

  @Test
  void precision_and_recall_are_counted_over_all_claims() {
    // Called supported: 4, of which 3 are; are supported: 3, all called so.
    assertThat(CheckFigures.precision(RUNS, Verdict.SUPPORTED).value()).isEqualTo(0.75);
    assertThat(CheckFigures.recall(RUNS, Verdict.SUPPORTED).value()).isEqualTo(1);
    assertThat(CheckFigures.precision(RUNS, Verdict.CONTRADICTED).value()).isEqualTo(0.5);
    assertThat(CheckFigures.recall(RUNS, Verdict.CONTRADICTED).value()).isEqualTo(0.5);
    assertThat(CheckFigures.precision(RUNS, Verdict.NOT_IN_SOURCE).value()).isEqualTo(0.5);
    assertThat(CheckFigures.recall(RUNS, Verdict.NOT_IN_SOURCE).value())
        .isCloseTo(1 / 3.0, within(1e-9));
  }

  @Test
  void macro_f1_is_the_mean_over_the_three_verdicts() {
    double supported = 2 * 0.75 / 1.75;
    double contradicted = 0.5;
    double missing = 2 * 0.5 * (1 / 3.0) / (0.5 + 1 / 3.0);

    Figures.Figure f1 = CheckFigures.macroF1(RUNS);

    assertThat(f1.value()).isCloseTo((supported + contradicted + missing) / 3, within(1e-9));
    assertThat(f1.value()).isBetween(f1.low(), f1.high());
  }

  @Test
  void balanced_accuracy_sets_supported_against_the_rest() {
    assertThat(CheckFigures.balancedAccuracy(RUNS).value())
        .isCloseTo((1 + 4 / 5.0) / 2, within(1e-9));
  }

  @Test
  void missed_points_are_counted_each() {
    assertThat(CheckFigures.missedRecall(RUNS).value()).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void right_everywhere_is_one_and_nothing_is_zero() {
    List<CheckRun> right = List.of(run("scn", "scn", true));

    assertThat(CheckFigures.macroF1(right).value()).isEqualTo(1);
    assertThat(CheckFigures.macroF1(right).low()).isEqualTo(1);
    assertThat(CheckFigures.balancedAccuracy(right).value()).isEqualTo(1);
  }

  @Test
  void lines_and_json_say_the_same_and_the_same_again() throws IOException {
    List<String> lines = CheckFigures.lines(RUNS);
    JsonNode json = new ObjectMapper().readTree(CheckFigures.json(RUNS));

    assertThat(lines.get(0)).isEqualTo("drafts 2, claims 8");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("supported precision") && line.contains("0.750"));
    assertThat(json.path("drafts").asInt()).isEqualTo(2);
    assertThat(json.path("supported_precision").path("value").asDouble()).isEqualTo(0.75);
    assertThat(CheckFigures.lines(RUNS)).isEqualTo(lines);
    assertThat(CheckFigures.json(RUNS)).isEqualTo(CheckFigures.json(RUNS));
  }

  private static CheckRun run(String labels, String verdicts, Boolean... found) {
    List<DraftCase.LabelledClaim> claims = new ArrayList<>();
    for (int i = 0; i < labels.length(); i++) {
      claims.add(new DraftCase.LabelledClaim("claim " + i, verdict(labels.charAt(i))));
    }
    DraftCase draft = new DraftCase(labels, "q", "", claims, List.of(), List.of(), "dev");
    List<Verdict> said = verdicts.chars().mapToObj(c -> verdict((char) c)).toList();
    return new CheckRun(draft, said, List.of(), List.of(found), 10);
  }

  private static Verdict verdict(char letter) {
    return switch (letter) {
      case 's' -> Verdict.SUPPORTED;
      case 'c' -> Verdict.CONTRADICTED;
      default -> Verdict.NOT_IN_SOURCE;
    };
  }
}
