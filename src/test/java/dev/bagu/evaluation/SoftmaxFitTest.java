package dev.bagu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fits of verdicts on made-up features whose maker is known. */
class SoftmaxFitTest {
  private static final long SEED = 11;
  private static final List<String> OUTCOMES = List.of("yes", "no", "other");

  @Test
  void the_feature_that_decides_gets_the_weight_and_noise_gets_little() {
    Map<String, Double> fitted = SoftmaxFit.fit("g", OUTCOMES, examples(400), 0.001);

    double spread = value(fitted, "g.good.yes") - value(fitted, "g.good.no");
    assertThat(spread).as("seed " + SEED).isGreaterThan(1.5);
    assertThat(Math.abs(value(fitted, "g.noise.yes") - value(fitted, "g.noise.no")))
        .isLessThan(spread / 4);
  }

  @Test
  void the_examples_are_told_apart_by_what_was_fitted() {
    List<SoftmaxFit.Example> examples = examples(400);
    Map<String, Double> fitted = SoftmaxFit.fit("g", OUTCOMES, examples, 0.001);

    long right = examples.stream().filter(each -> best(fitted, each) == each.outcome()).count();

    assertThat((double) right / examples.size()).as("seed " + SEED).isGreaterThan(0.9);
  }

  @Test
  void mean_and_scale_are_those_of_the_examples() {
    List<SoftmaxFit.Example> examples =
        List.of(
            new SoftmaxFit.Example(Map.of("x", 2.0), 0, 1),
            new SoftmaxFit.Example(Map.of("x", 4.0), 1, 1),
            new SoftmaxFit.Example(Map.of("y", 1.0), 2, 1));

    Map<String, Double> fitted = SoftmaxFit.fit("g", OUTCOMES, examples, 0.01);

    assertThat(value(fitted, "g.x.mean")).isCloseTo(2, within(1e-9));
    assertThat(value(fitted, "g.x.scale")).isCloseTo(Math.sqrt(8 / 3.0), within(1e-5));
    assertThat(fitted)
        .containsKeys("g.bias.yes", "g.bias.no", "g.bias.other", "g.y.other")
        .doesNotContainKey("g.bias.mean");
  }

  @Test
  void a_heavier_example_pulls_more() {
    List<SoftmaxFit.Example> examples =
        List.of(
            new SoftmaxFit.Example(Map.of("x", 1.0), 0, 1),
            new SoftmaxFit.Example(Map.of("x", 1.0), 1, 5));

    Map<String, Double> fitted = SoftmaxFit.fit("g", OUTCOMES, examples, 0.01);

    assertThat(value(fitted, "g.bias.no")).isGreaterThan(value(fitted, "g.bias.yes"));
  }

  @Test
  void more_regularisation_gives_smaller_weights_and_the_same_input_the_same_fit() {
    List<SoftmaxFit.Example> examples = examples(200);

    Map<String, Double> loose = SoftmaxFit.fit("g", OUTCOMES, examples, 0.001);
    Map<String, Double> tight = SoftmaxFit.fit("g", OUTCOMES, examples, 0.5);

    assertThat(Math.abs(value(tight, "g.good.yes")))
        .isLessThan(Math.abs(value(loose, "g.good.yes")));
    assertThat(SoftmaxFit.fit("g", OUTCOMES, examples, 0.001)).isEqualTo(loose);
  }

  private static List<SoftmaxFit.Example> examples(int count) {
    Random random = new Random(SEED);
    List<SoftmaxFit.Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int outcome = random.nextInt(3);
      double good = (outcome == 0 ? 2 : outcome == 1 ? -2 : 0) + random.nextGaussian() * 0.3;
      double odd = (outcome == 2 ? 3 : 0) + random.nextGaussian() * 0.3;
      examples.add(
          new SoftmaxFit.Example(
              Map.of("good", good, "odd", odd, "noise", random.nextGaussian()), outcome, 1));
    }
    return examples;
  }

  private static int best(Map<String, Double> fitted, SoftmaxFit.Example example) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < OUTCOMES.size(); k++) {
      double sum = value(fitted, "g.bias." + OUTCOMES.get(k));
      for (Map.Entry<String, Double> feature : example.features().entrySet()) {
        String name = "g." + feature.getKey() + ".";
        double standard =
            (feature.getValue() - value(fitted, name + "mean")) / value(fitted, name + "scale");
        sum += standard * value(fitted, name + OUTCOMES.get(k));
      }
      best = sum > most ? k : best;
      most = Math.max(most, sum);
    }
    return best;
  }

  private static double value(Map<String, Double> fitted, String name) {
    return Objects.requireNonNull(fitted.get(name), name);
  }
}
