package dev.bagu.evaluation;

import java.util.List;

/**
 * Fits the ranking's weights: the softmax of the weighted sums of the candidates is brought as near
 * as possible to the right ones (listwise maximum likelihood; Cao et al., 2007, ListNet).
 */
final class RankingFit {
  /**
   * Pulls weights to 0, so that few questions do not bend them; chosen by cross-validation among
   * 0.005, 0.02, 0.05 and 0.1.
   */
  private static final double L2 = 0.05;

  private static final int STEPS = 300;
  private static final double RATE = 0.05;
  private static final double START = 0.3;

  private RankingFit() {}

  /**
   * One question's candidates.
   *
   * @param values standardised signals, {@code double[candidates][signals]}
   * @param mass how much each candidate is a right one, {@code double[candidates]}, not all 0
   * @param weight how much the question counts
   */
  record Example(double[][] values, double[] mass, double weight) {}

  /** The weights, 0 or above, in the order of the signals. */
  static double[] fit(List<Example> examples, int signals) {
    double[] start = new double[signals];
    java.util.Arrays.fill(start, START);
    int[] signs = new int[signals];
    java.util.Arrays.fill(signs, 1);
    return Adam.minimise(start, STEPS, RATE, signs, point -> gradient(examples, point));
  }

  private static double[] gradient(List<Example> examples, double[] point) {
    double[] gradient = new double[point.length];
    double all = 0;
    for (Example example : examples) {
      double[] share = softmax(example.values(), point);
      double right = 0;
      for (int c = 0; c < share.length; c++) {
        right += share[c] * example.mass()[c];
      }
      for (int c = 0; c < share.length; c++) {
        double slope = share[c] - share[c] * example.mass()[c] / Math.max(right, 1e-12);
        for (int s = 0; s < point.length; s++) {
          gradient[s] += example.weight() * slope * example.values()[c][s];
        }
      }
      all += example.weight();
    }
    for (int s = 0; s < point.length; s++) {
      gradient[s] = gradient[s] / Math.max(all, 1e-12) + L2 * point[s];
    }
    return gradient;
  }

  static double sum(double[] values, double[] weights) {
    double sum = 0;
    for (int s = 0; s < weights.length; s++) {
      sum += values[s] * weights[s];
    }
    return sum;
  }

  private static double[] softmax(double[][] values, double[] weights) {
    double[] share = new double[values.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < share.length; c++) {
      share[c] = sum(values[c], weights);
      most = Math.max(most, share[c]);
    }
    double all = 0;
    for (int c = 0; c < share.length; c++) {
      share[c] = Math.exp(share[c] - most);
      all += share[c];
    }
    for (int c = 0; c < share.length; c++) {
      share[c] /= all;
    }
    return share;
  }
}
