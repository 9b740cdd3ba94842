package dev.bagu.evaluation;

import java.util.List;

/**
 * Fits the confidence: logistic regression on standardised clues, with L2, each weight of the sign
 * that makes sense: what the documents lack never speaks for an answer, what they have never
 * against one.
 */
final class ConfidenceFit {
  /** Chosen by cross-validation among 0.003, 0.01, 0.05 and 0.2. */
  private static final double L2 = 0.01;

  private static final int STEPS = 1200;
  private static final double RATE = 0.03;

  private ConfidenceFit() {}

  /**
   * One question's clues.
   *
   * @param clues in a fixed order
   * @param answerable what the confidence should say
   * @param weight how much the question counts
   */
  record Example(double[] clues, boolean answerable, double weight) {}

  /**
   * A fitted confidence.
   *
   * @param mean of each clue
   * @param scale deviation of each clue, above 0
   * @param weights of each standardised clue
   * @param bias of the sum
   */
  record Model(double[] mean, double[] scale, double[] weights, double bias) {
    /** Confidence, [0, 1]. */
    double of(double[] clues) {
      double sum = bias;
      for (int i = 0; i < clues.length; i++) {
        sum += weights[i] * (clues[i] - mean[i]) / scale[i];
      }
      return 1 / (1 + Math.exp(-sum));
    }
  }

  /**
   * The confidence that tells these examples apart best.
   *
   * @param signs of each clue's weight: 1 for, -1 against, 0 either
   */
  static Model fit(List<Example> examples, int[] signs) {
    int n = examples.get(0).clues().length;
    double[] mean = new double[n];
    double[] scale = new double[n];
    for (Example example : examples) {
      for (int i = 0; i < n; i++) {
        mean[i] += example.clues()[i] / examples.size();
      }
    }
    for (Example example : examples) {
      for (int i = 0; i < n; i++) {
        scale[i] += Math.pow(example.clues()[i] - mean[i], 2) / examples.size();
      }
    }
    for (int i = 0; i < n; i++) {
      scale[i] = Math.sqrt(scale[i]) + 1e-6;
    }
    double[] fitted =
        Adam.minimise(
            new double[n + 1],
            STEPS,
            RATE,
            java.util.Arrays.copyOf(signs, n + 1),
            point -> gradient(examples, mean, scale, point));
    double[] weights = java.util.Arrays.copyOf(fitted, n);
    return new Model(mean, scale, weights, fitted[n]);
  }

  private static double[] gradient(
      List<Example> examples, double[] mean, double[] scale, double[] point) {
    int n = mean.length;
    double[] gradient = new double[n + 1];
    double all = 0;
    Model model = new Model(mean, scale, java.util.Arrays.copyOf(point, n), point[n]);
    for (Example example : examples) {
      double slope =
          example.weight() * (model.of(example.clues()) - (example.answerable() ? 1 : 0));
      for (int i = 0; i < n; i++) {
        gradient[i] += slope * (example.clues()[i] - mean[i]) / scale[i];
      }
      gradient[n] += slope;
      all += example.weight();
    }
    for (int i = 0; i <= n; i++) {
      gradient[i] = gradient[i] / all + (i < n ? L2 * point[i] : 0);
    }
    return gradient;
  }
}
