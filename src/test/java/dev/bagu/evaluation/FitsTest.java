package dev.bagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fits on made-up numbers whose makers are known. */
class FitsTest {
  private static final long SEED = 7;

  @Test
  void the_ranking_finds_the_weights_that_chose_the_right_candidates() {
    double[] truth = {2, 1, 0};
    List<RankingFit.Example> examples = choices(truth, 600);

    double[] fitted = RankingFit.fit(examples, 3);

    // L2 draws them towards 0, so their order and proportion are what must come back.
    assertThat(fitted[0]).as("seed " + SEED).isBetween(1.2, 2.2);
    assertThat(fitted[0] / fitted[1]).isBetween(1.6, 2.6);
    assertThat(fitted[2]).isLessThan(0.15);
  }

  @Test
  void a_signal_that_points_away_gets_no_weight_and_never_a_negative_one() {
    double[] fitted = RankingFit.fit(choices(new double[] {1.5, -1.5}, 300), 2);

    assertThat(fitted[0]).isGreaterThan(0.5);
    assertThat(fitted[1]).isZero();
  }

  @Test
  void a_question_that_counts_more_pulls_more() {
    RankingFit.Example first =
        new RankingFit.Example(new double[][] {{1, 0}, {0, 1}}, new double[] {1, 0}, 1);
    RankingFit.Example second =
        new RankingFit.Example(new double[][] {{1, 0}, {0, 1}}, new double[] {0, 1}, 3);

    double[] fitted = RankingFit.fit(List.of(first, second), 2);

    assertThat(fitted[1]).isGreaterThan(fitted[0]);
  }

  @Test
  void the_confidence_finds_the_clues_that_decide() {
    List<ConfidenceFit.Example> examples = clues(800);

    ConfidenceFit.Model model = ConfidenceFit.fit(examples, new int[] {1, -1, 1});

    assertThat(model.weights()[0]).as("seed " + SEED).isGreaterThan(0.75);
    assertThat(model.weights()[1]).isLessThan(-0.4);
    assertThat(Math.abs(model.weights()[2])).isLessThan(0.2);
    long right =
        examples.stream().filter(e -> model.of(e.clues()) >= 0.5 == e.answerable()).count();
    assertThat(right / 800.0).isGreaterThan(0.75);
  }

  @Test
  void a_clue_of_the_wrong_sign_counts_nothing() {
    ConfidenceFit.Model model = ConfidenceFit.fit(clues(400), new int[] {-1, -1, 1});

    assertThat(model.weights()[0]).isZero();
    assertThat(model.weights()[1]).isNegative();
  }

  @Test
  void a_confidence_lies_between_0_and_1_and_is_the_same_each_time() {
    List<ConfidenceFit.Example> examples = clues(100);
    ConfidenceFit.Model model = ConfidenceFit.fit(examples, new int[3]);

    assertThat(ConfidenceFit.fit(examples, new int[3]).weights()).isEqualTo(model.weights());
    assertThat(model.of(new double[] {1e9, 0, 0})).isBetween(0.0, 1.0);
    assertThat(model.of(new double[] {-1e9, 0, 0})).isBetween(0.0, 1.0);
  }

  @ParameterizedTest
  @CsvSource({
    "first.chunk-vector, 1",
    "best.terms-strength, 1",
    "gap-second, 1",
    "length, 1",
    "names-missing-3, -1",
    "terms-unknown-share, -1",
    "something-new, 0",
  })
  void a_clue_counts_in_the_way_that_makes_sense(String clue, int sign) {
    assertThat(WeightFit.sign(clue)).isEqualTo(sign);
  }

  /** Candidates of which one is drawn by the softmax of the true weights. */
  private static List<RankingFit.Example> choices(double[] truth, int questions) {
    Random random = new Random(SEED);
    List<RankingFit.Example> examples = new ArrayList<>();
    for (int q = 0; q < questions; q++) {
      double[][] values = new double[8][truth.length];
      double[] share = new double[8];
      for (int c = 0; c < 8; c++) {
        Arrays.setAll(values[c], s -> random.nextGaussian());
        share[c] = Math.exp(RankingFit.sum(values[c], truth));
      }
      double left = random.nextDouble() * Arrays.stream(share).sum();
      int chosen = 0;
      while (chosen < 7 && (left -= share[chosen]) > 0) {
        chosen++;
      }
      double[] mass = new double[8];
      mass[chosen] = 1;
      examples.add(new RankingFit.Example(values, mass, 1));
    }
    return examples;
  }

  /**
   * Clues of which the first speaks for an answer, the second against one, the third not at all.
   */
  private static List<ConfidenceFit.Example> clues(int questions) {
    Random random = new Random(SEED);
    List<ConfidenceFit.Example> examples = new ArrayList<>();
    for (int q = 0; q < questions; q++) {
      double[] values = {
        3 + random.nextGaussian() * 0.1, random.nextGaussian() * 5, random.nextGaussian()
      };
      double sum = 2 * (values[0] - 3) / 0.1 - values[1] / 5;
      boolean answerable = random.nextDouble() < 1 / (1 + Math.exp(-sum));
      examples.add(new ConfidenceFit.Example(values, answerable, 1));
    }
    return examples;
  }
}
