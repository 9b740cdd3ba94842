package dev.bagu.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Multinomial logistic regression on standardised features, with L2; deterministic.
 *
 * <p>Classes are weighed so that each set counts as if its outcomes came as often as given.
 */
final class SoftmaxFit {
  private static final int STEPS = 800;
  private static final double RATE = 0.02;

  private SoftmaxFit() {}

  /**
   * One example.
   *
   * @param features by name; names that are missing count as 0
   * @param outcome index of the outcome
   * @param weight how much it counts
   */
  record Example(Map<String, Double> features, int outcome, double weight) {}

  /**
   * Fits weights; keys as {@code dev.bagu.check.CheckWeights} reads them.
   *
   * @param group first part of each key
   * @param outcomes names of the outcomes
   * @param l2 strength of the regularisation against the mean loss
   */
  static Map<String, Double> fit(
      String group, List<String> outcomes, List<Example> examples, double l2) {
    TreeSet<String> names = new TreeSet<>();
    examples.forEach(example -> names.addAll(example.features().keySet()));
    List<String> features = List.copyOf(names);
    int n = features.size();
    double[][] rows = new double[examples.size()][n + 1];
    double[] mean = new double[n];
    double[] scale = new double[n];
    standardise(examples, features, rows, mean, scale);
    int classes = outcomes.size();
    double[] fitted =
        Adam.minimise(
            new double[(n + 1) * classes],
            STEPS,
            RATE,
            new int[(n + 1) * classes],
            point -> gradient(examples, rows, classes, l2, point));
    Map<String, Double> values = new TreeMap<>();
    for (int i = 0; i <= n; i++) {
      String name = group + "." + (i < n ? features.get(i) : "bias") + ".";
      if (i < n) {
        values.put(name + "mean", mean[i]);
        values.put(name + "scale", scale[i]);
      }
      for (int k = 0; k < classes; k++) {
        values.put(name + outcomes.get(k), fitted[i * classes + k]);
      }
    }
    return values;
  }

  private static void standardise(
      List<Example> examples,
      List<String> features,
      double[][] rows,
      double[] mean,
      double[] scale) {
    for (int f = 0; f < features.size(); f++) {
      for (int r = 0; r < rows.length; r++) {
        rows[r][f] = examples.get(r).features().getOrDefault(features.get(f), 0.0);
        mean[f] += rows[r][f] / rows.length;
      }
      double variance = 0;
      for (double[] row : rows) {
        variance += (row[f] - mean[f]) * (row[f] - mean[f]) / rows.length;
      }
      scale[f] = Math.sqrt(variance) + 1e-6;
      for (double[] row : rows) {
        row[f] = (row[f] - mean[f]) / scale[f];
      }
    }
    for (double[] row : rows) {
      row[features.size()] = 1;
    }
  }

  private static double[] gradient(
      List<Example> examples, double[][] rows, int classes, double l2, double[] point) {
    double[] gradient = new double[point.length];
    double all = 0;
    double[] shares = new double[classes];
    for (int r = 0; r < rows.length; r++) {
      double[] row = rows[r];
      probabilities(row, classes, point, shares);
      double weight = examples.get(r).weight();
      all += weight;
      for (int k = 0; k < classes; k++) {
        double slope = weight * (shares[k] - (examples.get(r).outcome() == k ? 1 : 0));
        for (int i = 0; i < row.length; i++) {
          gradient[i * classes + k] += slope * row[i];
        }
      }
    }
    int free = (rows.length == 0 ? 0 : rows[0].length - 1) * classes;
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = gradient[i] / all + (i < free ? l2 * point[i] : 0);
    }
    return gradient;
  }

  private static void probabilities(double[] row, int classes, double[] point, double[] shares) {
    Arrays.fill(shares, 0);
    for (int i = 0; i < row.length; i++) {
      for (int k = 0; k < classes; k++) {
        shares[k] += row[i] * point[i * classes + k];
      }
    }
    double most = Arrays.stream(shares).max().orElse(0);
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      shares[k] = Math.exp(shares[k] - most);
      sum += shares[k];
    }
    for (int k = 0; k < classes; k++) {
      shares[k] /= sum;
    }
  }
}
